"""The way from one wording to the other rebuilds both sides and respects what readers take as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import EditKind
from compare.wording.wording import compare_wording
from corpora.model import Level, Role, Span, Unit

ALPHABET = "经济发展增长改革不5.％3，。；、\n”“年"


def units(*texts):
    """Units one after another in a text, with a line end between them."""
    found, start = [], 0
    for number, text in enumerate(texts):
        span = Span(start, start + len(text))
        found.append(Unit(f"m{number}", Level.MEASURE, Role.PLAN, "", None, None, None, span, start, text))
        start += len(text) + 1
    return found


def marked(earlier, later):
    """`同[-删-]{+增+}` for the way from one to the other text."""
    steps = compare_wording(units(earlier), units(later), clause_pair=0.45).edits
    pieces = []
    for step in steps:
        gone, come = earlier[step.earlier.start : step.earlier.end], later[step.later.start : step.later.end]
        if step.kind is EditKind.EQUAL:
            pieces.append(come)
        else:
            pieces.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(pieces)


TABLE = [
    ("国内生产总值增长5%左右；", "国内生产总值增长4.5%左右；", "国内生产总值增长[-5%-]{+4.5%+}左右；"),
    ("实施稳健的货币政策。", "实施适度宽松的货币政策。", "实施[-稳健-]{+适度宽松+}的货币政策。"),
    ("不搞大水漫灌，", "搞大水漫灌，", "[-不-]搞大水漫灌，"),
    ("扩大内需，", "扩大内需，", "扩大内需，"),
    ("互联网＋行动", "互联网+行动", "互联网+行动"),  # only the width differs
    ("发展旅游业。加强环境保护。", "加强环境保护。", "[-发展旅游业。-]加强环境保护。"),
    ("加强环境保护。", "加强环境保护。办好教育。", "加强环境保护。{+办好教育。+}"),
    # figures, also inside larger edits
    ("今年投资4.5万亿元。", "今年拟安排投资5万亿元。", "今年{+拟安排+}投资[-4.5万亿-]{+5万亿+}元。"),
    ("比重达到15.5%左右，", "比重提高到15%左右，", "比重[-达到15.5%-]{+提高到15%+}左右，"),
    ("增长6.5%-7%，", "增长6.5%左右，", "增长[-6.5%-7%-]{+6.5%左右+}，"),
    # names and terms
    ("学习“千村示范”经验，", "学习“千万工程”经验，", "学习[-“千村示范”-]{+“千万工程”+}经验，"),
    ("实施《发展规划》，", "实施《建设规划》，", "实施[-《发展规划》-]{+《建设规划》+}，"),
    ("建设5G基站，", "建设6G基站，", "建设[-5G-]{+6G+}基站，"),
    # words that share a character
    ("加快信用体系建设，", "加强信用体系建设，", "[-加快-]{+加强+}信用体系建设，"),
    ("要贯彻新理念，", "要深入贯彻新理念，", "要{+深入+}贯彻新理念，"),
    # a list in another order
    ("打造智慧、韧性城市，", "打造韧性、智慧城市，", "打造{+韧性、+}智慧[-、韧性-]城市，"),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_wording(earlier, later, expected):
    assert marked(earlier, later) == expected


texts = st.lists(st.text(ALPHABET, min_size=1, max_size=40), min_size=1, max_size=3)


@given(texts, texts)
def test_edits_rebuild_both_sides(earlier, later):
    earlier, later = (
        ["".join(text.split("\n")) or "。" for text in earlier],
        ["".join(text.split("\n")) or "。" for text in later],
    )
    edits = compare_wording(units(*earlier), units(*later), clause_pair=0.45).edits
    whole = "\n".join(earlier), "\n".join(later)

    assert "".join(whole[0][e.earlier.start : e.earlier.end] for e in edits) == "".join(earlier)
    assert "".join(whole[1][e.later.start : e.later.end] for e in edits) == "".join(later)


@given(texts)
def test_the_same_text_has_no_change(earlier):
    earlier = ["".join(text.split("\n")) or "。" for text in earlier]
    wording = compare_wording(units(*earlier), units(*earlier), clause_pair=0.45)

    assert {edit.kind for edit in wording.edits} == {EditKind.EQUAL}
    assert wording.likeness == 1.0
    assert wording.changes == ()


def test_no_edit_crosses_the_border_of_two_units():
    earlier = units("新建学校。", "新建医院。")
    later = units("建成车站。", "建成机场。")
    edits = compare_wording(earlier, later, clause_pair=0.9).edits

    borders = [unit.span for unit in earlier]
    for edit in edits:
        assert any(span.start <= edit.earlier.start and edit.earlier.end <= span.end for span in borders)


def wording(earlier, later):
    return compare_wording(units(earlier), units(later), clause_pair=0.45)


def quotes(spans, text):
    return [text[span.start : span.end] for span in spans]


def test_clauses_without_counterpart_are_told_on_both_sides():
    earlier = "加快旧城改造，完善社区养老服务设施。同时，"
    later = "加快旧城改造，发展低空经济和商业航天。同时，"
    found = wording(earlier, later)

    assert quotes([span for span, _ in found.earlier_only], earlier) == ["完善社区养老服务设施。"]
    assert quotes([span for span, _ in found.later_only], later) == ["发展低空经济和商业航天。"]


REORDERED = [
    (
        "新建学校三十所，改造道路一百公里，整治黑臭水体。",
        "整治黑臭水体，新建学校三十所，改造道路一百公里。",
        [("整治黑臭水体。", "整治黑臭水体，")],
    ),
    ("打造宜居、智慧、韧性城市", "打造宜居、韧性、智慧城市", []),  # the last item carries the noun
    ("深化农村、林场、供销社等改革", "深化林场、农村、供销社等改革", []),
    (
        "办好高教、普教、特教、幼教，",
        "办好高教、特教、普教、幼教，",
        [("特教", "特教")],
    ),
    ("扩大内需，稳定外贸。", "扩大内需，稳定外贸。", []),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), REORDERED)
def test_what_changed_its_order_is_neither_new_nor_gone(earlier, later, expected):
    found = wording(earlier, later)

    told = [(earlier[one.start : one.end], later[other.start : other.end]) for one, other in found.reordered]
    assert told == expected
    assert (found.earlier_only, found.later_only) == ((), ())


def test_a_number_that_changed_in_a_clause_out_of_order_is_told():
    earlier = "新建学校30所，改造农村道路100公里，整治黑臭水体。"
    later = "改造农村道路120公里，整治黑臭水体，新建学校30所。"
    changes = wording(earlier, later).changes

    assert [
        (earlier[c.earlier.start : c.earlier.end], later[c.later.start : c.later.end]) for c in changes
    ] == [("100", "120")]
