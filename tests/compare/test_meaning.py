"""Numbers and negations are compared on their own."""

import pytest

from compare.meaning import ClausePair, meaning_changes, prohibition_in
from corpora.model import Span

TABLE = [
    # (earlier clause, later clause, channel and what changed)
    ("国内生产总值增长5%左右", "国内生产总值增长4.5%左右", ["number 5% > 4.5%"]),
    ("国内生产总值增长5%左右", "国内生产总值增长5%左右", []),
    ("国内生产总值增长５％左右", "国内生产总值增长5%左右", []),  # only the width differs
    ("增长6.5%-7%", "增长6.5%左右", ["number 6.5%-7% > 6.5%"]),  # a range becomes a point
    ("粮食产量1.3万亿斤以上", "粮食产量1.4万亿斤左右", ["number 1.3万亿 > 1.4万亿"]),
    ("提高1个百分点", "提高2个百分点", ["number 1个百分点 > 2个百分点"]),
    ("到2025年全部完成改造任务", "到2027年全部完成改造任务", []),  # years are no quantities
    ("新建学校12所", "新建学校15所、医院3所", []),  # which number stands for which cannot be told
    ("不搞大水漫灌", "搞大水漫灌", ["negation 不搞 > "]),
    ("不搞大拆大建", "不搞大拆大建", []),
    ("坚持不懈抓好农业", "坚持抓好农业", []),  # 不懈 denies nothing
    ("不断提高收入", "提高收入", []),
    ("坚决制止铺张浪费", "严禁铺张浪费", []),  # both forbid
    ("决不允许占着位子不干事", "允许占着位子干事", ["negation 决不 > "]),
    ("严禁新增隐性债务", "管控新增隐性债务", ["negation 严禁 > "]),
    ("大力发展旅游", "粮食产量不低于1.3万亿斤", []),  # clauses that speak of different things
]


def told(earlier, later):
    pair = ClausePair(Span(0, len(earlier)), Span(0, len(later)), earlier, later)
    return [
        f"{change.channel} {earlier[change.earlier.start : change.earlier.end]}"
        f" > {later[change.later.start : change.later.end]}"
        for change in meaning_changes(pair)
    ]


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_meaning_changes(earlier, later, expected):
    assert told(earlier, later) == expected


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_as_many_changes_when_the_sides_are_swapped(earlier, later, expected):
    assert len(told(later, earlier)) == len(expected)


PROHIBITIONS = [
    ("不搞大拆大建，", "不搞"),
    ("严禁铺张浪费。", "严禁"),
    ("决不允许弄虚作假，", "决不"),
    ("不断提高收入，", None),
    ("加快旧城改造，", None),
]


@pytest.mark.parametrize(("clause", "expected"), PROHIBITIONS)
def test_prohibitions(clause, expected):
    found = prohibition_in(clause, Span(100, 100 + len(clause)))

    assert (clause[found.start - 100 : found.end - 100] if found else None) == expected
