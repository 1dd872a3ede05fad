"""Copies with changed words: what is planted is there, and a perfect answer alone is perfect."""

import pytest
from msgspec.structs import replace

from compare.comparison import compare_reports
from compare.evaluation.planting_words import plant_word, reword
from compare.evaluation.worded import CHANNELS, change_words, worded_figures
from compare.model import Channel, Direction, FindingKind
from reports.cli.sample import read_sample

SAMPLE = read_sample()


def first(_limit):
    return 0


PLANTED = [
    (Channel.NUMBER, "新建学校12所，", "新建学校13所，", Direction.HIGHER),
    (Channel.NUMBER, "增长6.5%-7%，", "增长7.5%-7%，", None),
    (Channel.NUMBER, "改善办学条件，", None, None),
    (Channel.NEGATION, "坚持节约，不搞形式。", "坚持节约，搞形式。", None),
    (Channel.QUALIFIER, "增长5%左右，", "增长5%以上，", Direction.STRONGER),
    (Channel.QUALIFIER, "新建学校12所，", "新建学校12所以上，", Direction.STRONGER),
    (Channel.QUALIFIER, "产值突破30亿元，", None, None),
    (Channel.QUALIFIER, "确保改造任务完成，", "力争改造任务完成，", Direction.WEAKER),
    (Channel.QUALIFIER, "到2025年，", None, None),
    (Channel.STRENGTH, "大力发展旅游产业，", "积极发展旅游产业，", Direction.WEAKER),
    (Channel.STRENGTH, "推进旅游产业转型，", "大力推进旅游产业转型，", Direction.STRONGER),
    (Channel.STRENGTH, "积极的财政政策要加力，", None, None),
    (Channel.STRENGTH, "旅游产业转型加快，", None, None),
    (Channel.SCOPE, "全面推进城市更新，", "推进城市更新，", Direction.NARROWER),
    (Channel.SCOPE, "全面建成小康社会，", None, None),
    (Channel.TIME, "年内完成旧城改造，", "三年内完成旧城改造，", Direction.LATER),
    (Channel.TIME, "完善社区服务网络，", "逐步完善社区服务网络，", Direction.LATER),
]


@pytest.mark.parametrize(("channel", "clause", "changed", "direction"), PLANTED)
def test_planting(channel, clause, changed, direction):
    planted = plant_word(channel, clause, first)

    assert (planted.text if planted else None) == changed
    if planted:
        assert planted.direction is direction
        assert 0 <= planted.span.start <= planted.span.end <= len(changed)


@pytest.mark.parametrize(
    ("clause", "reworded"),
    [
        ("加强道路养护，", "强化道路养护，"),
        ("（三）健全保障体系，", "（三）完善保障体系，"),
        ("道路养护加强，", "道路养护加强，"),
    ],
)
def test_rewording(clause, reworded):
    assert reword(clause, first) == reworded


@pytest.fixture(scope="module", params=range(2))
def pair(request):
    return change_words(SAMPLE[-1], request.param)


@pytest.fixture(scope="module")
def found(pair):
    return compare_reports(pair.earlier, pair.later)


def test_the_same_seed_changes_the_same_words(pair):
    assert [seed for seed in range(2) if change_words(SAMPLE[-1], seed) == pair] != [0, 1]


def test_changes_stand_where_their_spans_say(pair):
    assert {each.word.channel for each in pair.planted} == set(CHANNELS)
    for each in pair.planted:
        assert pair.later.quote(each.clause) == each.word.text
        assert pair.later.quote(each.span) == each.word.text[each.word.span.start : each.word.span.end]


def test_units_keep_their_places(pair):
    assert [unit.level for unit in pair.earlier.units] == [unit.level for unit in pair.later.units]
    for unit in pair.later.units:
        assert pair.later.quote(unit.span) == unit.text


def test_every_change_is_found_told_rightly_and_ranked_above_rewording(pair, found):
    figures = worded_figures(pair, found)
    assert {name: figure.value for name, figure in figures.items()} == dict.fromkeys(figures, 1.0)
    assert any(each.kind is FindingKind.PRIORITY_REWORDED for each in found.findings)


def without_changes(found):
    return replace(found, links=tuple(replace(link, changes=()) for link in found.links))


def other_way(found):
    turned = {Direction.STRONGER: Direction.WEAKER, Direction.WEAKER: Direction.STRONGER}
    return replace(found, links=tuple(
        replace(link, changes=tuple(
            replace(change, direction=turned.get(change.direction, change.direction))
            for change in link.changes
        ))
        for link in found.links
    ))  # fmt: skip


def on_another_channel(found):
    """Each change told a second time, as one that nobody planted."""
    return replace(found, links=tuple(
        replace(link, changes=link.changes + tuple(
            replace(change, channel=Channel.SCOPE)
            for change in link.changes if change.channel is Channel.STRENGTH
        ))
        for link in found.links
    ))  # fmt: skip


def rewording_first(found):
    """A plain rewording at the head of the list."""
    return replace(found, findings=tuple(
        replace(each, importance=100.0) if each.kind is FindingKind.PRIORITY_REWORDED else each
        for each in found.findings
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (without_changes, "strength"),
        (without_changes, "number"),
        (other_way, "direction"),
        (on_another_channel, "scope"),
        (rewording_first, "ranked"),
    ],
)
def test_what_is_missed_or_told_wrongly_costs(pair, found, spoil, name):
    assert worded_figures(pair, spoil(found))[name].value < 1.0
