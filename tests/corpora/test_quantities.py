"""Chinese amounts: one line a case, and numbers that come back from the way they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.model import Span
from corpora.quantities import MAGNITUDES, UNITS, han_number, measured_in, quantities

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "vague"),
    [
        ("粮食产量1.3万亿斤以上", 1.3, 1.3, "万亿斤", ""),
        ("增长6.5%－7%", 6.5, 7, "%", ""),
        ("增长６．５％左右", 6.5, 6.5, "%", ""),
        ("城镇化率提高两个百分点", 2, 2, "个百分点", ""),
        ("下降三成", 3, 3, "成", ""),
        ("增长百分之五左右", 5, 5, "%", ""),
        ("减税8000多亿元", 8000, 8000, "亿元", "多"),
        ("5亿多亩农田", 5, 5, "亿亩", "多"),
        ("再减少1000万以上", 1000, 1000, "万", ""),
        ("培训2,100万人次", 2100, 2100, "万人次", ""),
        ("新增1万2千人", 1.2, 1.2, "万人", ""),
        ("压缩至1个工作日", 1, 1, "个工作日", ""),
        ("14.5至16万吨", 14.5, 16, "万吨", ""),
        ("5G基站800个", 800, 800, "个", ""),
        ("再开工20项工程", 20, 20, "项", ""),
        ("控制在 3.3%以内", 3.3, 3.3, "%", ""),
    ],
)
def test_one_amount(text, low, high, unit, vague):
    (found,) = quantities(text)

    assert (found.low, found.high, found.unit, found.vague) == (low, high, unit, vague)


@pytest.mark.parametrize(
    "text",
    ["广义货币M2", "PM2.5浓度", "第20条", "一带一路", "三农工作", "三成立", "第三成", "一批项目", "共建C919"],
)
def test_what_counts_nothing(text):
    assert quantities(text) == ()


def test_two_amounts_of_a_clause_stand_apart():
    found = quantities("赤字率从去年的2.1%提高到2.3%", offset=10)

    assert [each.low for each in found] == [2.1, 2.3]
    assert found[0].span == Span(17, 21)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.3万亿斤", "6.5亿吨"), ("1.62万亿元", "16200亿元"), ("三成", "30%"), ("1500万亩", "100万公顷")],
)
def test_the_same_amount_in_other_units(one, other):
    (first,), (second,) = quantities(one), quantities(other)

    assert first.dimension == second.dimension != ""
    assert first.magnitude[0] == pytest.approx(second.magnitude[0])


@pytest.mark.parametrize("numeral", ["", "点", "三点", "点点", "三x", "百点十"])
def test_no_numeral(numeral):
    assert han_number(numeral) is None


def section_in_han(number):
    """A number below 10000 as it is written."""
    text, skipped = "", False
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if skipped and text else "") + DIGITS[digit] + word
            skipped = False
        else:
            skipped = True
    return text


def in_han(number):
    """A number below 10^16 as it is written, with 万 and 亿."""
    if number == 0:
        return "零"
    wide, rest = divmod(number, 10**8)
    text = (in_han(wide) + "亿") if wide else ""
    middle, small = divmod(rest, 10**4)
    if middle:
        text += ("零" if wide and middle < 1000 else "") + section_in_han(middle) + "万"
    if small:
        text += ("零" if text and small < 1000 else "") + section_in_han(small)
    return text


@given(st.integers(0, 10**15))
def test_a_number_comes_back_from_han_characters(number):
    assert han_number(in_han(number)) == number


@given(
    st.integers(0, 10**6).map(lambda hundredths: hundredths / 100),
    st.sampled_from(sorted(MAGNITUDES)),
    st.sampled_from(sorted(set(UNITS) - {"成", "%", "‰", "个百分点", "百分点", "倍"})),
    st.booleans(),
)
def test_mixed_forms_come_back(number, magnitude, unit, wide):
    printed = f"{number:g}"
    if "e" in printed:
        return
    text = f"目标是{printed}{magnitude}{unit}。"
    if wide:
        text = text.translate({code: code + 0xFEE0 for code in range(ord("!"), ord("~"))})

    (found,) = quantities(text)

    size = UNITS[unit][1]
    assert (found.low, found.high, found.unit) == (float(printed), float(printed), magnitude + unit)
    assert measured_in(found.unit) == (UNITS[unit][0], pytest.approx(size * MAGNITUDES[magnitude]))


@given(st.text(alphabet="0123456789.,%％－-万亿元个百分点多余第年", max_size=30))
def test_amounts_never_overlap_and_stand_where_they_say(text):
    found = quantities(text)

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
