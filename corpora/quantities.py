"""Numbers and amounts in Chinese text: `1.3万亿斤`, `6.5%－7%`, `两个百分点`, `三成`, `8000多亿元`.

An amount is a number, perhaps a magnitude (万, 亿, 万亿) and a unit. The printed form is kept (1.3 and
万亿斤), and a magnitude in a base unit is computed, so that 1.3万亿斤 and 6.5亿吨 can be compared. Libraries
for units know neither 亩 nor 万亿斤 nor 个百分点; the grammar is our own.

Numerals written in Han characters stand in every second sentence without counting anything (一带一路, 三农,
第一), so they are read only before a unit that leaves no doubt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from corpora.model import Span

_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FORM = _WIDTH | dict.fromkeys("—–―‐‑−", "-")
_OTHER_FORM = re.compile(f"[{re.escape(''.join(_FORM))}]")

MAGNITUDES = {
    "": 1.0, "十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8,
    "十亿": 1e9, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12,
}  # fmt: skip

# unit -> (dimension, size in the dimension's base). One dimension holds what may be compared as an amount.
UNITS: dict[str, tuple[str, float]] = {
    "%": ("%", 1.0), "‰": ("%", 0.1), "成": ("%", 10.0),
    "个百分点": ("point", 1.0), "百分点": ("point", 1.0), "倍": ("times", 1.0),
    "元": ("yuan", 1.0), "元人民币": ("yuan", 1.0), "美元": ("dollar", 1.0), "欧元": ("euro", 1.0),
    "斤": ("kg", 0.5), "公斤": ("kg", 1.0), "千克": ("kg", 1.0), "吨": ("kg", 1000.0), "担": ("kg", 50.0),
    "吨标准煤": ("coal", 1000.0),
    "亩": ("m2", 2000 / 3), "公顷": ("m2", 10000.0), "平方公里": ("m2", 1e6), "平方米": ("m2", 1.0),
    "公里": ("m", 1000.0), "千米": ("m", 1000.0), "米": ("m", 1.0), "立方米": ("m3", 1.0),
    "人": ("person", 1.0), "名": ("person", 1.0), "人次": ("visit", 1.0), "户": ("household", 1.0),
    "千瓦": ("kW", 1.0), "千瓦时": ("kWh", 1.0), "度": ("kWh", 1.0), "微克": ("microgram", 1.0),
    "小时": ("hour", 1.0), "分钟": ("minute", 1.0), "天": ("day", 1.0), "个月": ("month", 1.0),
    "个工作日": ("working day", 1.0), "工作日": ("working day", 1.0), "岁": ("age", 1.0),
    "日": ("date", 1.0), "月": ("date", 1.0), "年": ("year", 1.0),
    # counters: the noun tells what is counted, so 60个 and 60项 of one thing are alike
    **dict.fromkeys("个家件项条所台辆部座处套张支种类间栋艘架头只株场次宗片盏", ("count", 1.0)),
    **dict.fromkeys("对门块位篇列眼口批", ("count", 1.0)),
    **dict.fromkeys(("人份", "标箱", "批次", "场次", "架次"), ("count", 1.0)),
}  # fmt: skip

_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"
_DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_WIDE = {"万": 10**4, "亿": 10**8}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_SURE_AFTER_HAN = (
    r"个百分点|百分点|成(?!立|果|效|为|本|长|就|功|员|熟|千|都|渝|绩|份|片|套|群|品|色|分|人)|倍"
)
_AMOUNT = (
    rf"(?P<NAME>{_DIGITS})\s*(?P<NAME_more>[多余])?(?P<NAME_size>(?!千[克瓦米])(?:{_MAGNITUDE}))?(?P<NAME_rest>[多余])?"
    rf"\s*(?P<NAME_unit>{_UNIT})?"
)
_PRINTED = re.compile(
    r"(?<![A-Za-z\d.\-/第])" + _AMOUNT.replace("NAME", "low")
    + r"(?:[-~至到]" + _AMOUNT.replace("NAME", "high") + r")?(?![A-Za-z])"
)  # fmt: skip
_MAY_COUNT = re.compile(r"[\d成倍点]|百分")  # without one of these there is no amount: most clauses have none
_PER_CENT = re.compile(rf"百分之(?P<number>[{_HAN}]+(?:点[{_HAN}]+)?)")
_SPELLED = re.compile(
    rf"(?<![第{_HAN}])(?P<number>[{_HAN}]*[{_HAN}](?:点[{_HAN}]+)?)(?P<unit>{_SURE_AFTER_HAN})"
)


class Quantity(Struct, frozen=True, gc=False):
    """An amount as printed, and as a magnitude that can be compared.

    Attributes:
        low: the number, or the lower end of a range, as printed (1.3 of `1.3万亿斤`).
        high: the upper end; equals `low` where there is no range.
        unit: magnitude and unit as printed (`万亿斤`, `%`, `个百分点`), or an empty string.
        vague: `多` or `余` where it stands inside the amount (`8000多亿元`), else an empty string.
        span: where the amount stands.
    """

    low: float
    high: float
    unit: str
    vague: str
    span: Span

    @property
    def is_range(self) -> bool:
        """Whether two ends were printed."""
        return self.low != self.high

    @property
    def dimension(self) -> str:
        """What is measured: amounts of one dimension can be compared; an empty string without a unit."""
        return measured_in(self.unit)[0]

    @property
    def magnitude(self) -> tuple[float, float]:
        """Both ends in the base unit of the dimension."""
        size = measured_in(self.unit)[1]
        return self.low * size, self.high * size


@lru_cache(maxsize=512)
def measured_in(unit: str) -> tuple[str, float]:
    """The dimension of a printed unit and its size in the dimension's base.

    Args:
        unit: `万亿斤`, `%`, `万` …

    Returns:
        Dimension and size; the dimension is empty for a bare magnitude and for an unknown unit.
    """
    for magnitude in sorted(MAGNITUDES, key=len, reverse=True):
        noun = unit.removeprefix(magnitude)
        if unit.startswith(magnitude) and (noun in UNITS or not noun) and unit not in UNITS:
            dimension, size = UNITS.get(noun, ("", 1.0))
            return dimension, size * MAGNITUDES[magnitude]
    return UNITS.get(unit, ("", 1.0))


def one_width(text: str) -> str:
    """The text with full-width letters, digits and signs in half width and one form of dash; no longer."""
    # few kinds of characters differ in a text: `str.translate` would ask a table about each character
    for character in set(_OTHER_FORM.findall(text)):
        text = text.replace(character, _FORM[character])
    return text


def quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """The amounts of a text in reading order. Numbers without unit or magnitude are amounts, too.

    Args:
        text: any text; digits, per cent signs and dashes may be full-width.
        offset: added to the spans, for a text that stands inside a longer one.

    Returns:
        Amounts that do not overlap.
    """
    if not _MAY_COUNT.search(text):
        return ()
    form = one_width(text)
    found = _joined(sorted((*_printed(form, offset), *_spelled(form, offset)), key=lambda each: each.span))
    return tuple(
        each for index, each in enumerate(found) if not index or found[index - 1].span.end <= each.span.start
    )


def _joined(found: list[Quantity]) -> list[Quantity]:
    """`1万2千人` as one amount: a bare magnitude and, directly behind it, a smaller one."""
    joined: list[Quantity] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and last.span.end == each.span.start and last.unit in MAGNITUDES and last.unit:
            size = MAGNITUDES[last.unit]
            noun = each.unit.lstrip("十百千万亿")
            rest = each.low * MAGNITUDES.get(each.unit.removesuffix(noun), size)
            if rest < size and not each.is_range:
                whole = last.low + rest / size
                span = Span(last.span.start, each.span.end)
                joined[-1] = Quantity(whole, whole, last.unit + noun, each.vague, span)
                continue
        joined.append(each)
    return joined


def _printed(form: str, offset: int) -> Iterator[Quantity]:
    for found in _PRINTED.finditer(form):
        low, low_unit = _number(found["low"]), _unit_of(found, "low")
        span = Span(offset + found.start(), offset + found.end())
        vague = found["low_more"] or found["low_rest"] or ""
        if found["high"] is None:
            yield Quantity(low, low, low_unit, vague, span)
            continue
        high, high_unit = _number(found["high"]), _unit_of(found, "high")
        if low_unit in ("", high_unit) and high > low:
            yield Quantity(
                low, high, high_unit, vague or found["high_more"] or found["high_rest"] or "", span
            )
        else:  # two amounts that stand side by side: `从2.1%到2.3%` printed short
            yield Quantity(low, low, low_unit, vague, Span(span.start, offset + found.start("high") - 1))
            yield Quantity(high, high, high_unit, "", Span(offset + found.start("high"), span.end))


def _unit_of(found: re.Match[str], name: str) -> str:
    return (found[f"{name}_size"] or "") + (found[f"{name}_unit"] or "")


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def _spelled(form: str, offset: int) -> Iterator[Quantity]:
    # to look for a word first is quick; most texts have none of these
    has_unit = "点" in form or "成" in form or "倍" in form
    for found in _SPELLED.finditer(form) if has_unit else ():
        yield from _in_han(found, found["unit"], offset)
    for found in _PER_CENT.finditer(form) if "百分之" in form else ():
        yield from _in_han(found, "%", offset)


def _in_han(found: re.Match[str], unit: str, offset: int) -> Iterator[Quantity]:
    number = han_number(found["number"])
    if number is not None:
        yield Quantity(number, number, unit, "", Span(offset + found.start(), offset + found.end()))


def han_number(numeral: str) -> float | None:
    """The value of a numeral in Han characters, or None where it is none.

    Args:
        numeral: `十二`, `三千零五`, `两亿三千万`, `百`, `三点五`.
    """
    whole, point, rest = numeral.partition("点")
    if point and not (rest and all(each in _HAN_DIGITS for each in rest)):
        return None
    total = _han_whole(whole)
    if total is None:
        return None
    return total + sum(_HAN_DIGITS[each] * 10.0**-place for place, each in enumerate(rest, start=1))


def _han_whole(numeral: str) -> int | None:
    if not numeral or any(each not in _HAN for each in numeral):
        return None
    total = section = digit = 0
    for each in numeral:
        if each in _HAN_DIGITS:
            digit = _HAN_DIGITS[each]
        elif each in _HAN_TENS:
            section += (digit or 1) * _HAN_TENS[each]
            digit = 0
        elif each == "万":
            # 万亿 is ten thousand times a hundred million: the 万 before it counts whole sections.
            section, digit = (section + digit or 1) * _HAN_WIDE[each], 0
            total, section = total + section, 0
        else:
            total, section, digit = (total + section + digit or 1) * _HAN_WIDE[each], 0, 0
    return total + section + digit
