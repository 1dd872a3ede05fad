"""The tables of targets: a group of variables for each known indicator, and one row for each target."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from compare.history.measures import ToldTarget
from compare.undertakings.indicators import INDICATORS
from compare.undertakings.model import Period
from reports.panel.indicators import CODES, MEASURED, Measured, in_unit, measure_of
from reports.panel.keys import KEYS
from reports.panel.model import PlaceYear, Variable, Why, why_column
from reports.tables.model import Both, Kind, Value
from reports.words.indicator_names import ENGLISH, INDICATOR_WORDS
from reports.words.vocabulary import PERIODS

# -- wide ------------------------------------------------------------------------------------------


def _of_year(row: PlaceYear, indicator: str) -> list[ToldTarget]:
    """What a report tells of an indicator for its year; targets for several years are in the long table."""
    told = row.measures.targets if row.measures else ()
    return [each for each in told if each.indicator == indicator and each.period is Period.YEAR]


def _found(measured: Measured, row: PlaceYear) -> ToldTarget | None:
    """The target of the year for an indicator and measure."""
    return next((each for each in _of_year(row, measured.indicator) if measured.takes(each)), None)


def _why(indicator: str, measured: Measured | None, row: PlaceYear) -> Why | None:
    """Why there is no number of an indicator, in a measure or in any."""
    if row.measures is None:
        return row.why_report
    told = _of_year(row, indicator)
    with_number = [t for t in told if t.low is not None]
    if any(measured is None or measured.takes(t) for t in with_number):
        return None
    return Why.OTHER_UNIT if with_number else Why.IN_WORDS if told else Why.NOT_TOLD


def _number(measured: Measured, read: Callable[[ToldTarget], float | None], row: PlaceYear) -> Value:
    found = _found(measured, row)
    return None if found is None else in_unit(read(found), found, measured.measure)


def _qualifier(measured: Measured, row: PlaceYear) -> Value:
    found = _found(measured, row)
    if found is None and _why(measured.indicator, measured, row) is Why.IN_WORDS:
        found = _of_year(row, measured.indicator)[0]
    return None if found is None else found.qualifier


def _middle(target: ToldTarget) -> float | None:
    return None if target.low is None or target.high is None else (target.low + target.high) / 2


def _group(measured: Measured) -> Iterator[Variable[PlaceYear]]:
    """The variables of an indicator in one measure."""
    code, unit, why = measured.code, measured.measure.unit, f"{measured.code}_why"
    name, tell = Both(measured.indicator, ENGLISH[measured.indicator]), measured.meaning
    meaning = Both(f"{tell.zh}；", f"{tell.en}; ") if tell else Both("", "")
    for end, read, label, about in (
        ("", _middle, Both("目标", "target"), Both("区间取中值", "the middle of a range")),
        (
            "_lo",
            lambda t: t.low,
            Both("目标低端", "low end"),
            Both("没有区间时与高端相同", "without a range the same as the high end"),
        ),
        (
            "_hi",
            lambda t: t.high,
            Both("目标高端", "high end"),
            Both("没有区间时与低端相同", "without a range the same as the low end"),
        ),
    ):
        told = Both(f"{meaning.zh}{about.zh}", f"{meaning.en}{about.en}")
        yield Variable(
            f"{code}{end}",
            Kind.NUMBER,
            Both(f"{name.zh}{label.zh}", f"{name.en}, {label.en}"),
            partial(_number, measured, read),
            told,
            measured_in=unit,
            missing=why,
        )
    yield Variable(
        f"{code}_q",
        Kind.TEXT,
        Both(f"{name.zh}限定词", f"{name.en}, qualifier"),
        partial(_qualifier, measured),
        Both("左右、以上、力争等；没有限定词时为空", "左右 about, 以上 or more …; empty where none is told"),
    )
    yield why_column(
        why, Both(f"{name.zh}目标", f"{name.en} is"), partial(_why, measured.indicator, measured)
    )


WIDE: tuple[Variable[PlaceYear], ...] = (
    *KEYS,
    *(variable for measured in MEASURED for variable in _group(measured)),
)


# -- long ------------------------------------------------------------------------------------------


class TargetRow(Struct, frozen=True):
    """A target of a place and year, or an indicator for which there is none.

    Attributes:
        place: as its reports name it.
        year: of the report.
        indicator: its canonical name.
        period: for which time it holds.
        target: what is told, or None.
        why: why there is no number, or None.
    """

    place: str
    year: int
    indicator: str
    period: Period
    target: ToldTarget | None
    why: Why | None

    def number(self, printed: float | None) -> float | None:
        """A printed figure in the unit of the indicator."""
        measure = measure_of(self.target) if self.target else None
        return in_unit(printed, self.target, measure) if self.target and measure else None


def target_rows(row: PlaceYear, *, is_balanced: bool) -> Iterator[TargetRow]:
    """The targets of a place and year in the order of the table of indicators.

    Args:
        row: the place and year.
        is_balanced: whether an indicator without a target for the year has a row that tells why.
    """
    targets = row.measures.targets if row.measures else ()
    for indicator in INDICATORS:
        told = [target for target in targets if target.indicator == indicator.name]
        if is_balanced and not any(target.period is Period.YEAR for target in told):
            why = _why(indicator.name, None, row)
            yield TargetRow(row.place, row.year, indicator.name, Period.YEAR, None, why)
        for target in sorted(told, key=lambda each: each.period is not Period.YEAR):
            in_known_unit = None if measure_of(target) else Why.OTHER_UNIT
            why = Why.IN_WORDS if target.low is None else in_known_unit
            yield TargetRow(row.place, row.year, indicator.name, target.period, target, why)


def _read(get: Callable[[ToldTarget], Value]) -> Callable[[TargetRow], Value]:
    return lambda row: None if row.target is None else get(row.target)


def _unit(language: str) -> Callable[[TargetRow], Value]:
    def value(row: TargetRow) -> Value:
        measure = measure_of(row.target) if row.target else None
        return measure.unit.text(language) if measure else None

    return value


_INDICATOR_CODES = MappingProxyType(
    {CODES[name]: word for name, word in INDICATOR_WORDS.items() if name in CODES}
)
_IN_UNIT = Both("按 unit 列的单位", "in the unit of the column unit")
LONG: tuple[Variable[TargetRow], ...] = (
    Variable("place", Kind.TEXT, KEYS[0].label, lambda r: r.place, KEYS[0].about),
    Variable("year", Kind.YEAR, KEYS[1].label, lambda r: r.year, KEYS[1].about),
    Variable(
        "indicator",
        Kind.WORD,
        Both("指标代码", "indicator"),
        lambda r: CODES[r.indicator],
        Both("与宽表变量名的开头相同", "as the names of the wide table begin"),
        _INDICATOR_CODES,
    ),
    Variable("indicator_name", Kind.TEXT, Both("指标", "name of the indicator"), lambda r: r.indicator),
    Variable("period", Kind.WORD, Both("期限", "period"), lambda r: r.period.value, None, PERIODS),
    Variable(
        "value",
        Kind.NUMBER,
        Both("目标", "target"),
        lambda r: r.number(_middle(r.target)) if r.target else None,
        Both(f"区间取中值，{_IN_UNIT.zh}", f"the middle of a range, {_IN_UNIT.en}"),
        missing="why",
    ),
    Variable(
        "low",
        Kind.NUMBER,
        Both("低端", "low end"),
        lambda r: r.number(r.target.low) if r.target else None,
        _IN_UNIT,
        missing="why",
    ),
    Variable(
        "high",
        Kind.NUMBER,
        Both("高端", "high end"),
        lambda r: r.number(r.target.high) if r.target else None,
        _IN_UNIT,
        missing="why",
    ),
    Variable(
        "unit",
        Kind.TEXT,
        Both("单位", "unit"),
        _unit("en"),
        Both("数值所用单位", "what the numbers are told in"),
        missing="why",
    ),
    Variable("unit_zh", Kind.TEXT, Both("单位（中文）", "unit, in Chinese"), _unit("zh"), missing="why"),
    Variable(
        "qualifier",
        Kind.TEXT,
        Both("限定词", "qualifier"),
        _read(lambda t: t.qualifier),
        Both("没有限定词时为空", "empty where none is told"),
    ),
    Variable("printed_low", Kind.NUMBER, Both("所印低端", "low end as printed"), _read(lambda t: t.low)),
    Variable("printed_high", Kind.NUMBER, Both("所印高端", "high end as printed"), _read(lambda t: t.high)),
    Variable("printed_unit", Kind.TEXT, Both("所印单位", "unit as printed"), _read(lambda t: t.unit)),
    Variable("text", Kind.PASSAGE, Both("原文", "passage"), _read(lambda t: t.text)),
    why_column("why", Both("数值", "numbers are"), lambda r: r.why),
)


def long_rows(rows: Sequence[PlaceYear], *, is_balanced: bool) -> Iterator[TargetRow]:
    """The rows of the long table."""
    for row in rows:
        yield from target_rows(row, is_balanced=is_balanced)
