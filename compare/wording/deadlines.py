"""By when something is to be done: dates and periods in a clause, as years that can be compared.

`年内` of two reports a year apart is the same promise, `到2027年` the same date: relative dates are compared
as such, absolute ones as such, and one with the other by the reports' years.
"""

import re

from msgspec import Struct

from corpora.model import Span

_HAN = {numeral: number for number, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}
_N = r"(?P<N>\d{1,2}|[一二两三四五六七八九十])"
_YEAR = r"(?P<year>(?:19|20)\d\d)年"
_ABSOLUTE = re.compile(
    rf"(?:到|至|在|力争|确保)?{_YEAR}(?P<half>上半年)?(?:底|末)?(?:以前|之前|前)"
    rf"|(?:到|至){_YEAR.replace('year', 'by')}(?P<by_half>上半年)?(?:底|末)?"
    rf"|{_YEAR.replace('year', 'end')}(?:年)?(?:底|末)"
)
_FIVE_YEARS = re.compile(r"“十(?P<plan>[一二三四五六七八九])五”(?:末|期末|期间|时期|规划期)")
_RELATIVE = re.compile(
    rf"(?P<half>今年上半年|上半年)|(?P<year>今年年底|今年底|今年内|年底|年内|下半年)(?:以前|之前|前)?"
    rf"|(?:用|力争|争取|今后|未来|再用)?{_N}年(?:以内|之内|内|时间)|(?P<next>明年)(?:底)?"
)
_PERIOD = re.compile(rf"(?:用|今后|未来)?{_N}年(?=行动|计划|攻坚|倍增|提升|方案)")
_FIRST_PLAN_END = 2005  # of the tenth five-year plan


class Deadline(Struct, frozen=True):
    """A date or period.

    Attributes:
        span: where it stands in the clause.
        years: an absolute year (2027.0), or years from the beginning of the report's year (年内 is 1).
        is_absolute: whether it is the former.
        is_period: how long something runs (三年行动), part of a name as often as not.
    """

    span: Span
    years: float
    is_absolute: bool
    is_period: bool = False


def deadlines_in(form: str) -> list[Deadline]:
    """The dates and periods of a clause in its matching form, in reading order."""
    if "年" not in form and "五”" not in form:
        return []
    found: list[Deadline] = []
    for match in _ABSOLUTE.finditer(form):
        year = match["year"] or match["by"] or match["end"]
        half = 0.5 if match["half"] or match["by_half"] else 0.0
        found.append(Deadline(Span(*match.span()), int(year) + 1 - half, is_absolute=True))
    for match in _FIVE_YEARS.finditer(form):
        end = _FIRST_PLAN_END + 5 * _HAN[match["plan"]]
        found.append(Deadline(Span(*match.span()), end + 1.0, is_absolute=True))
    for match in _RELATIVE.finditer(form):
        years = 0.5 if match["half"] else 2.0 if match["next"] else 1.0
        if match["N"]:
            years = float(_number(match["N"]))
        found.append(Deadline(Span(*match.span()), years, is_absolute=False))
    found.extend(
        Deadline(Span(*match.span()), float(_number(match["N"])), is_absolute=False, is_period=True)
        for match in _PERIOD.finditer(form)
    )
    found.sort(key=lambda each: each.span)
    return [
        each for place, each in enumerate(found) if not place or found[place - 1].span.end <= each.span.start
    ]


def later_by(earlier: Deadline, later: Deadline, years: tuple[int, int]) -> float | None:
    """By how many years the later deadline is later; negative when earlier, None when it cannot be told.

    Args:
        earlier: the earlier report's deadline.
        later: the later report's.
        years: the reports' years; zeros where they are not known.
    """
    if earlier.is_absolute == later.is_absolute:
        both_own = earlier.is_absolute and all(
            deadline.years == year + 1 for deadline, year in zip((earlier, later), years, strict=True)
        )
        return 0.0 if both_own else later.years - earlier.years
    if not all(years):
        return None
    dates = [
        deadline.years if deadline.is_absolute else year + deadline.years
        for deadline, year in zip((earlier, later), years, strict=True)
    ]
    return dates[1] - dates[0]


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _HAN[numeral]
