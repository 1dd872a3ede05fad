"""Changed copies of a report: what is planted is there, and nothing else is."""

from collections import Counter

import pytest
from msgspec.structs import replace

from compare.evaluation.mutations import Planted, mutate
from compare.evaluation.planted import planted_figures
from compare.evaluation.planting import cut_in_two, lose_clause, plant_negation, plant_number, swap_clauses
from compare.model import Channel, Link, LinkKind, MeaningChange
from corpora.model import Span
from reports.cli.sample import read_sample

SAMPLE = read_sample()


def first(_limit):
    return 0


@pytest.fixture(scope="module", params=range(3))
def pair(request):
    return mutate(SAMPLE[-1], request.param)


def test_the_same_seed_plants_the_same(pair):
    seeds = [seed for seed in range(3) if mutate(SAMPLE[-1], seed) == pair]
    assert len(seeds) == 1


def test_units_stand_where_their_spans_say(pair):
    later = pair.later
    ids = {unit.id for unit in later.units}
    assert len(ids) == len(later.units)
    for unit in later.units:
        assert later.quote(unit.span) == unit.text
        assert unit.span.start <= unit.body <= unit.span.end
        assert unit.parent is None or later.unit(unit.parent).depth == unit.depth - 1


def test_every_kind_is_planted(pair):
    planted = Counter(answer.kind for answer in pair.answers)
    assert set(planted) == set(Planted)
    assert planted[Planted.MOVED] == 3  # two measures and a section


def test_answers_tell_what_was_done(pair):
    for answer in pair.answers:
        old, new = (
            [side.unit(each) for each in ids]
            for side, ids in ((pair.earlier, answer.earlier), (pair.later, answer.later))
        )
        match answer.kind:
            case Planted.SPLIT:
                assert len(old) == 1
                assert "".join(unit.text for unit in new)[-10:] == old[0].text[-10:]
                assert len(new) == 2
            case Planted.MERGED:
                assert new[0].text == old[0].text + old[1].text
            case Planted.SWAPPED:
                assert sorted(new[0].text) == sorted(old[0].text)
                assert new[0].text != old[0].text
            case Planted.NUMBER | Planted.NEGATION:
                assert new[0].text != old[0].text
                assert new[0].span.start <= answer.span.start <= new[0].span.end
            case Planted.MOVED if new[0].id.startswith("m"):
                headings = [
                    side.unit(unit.parent).heading
                    for side, unit in ((pair.earlier, old[0]), (pair.later, new[0]))
                ]
                assert headings[0] != headings[1]


def test_a_perfect_answer_is_perfect(pair):
    figures = planted_figures(pair, perfect_links(pair))
    assert {name: figure.value for name, figure in figures.items()} == dict.fromkeys(figures, 1.0)


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (lambda link: replace(link, moved=True), "moved"),
        (lambda link: replace(link, moved=False), "moved"),
        (lambda link: replace(link, changes=()), "number"),
        (lambda link: replace(link, changes=()), "negation"),
        (lambda link: replace(link, later=link.later[:1]), "split"),
        (lambda link: replace(link, earlier=link.earlier[:1]), "merged"),
        (lambda link: replace(link, kind=LinkKind.SPLIT), "split"),
    ],
)
def test_what_is_missed_or_told_wrongly_costs(pair, spoil, name):
    figures = planted_figures(pair, [spoil(link) for link in perfect_links(pair)])
    assert figures[name].value < 1.0


def perfect_links(pair):
    """The links that tell just what was planted."""
    answers = {answer.earlier[0]: answer for answer in pair.answers}
    ends = {}
    for one, other in sorted(pair.pairs):
        ends.setdefault(one, set()).add(other)
    kinds = {Planted.SPLIT: LinkKind.SPLIT, Planted.MERGED: LinkKind.MERGED}
    channels = {Planted.NUMBER: Channel.NUMBER, Planted.NEGATION: Channel.NEGATION}
    second = {answer.earlier[1] for answer in pair.answers if answer.kind is Planted.MERGED}
    links = []
    for one, others in ends.items():
        answer = answers.get(one)
        kind = answer.kind if answer else None
        if one in second:
            continue
        changes = ()
        if kind in channels:
            changes = (MeaningChange(channels[kind], Span(0, 0), answer.span, Span(0, 0), answer.span),)
        earlier = answer.earlier if kind is Planted.MERGED else (one,)
        links.append(
            Link(
                earlier,
                tuple(sorted(others)),
                kinds.get(kind, LinkKind.KEPT),
                kind is Planted.MOVED,
                displaced=False,
                score=1.0,
                matched_by="content",
                changes=changes,
            )
        )
    return links


@pytest.mark.parametrize(
    ("plant", "text", "changed"),
    [
        (plant_number, "新建学校3所，改造道路", "新建学校4所，改造道路"),
        (plant_number, "增长5.5%左右", "增长6.5%左右"),
        (plant_number, "到2025年完成", None),
        (plant_number, "落实党的20大精神", None),
        (plant_negation, "坚持节约，不搞形式", "坚持节约，搞形式"),
        (plant_negation, "坚持节约，推进改革", "坚持节约，不推进改革"),
        (plant_negation, "不断提升水平", None),
        (plant_negation, "对此决不能放松", None),
    ],
)
def test_numbers_and_negations(plant, text, changed):
    planted = plant(text, first)
    assert (planted[0] if planted else None) == changed
    if planted:
        assert 0 <= planted[1].start <= planted[1].end <= len(changed)


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("甲事一，乙事二，丙事三，丁事四。", ("甲事一，乙事二。", "丙事三，丁事四。")),
        ("甲事，乙事。", None),
    ],
)
def test_cutting(text, halves):
    assert cut_in_two(text) == halves


@pytest.mark.parametrize(
    ("text", "swapped"),
    [("甲，乙一，丙二。", "甲，丙二，乙一。"), ("甲。乙。", None)],
)
def test_swapping(text, swapped):
    assert swap_clauses(text, first) == swapped


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("甲，乙，丙，丁。", "甲，丙，丁。"),
        ("甲，不乙，丙3，丁，戊。", "甲，不乙，丙3，戊。"),
        ("甲，乙。", "甲，乙。"),
    ],
)
def test_losing_a_clause(text, shorter):
    assert lose_clause(text, first) == shorter
