"""Years in words: ranges, gaps, and what a claim of "first" rests on."""

from collections.abc import Iterable

from compare.model import ChangeReport
from reports.words.language import Language
from reports.words.pairs import is_through_time


def runs_of(years: Iterable[int]) -> list[tuple[int, ...]]:
    """Years that follow one another, together; each year once."""
    runs: list[tuple[int, ...]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1] = (*runs[-1], year)
        else:
            runs.append((year,))
    return runs


def year_ranges(years: Iterable[int], language: str) -> str:
    """Years as ranges: `2015-2019, 2023` or `2015—2019、2023年`; empty for no years."""
    runs = runs_of(years)
    dash, comma = ("—", "、") if language == Language.ZH else ("-", ", ")
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}" for run in runs]
    return comma.join(parts) + ("年" if parts and language == Language.ZH else "")


def missing_years(years: Iterable[int], later_year: int) -> tuple[int, ...]:
    """The years between the first one looked at and the later report that were not looked at."""
    known = set(years)
    return tuple(year for year in range(min(known), later_year) if year not in known) if known else ()


def looked_at(years: Iterable[int], missing: Iterable[int], language: str) -> str:
    """The clause that limits a claim of "first": the years looked at, and those missing if there are any."""
    seen, gaps = year_ranges(years, language), year_ranges(missing, language)
    if language == Language.ZH:
        return f"所查年份：{seen}" + (f"，缺{gaps}" if gaps else "")
    return f"years looked at: {seen}" + (f"; missing: {gaps}" if gaps else "")


def years_looked_at(change_report: ChangeReport) -> tuple[int, ...]:
    """The years of the later report's place before it that a claim of "first" rests on, ascending."""
    years = set(change_report.history_years)
    if is_through_time(change_report):
        years.add(change_report.earlier.year)
    return tuple(sorted(year for year in years if year != change_report.later.year))
