"""Figures of two clauses side by side: the number, what it is measured in, and its qualifier.

1.3万亿斤 and 6.5亿吨 are one amount and no change; 5% and 5个百分点 are measured differently; 5%左右 and
5%以上 promise differently. Which figure stands for which is told by their order where both clauses have as
many, and otherwise by the words before them.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from compare.model import Channel, Direction
from corpora.model import Span
from corpora.quantities import UNITS, Quantity, measured_in, quantities

# Printed numbers with their unit sign; ranges count as one. Han numerals are left to the targets' grammar.
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SIGN = r"[多余]?(?:%|个百分点|万亿|亿|万|千|百)?"
# 5到7元 is a range; 由5%到7% tells where a figure went from and to.
NUMBER = re.compile(
    rf"(?<![由从]){_DIGITS}{_SIGN}到{_DIGITS}{_SIGN}|{_DIGITS}{_SIGN}(?:[-~至]{_DIGITS}{_SIGN})?"
)
_YEAR_AFTER = re.compile(r"^\s*年(?!均)")
_YEAR_DIGITS = 4
# A version or the number in a name (3.0版, 5G, M2) counts nothing.
_NAME_AFTER = re.compile(r"^(?:[A-Za-z]|\.0版|版)")

_ABOUT, _LEAST, _MOST = "about", "least", "most"
_BEHIND = {
    "左右": _ABOUT, "上下": _ABOUT, "以上": _LEAST, "以下": _MOST, "以内": _MOST, "之内": _MOST,
}  # fmt: skip
_BEFORE = {
    "约": _ABOUT, "大约": _ABOUT, "近": _ABOUT, "接近": _ABOUT,
    "至少": _LEAST, "不低于": _LEAST, "不少于": _LEAST, "超过": _LEAST, "突破": _LEAST, "高于": _LEAST,
    "多于": _LEAST, "不超过": _MOST, "不高于": _MOST, "低于": _MOST, "不多于": _MOST,
}  # fmt: skip
# How much a figure binds: 左右 leaves room, a bare figure is itself, a floor or a ceiling must be kept.
_BINDS = {_ABOUT: 0, "": 1, _LEAST: 2, _MOST: 2}
_QUALIFIER_BEHIND = re.compile(r"^[^\d,。;、:左右以之上]{0,6}?(" + "|".join(_BEHIND) + ")")
_QUALIFIER_BEFORE = re.compile(
    "(" + "|".join(sorted(_BEFORE, key=len, reverse=True)) + r")(?<!最近)(?<!附近)"
    r"(?:了|到|至|在|为|降低|下降|提高|增长|增加|减少|新增|达到|完成)?$"
)
_UNIT_BEHIND = re.compile("|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)))
# Last characters before a figure that tell which way it goes.
_FALLING, _RISING = "低降减少跌缩", "高升增加涨扩"
# What several years came to together; what was reached in them is a level and can be compared all the same.
_SUMMED, _AVERAGED = re.compile("累计"), re.compile("年均|平均每年|每年平均")
_SEVERAL_YEARS = re.compile(
    "(?:^|过去|这|近)[三四五六七八九十]年(?!行动|规划|计划|攻坚|制|级|期|内|以|时间|左右|上|下|前|后)"
)
_ONE_YEAR = re.compile("[去上今当全]年")
_LEVEL = re.compile("(?:达|到|至|超过|突破|为|占)(?:了|约|近)?$")
_EACH = "分别"
_REACH = 6  # characters before a figure in which its qualifier stands
_CONTEXT = 2  # characters before a figure that tell which one it is


class Figure(Struct, frozen=True):
    """A printed number with the words around it.

    Attributes:
        text: the number with its sign.
        span: where it stands in the clause.
        unit: the unit behind it, or an empty string.
        sense: what its qualifier says; empty without one.
        qualifier: where the qualifier stands; empty without one.
        context: the characters before it.
    """

    text: str
    span: Span
    unit: str
    sense: str
    qualifier: Span
    context: str

    @property
    def with_unit(self) -> Span:
        """Where the number stands together with its unit."""
        return Span(self.span.start, self.span.end + len(self.unit))


class FigureChange(Struct, frozen=True):
    """A difference of two figures; the spans are offsets in their clauses."""

    channel: Channel
    earlier: Span
    later: Span
    direction: Direction | None


def figures_in(form: str) -> list[Figure]:
    """The figures of a clause in its matching form; years and numbers in names are none."""
    return [
        _figure(form, found.start(), found.end())
        for found in NUMBER.finditer(form)
        if not _is_name(form, found.group(), found.start(), found.end())
    ]


def _is_name(form: str, text: str, start: int, end: int) -> bool:
    if len(text) == _YEAR_DIGITS and _YEAR_AFTER.match(form[end:]):
        return True
    in_word = start > 0 and form[start - 1].isascii() and form[start - 1].isalpha()
    return in_word or _NAME_AFTER.match(form[end:]) is not None


def _figure(form: str, start: int, end: int) -> Figure:
    behind = _QUALIFIER_BEHIND.match(form[end : end + 9])
    before = _QUALIFIER_BEFORE.search(form[max(start - _REACH, 0) : start])
    sense, qualifier = "", Span(end, end)
    if behind:
        sense, qualifier = _BEHIND[behind[1]], Span(end + behind.start(1), end + behind.end(1))
    elif before:
        offset = max(start - _REACH, 0)
        sense, qualifier = _BEFORE[before[1]], Span(offset + before.start(1), offset + before.end(1))
        start_of_context = qualifier.start
        context = form[max(start_of_context - _CONTEXT, 0) : start_of_context]
        return Figure(form[start:end], Span(start, end), _unit(form, end), sense, qualifier, context)
    context = form[max(start - _CONTEXT, 0) : start]
    return Figure(form[start:end], Span(start, end), _unit(form, end), sense, qualifier, context)


def _unit(form: str, end: int) -> str:
    found = _UNIT_BEHIND.match(form, end)
    return found.group() if found else ""


# -- two clauses -----------------------------------------------------------------------------------


def looks_back_on_years(form: str) -> bool:
    """Whether a paragraph in its matching form opens with years that it looks back on: 五年来, 这五年."""
    return _SEVERAL_YEARS.match(form) is not None


def figure_changes(
    earlier: str, later: str, several: tuple[bool, bool] = (False, False)
) -> Iterator[FigureChange]:
    """What differs between the figures of two clauses that speak of one thing.

    Args:
        earlier: the earlier clause in its matching form.
        later: the later clause.
        several: for both sides, whether the paragraph looks back on several years.
    """
    sides = figures_in(earlier), figures_in(later)
    if not sides[0] or not sides[1]:
        return
    for one, other in _paired(*sides, (earlier, later)):
        years = _years_told(earlier, one, several=several[0]), _years_told(later, other, several=several[1])
        if years[0] != years[1]:
            continue  # 五年新建60所, 全年新建12所
        if one.text != other.text:
            if _of_different_things(earlier, later, one, other):
                continue  # 危房800户, 户厕1.6万座
            yield from _numbers(earlier, later, one, other)
        elif one.unit != other.unit and _measured_differently(one, other):
            yield FigureChange(Channel.UNIT, one.with_unit, other.with_unit, None)
        yield from _qualifiers(earlier, later, one, other)


def _paired(
    earlier: list[Figure], later: list[Figure], forms: tuple[str, str]
) -> Iterator[tuple[Figure, Figure]]:
    if len(earlier) == len(later):
        yield from zip(earlier, later, strict=True)
        return
    if len({_EACH in form for form in forms}) > 1:
        return  # 分别提高6元和8元: two figures of two things
    keys = [[(each.context, each.unit) for each in side] for side in (earlier, later)]
    for key, one in zip(keys[0], earlier, strict=True):
        if key[0] and keys[0].count(key) == keys[1].count(key) == 1:
            yield one, later[keys[1].index(key)]


def _measured_differently(one: Figure, other: Figure) -> bool:
    """Whether two units size differently: 亩 and 公顷 do, 个 and 项 count alike; no unit says nothing."""
    return bool(one.unit and other.unit) and measured_in(one.unit) != measured_in(other.unit)


def _years_told(form: str, figure: Figure, *, several: bool) -> str:
    """Whether a figure is what several years came to together, or each of them on average; else empty."""
    if _AVERAGED.search(form):
        return "average"
    if _SUMMED.search(form):
        return "sum"
    if not (_SEVERAL_YEARS.search(form) or (several and not _ONE_YEAR.search(form))):
        return ""
    return "" if _LEVEL.search(form[max(figure.span.start - _REACH, 0) : figure.span.start]) else "sum"


def _of_different_things(earlier: str, later: str, one: Figure, other: Figure) -> bool:
    """Whether two figures are measured differently and behind different words: 增长3%, 超过120亿元."""
    sides = _quantity(earlier, one.span), _quantity(later, other.span)
    if not (sides[0] and sides[1]) or one.context == other.context:
        return False
    sizes = {measured_in(each.unit)[0] for each in sides if each}
    return len(sizes) > 1 and all(sizes)


def _numbers(earlier: str, later: str, one: Figure, other: Figure) -> Iterator[FigureChange]:
    sides = _quantity(earlier, one.span), _quantity(later, other.span)
    channel, direction = Channel.NUMBER, None
    if sides[0] and sides[1]:
        measures = [measured_in(each.unit) for each in sides if each]
        if measures[0][0] == measures[1][0] or not all(dimension for dimension, _ in measures):
            low, high = (
                [round(getattr(side, end) * size, 9) for side, (_, size) in zip(sides, measures, strict=True)]
                for end in ("low", "high")
            )
            if low[0] == low[1] and high[0] == high[1]:
                return  # the same amount, printed in another unit
            direction = None if _go_apart(one, other) else _direction(low, high)
        else:
            channel = Channel.UNIT
    yield FigureChange(channel, one.span, other.span, direction)


def _go_apart(one: Figure, other: Figure) -> bool:
    """Whether one figure tells how much less and the other how much more: 低0.4, 高0.2."""
    ends = one.context[-1:], other.context[-1:]
    return any(
        ends[here] and ends[1 - here] and ends[here] in _FALLING and ends[1 - here] in _RISING
        for here in (0, 1)
    )


def _direction(low: list[float], high: list[float]) -> Direction | None:
    """Both ends speak: a range inside the other is narrower, whatever its middle."""
    if low[1] >= low[0] and high[1] <= high[0]:
        return Direction.NARROWER
    if low[1] <= low[0] and high[1] >= high[0]:
        return Direction.WIDER
    return Direction.HIGHER if low[1] > low[0] else Direction.LOWER


def _quantity(form: str, span: Span) -> Quantity | None:
    return next((each for each in quantities(form) if each.span.start <= span.start < each.span.end), None)


def _qualifiers(earlier: str, later: str, one: Figure, other: Figure) -> Iterator[FigureChange]:
    """The qualifier changed; a range says itself how much it leaves open, and 不 is told as a negation."""
    if one.sense == other.sense or any(mark in each.text for each in (one, other) for mark in "-~至到"):
        return
    words = [
        form[each.qualifier.start : each.qualifier.end] for form, each in ((earlier, one), (later, other))
    ]
    if {f"不{words[0]}", words[0]} == set(words) or f"不{words[1]}" == words[0]:
        return
    binds = _BINDS[one.sense], _BINDS[other.sense]
    direction = None
    if binds[0] != binds[1]:
        direction = Direction.STRONGER if binds[1] > binds[0] else Direction.WEAKER
    yield FigureChange(Channel.QUALIFIER, one.qualifier, other.qualifier, direction)
