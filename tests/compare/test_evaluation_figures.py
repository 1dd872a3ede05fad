"""Figures of an evaluation on small cases whose answers are plain."""

import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.evaluation.aligned import FoundAlignment, alignment_figures
from compare.evaluation.baseline import assigned
from compare.evaluation.figures import Counts, Share, counted, pooled, squeezed, words_only
from compare.evaluation.gold import (
    AlignmentGold,
    GoldLink,
    GoldUnit,
    JudgedGold,
    PhrasesGold,
    PromiseGold,
    TargetGold,
    TargetsGold,
    TermsGold,
)
from compare.evaluation.judged import judged_figures, unjudged
from compare.evaluation.phrased import phrases_figures, terms_figures
from compare.evaluation.undertaken import promises_figures, targets_figures
from compare.model import PhraseStatus
from compare.undertakings.model import Aim, Period, PromiseAnswer, PromiseStatus, Target
from corpora.model import Level, Role, Span, Unit


@pytest.mark.parametrize(
    ("counts", "figures"),
    [
        (Counts(3, 1, 4), (0.75, 0.75, 0.75)),
        (Counts(0, 0, 4), (0.0, 0.0, 0.0)),
        (Counts(0, 0, 0), (0.0, 1.0, 0.0)),
        (Counts(2, 0, 4), (1.0, 0.5, 2 / 3)),
    ],
)
def test_precision_recall_f1(counts, figures):
    assert (counts.precision, counts.recall, counts.value) == pytest.approx(figures)


@pytest.mark.parametrize(
    ("found", "right", "allowed", "counts"),
    [
        ({1, 2, 3}, {2, 3, 4}, set(), Counts(2, 1, 3)),
        ({1, 2, 3}, {2, 3, 4}, {1}, Counts(2, 0, 3)),
        (set(), {1}, set(), Counts(0, 0, 1)),
    ],
)
def test_what_is_allowed_counts_neither_way(found, right, allowed, counts):
    assert counted(found, right, allowed) == counts


def test_pooled_figures_sum_counts():
    parts = [
        {"x": Counts(1, 0, 2), "y": Share(1, 4)},
        {"x": Counts(3, 2, 3), "y": Share(3, 4)},
        {"z": Share(0, 1, is_fault=True)},
    ]

    assert pooled(parts) == {"x": Counts(4, 2, 5), "y": Share(4, 8), "z": Share(0, 1, is_fault=True)}


@pytest.mark.parametrize(
    ("share", "value"),
    [(Share(1, 4), 0.25), (Share(0, 0), 1.0), (Share(0, 0, is_fault=True), 0.0)],
)
def test_a_share_of_nothing_is_no_failure(share, value):
    assert share.value == value


@pytest.mark.parametrize(
    ("text", "tight", "bare"),
    [("增长 ５％\u200b左右，", "增长5%左右,", "增长5%左右"), ("“两重”\u3000建设", "“两重”建设", "两重建设")],
)
def test_forms_for_quotes(text, tight, bare):
    assert (squeezed(text), words_only(text)) == (tight, bare)


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_the_assignment_is_the_best_of_all(count, width, data):
    worth = np.array(
        data.draw(
            st.lists(
                st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=count, max_size=count
            )
        ),
        dtype=float,
    )
    pairs = assigned(worth)

    few, many = sorted((count, width))
    table = worth if count <= width else worth.T
    best = max(
        sum(table[i, j] for i, j in enumerate(columns))
        for columns in itertools.permutations(range(many), few)
    )
    assert sum(worth[i, j] for i, j in pairs) == pytest.approx(best)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == few


def side(*texts):
    """A report of measures and sections (those that begin with a number), as far as figures look at it."""
    units, parent = [], None
    for number, text in enumerate(texts, start=1):
        level = Level.SECTION if text[0] in "一二三" else Level.MEASURE
        name = f"{level.value[0]}{number}"
        units.append(
            Unit(
                name,
                level,
                Role.PLAN,
                "",
                None,
                None,
                None if level is Level.SECTION else parent,
                Span(0, len(text)),
                0,
                text,
            )
        )
        parent = name if level is Level.SECTION else parent
    return SimpleNamespace(
        units=tuple(units), text="".join(texts), quote=lambda span: "".join(texts)[span.start : span.end]
    )


def units(letter, *anchors):
    return tuple(
        GoldUnit(
            f"{letter}{number}", text, Level.SECTION if text[0] in "一二三" else Level.MEASURE, Role.PLAN
        )
        for number, text in enumerate(anchors, start=1)
    )


EARLIER = side("一、甲部", "扩大内需。促进消费", "稳定外贸。优化结构")
LATER = side("一、乙部", "稳定外贸。提升质量", "大力提振消费。发券", "再接着说。", "新的任务。")
GOLD = AlignmentGold(
    units("o", "一、甲部", "扩大内需", "稳定外贸"),
    units("n", "一、乙部", "稳定外贸", "大力提振", "新的任务"),
    (GoldLink(("o1",), ("n1",)), GoldLink(("o2",), ("n3",)), GoldLink(("o3",), ("n2",), moved=True)),
    frozenset({"n4"}),
    frozenset(),
)


@pytest.mark.parametrize(
    ("links", "new", "name", "counts"),
    [
        ([("m2", "m3", False)], (), "measure", Counts(1, 0, 2)),
        ([("m2", "m4", False)], (), "measure", Counts(1, 0, 2)),  # a later piece of the same unit
        ([("m2", "m3", False), ("m3", "m3", False)], (), "measure", Counts(1, 1, 2)),
        ([("m3", "m2", True)], (), "moved", Counts(1, 0, 1)),
        ([("m2", "m3", True), ("m3", "m2", False)], (), "moved", Counts(0, 1, 1)),
        ([("s1", "s1", False)], (), "section", Counts(1, 0, 1)),
        ([], ("m5",), "new", Counts(1, 0, 1)),
        ([], ("m5", "m2"), "new", Counts(1, 1, 1)),
        ([("m3", "m2", False)], ("m5", "m2"), "new", Counts(1, 0, 1)),  # it is linked, not new
    ],
)
def test_alignment_is_judged_pair_by_pair(links, new, name, counts):
    found = FoundAlignment(tuple(((one,), (other,), moved) for one, other, moved in links), new, ())

    assert alignment_figures(GOLD, EARLIER, LATER, found)[name] == counts


def test_starts_and_roles_are_told():
    moved_in = side("一、甲部", "这里先说些别的。扩大内需。", "稳定外贸。")
    figures = alignment_figures(GOLD, moved_in, LATER, FoundAlignment((), (), ()))

    assert (figures["units"], figures["starts"], figures["roles"]) == (Share(7, 7), Share(6, 7), Share(7, 7))


def target(text, value, unit="%", qualifier="左右"):
    return lambda where: Target(
        "",
        Span(where.text.index(text), where.text.index(text) + len(text)),
        "m1",
        value,
        unit,
        qualifier,
        Period.YEAR,
        Aim.MORE,
    )


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (target("生产总值增长5%左右", (5.0, 5.0)), (1, 1, 1, 1)),
        (target("增长5%左右", (5.0, 5.0), qualifier=None), (1, 1, 1, 0)),
        (target("增长5%左右", (4.0, 5.0)), (1, 0, 1, 1)),
        (target("增长5%左右", None, unit=None), (1, 0, 0, 1)),
        (target("就业稳定", None), (0, 0, 0, 0)),
    ],
)  # fmt: skip
def test_targets(told, right):
    where = side("生产总值增长5%左右，就业稳定")
    found = SimpleNamespace(
        earlier=where, later=where, targets=[SimpleNamespace(earlier=told(where), later=None)]
    )
    gold = TargetsGold((TargetGold("生产总值增长5%左右", (5.0,), "%", "左右"),), ())

    figures = targets_figures(gold, found)
    assert [figures[name].hit for name in ("found", "value", "unit", "qualifier")] == list(right)


def answer(promise, reply):
    earlier, later = side("建成甲中心，修好乙路"), side("甲中心建成投用，绿化丙地")
    spans = [
        Span(where.text.index(text), where.text.index(text) + len(text)) if text else None
        for where, text in ((earlier, promise), (later, reply))
    ]
    status = PromiseStatus.REPORTED if reply else PromiseStatus.SILENT
    told = PromiseAnswer(
        spans[0],
        "m1",
        status,
        spans[1],
        "m1",
        with_number=False,
        score=1.0,
        reason="",
        nearest=None,
        nearest_unit=None,
    )
    return SimpleNamespace(earlier=earlier, later=later, promises=[told])


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        (PromiseGold("建成甲中心", "甲中心建成投用"), answer("建成甲中心", "甲中心建成投用"), {"found": 1, "status": 1, "linked": 1, "silent": 0}),
        (PromiseGold("建成甲中心", "甲中心建成投用"), answer("建成甲中心", "绿化丙地"), {"found": 1, "status": 1, "linked": 0, "silent": 0}),
        (PromiseGold("建成甲中心", "甲中心建成投用"), answer("建成甲中心", None), {"found": 1, "status": 0, "linked": 0, "silent": 0}),
        (PromiseGold("修好乙路", None), answer("修好乙路", None), {"found": 1, "status": 1, "linked": 0, "silent": 1}),
        (PromiseGold("修好乙路", None), answer("修好乙路", "绿化丙地"), {"found": 1, "status": 0, "linked": 0, "silent": 0}),
        (PromiseGold("修好乙路", None), answer("建成甲中心", None), {"found": 0, "status": 0, "linked": 0, "silent": 0}),
    ],
)  # fmt: skip
def test_promises(wanted, found, right):
    assert {name: share.hit for name, share in promises_figures([wanted], found).items()} == right


def phrase(status, text, earlier=None, later=None):
    return SimpleNamespace(status=status, text=text, earlier_text=earlier, later_text=later, weight=1.0)


def test_phrases_are_recalled_and_contradicted():
    told = (
        phrase(PhraseStatus.NEW, "适度宽松的货币政策"),
        phrase(PhraseStatus.NEW, "稳中求进"),
        phrase(PhraseStatus.DROPPED, "大水漫灌"),
        phrase(PhraseStatus.REWORDED, "更加积极", "积极的财政政策", "更加积极的财政政策"),
    )
    found = SimpleNamespace(earlier=side("坚持稳中求进"), later=side("别的"), phrases=told)
    gold = PhrasesGold(
        ("适度宽松的货币政策", "投资于人"),
        ("不搞大水漫灌",),
        (("积极的财政政策", "更加积极的财政政策"),),
        ("稳中求进",),
    )

    assert {name: (share.hit, share.total) for name, share in phrases_figures(gold, found).items()} == {
        "new": (1, 2), "dropped": (1, 1), "pairs": (1, 1), "carried": (1, 1), "new_in_old": (1, 2), "dropped_in_new": (0, 1),
    }  # fmt: skip


def test_terms_are_recalled_and_old_ones_told():
    told = (
        phrase(PhraseStatus.NEW, "低空经济"),
        phrase(PhraseStatus.NEW, "稳中求进"),
        phrase(PhraseStatus.REWORDED, "甲", "乙", "新质生产力"),
    )
    found = SimpleNamespace(earlier=EARLIER, later=LATER, phrases=told)
    gold = TermsGold(("低空经济", "新质生产力", "银发经济"), ("稳中求进", "高质量发展"))

    assert {name: (share.hit, share.total) for name, share in terms_figures(gold, found).items()} == {
        "terms": (2, 3), "old_terms": (1, 2),
    }  # fmt: skip


def judged(new=(), dropped=(), targets=()):
    found = [
        SimpleNamespace(earlier=None, later=SimpleNamespace(indicator=name, value=value, unit=unit))
        for name, value, unit in targets
    ]
    told = [phrase(PhraseStatus.NEW, text) for text in new] + [
        phrase(PhraseStatus.DROPPED, text) for text in dropped
    ]
    return SimpleNamespace(earlier=EARLIER, later=LATER, phrases=told, targets=found)


JUDGED = JudgedGold(
    {"低空经济": True, "更多世界": False}, {"平急两用": True}, {"新增就业 1200万人": True, "建设 11个": False}
)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (judged(new=("低空经济",)), {"new_named": (1, 1), "judged": (1, 1)}),
        (judged(new=("低空经济", "更多世界")), {"new_named": (1, 2), "judged": (2, 2)}),
        (judged(new=("低空经济", "银发经济")), {"new_named": (1, 1), "judged": (1, 2)}),
        (judged(dropped=("“平急两用”",)), {"dropped_named": (1, 1), "judged": (1, 1)}),
        (judged(targets=(("新增就业", (1200.0, 1200.0), "万人"),)), {"aims": (1, 1), "judged": (1, 1)}),
        (judged(targets=(("建设", (11.0, 11.0), "个"), ("物价", (1.0, 2.0), "%"))), {"aims": (0, 1), "judged": (1, 2)}),
        (judged(), {}),
    ],
)  # fmt: skip
def test_what_is_listed_is_held_against_judgements(found, right):
    figures = judged_figures(JUDGED, found)

    assert {name: (share.hit, share.total) for name, share in figures.items()} == right


def test_the_unjudged_are_listed_for_kinds_that_are_judged():
    found = judged(new=("银发经济", "低空经济"), dropped=("大水漫灌",), targets=(("物价", (1.0, 2.0), "%"),))

    assert unjudged(replace(JUDGED, dropped={}), found) == {
        "new_named": ("银发经济",),
        "aims": ("物价 1–2%",),
    }


def test_without_formulations_there_are_no_figures():
    found = SimpleNamespace(earlier=EARLIER, later=LATER, phrases=())

    assert phrases_figures(PhrasesGold(("甲",), (), (), ()), found) == {}
