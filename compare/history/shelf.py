"""The reports of one place as a history reads them: one for each year, in presence form."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from compare.formulations.folding import FoldedReport, fold
from compare.history.model import Shelf, YearText
from corpora.model import Edition, TextKind, WorkReport

_EDITIONS = (Edition.ADOPTED, Edition.UNKNOWN, Edition.DELIVERED)  # what the congress adopted is the report


class Shelved(Struct, frozen=True):
    """The reports of a shelf, folded, in its order."""

    shelf: Shelf
    folded: tuple[FoldedReport, ...]

    @property
    def reports(self) -> tuple[WorkReport, ...]:
        """The reports, by year."""
        return tuple(one.report for one in self.folded)


def choose(reports: Iterable[WorkReport]) -> tuple[tuple[WorkReport, ...], tuple[str, ...]]:
    """Choose one report for each year.

    Args:
        reports: reports of one place. Of several texts of a year a full report comes before a digest, the
            adopted text before the delivered one.

    Returns:
        The chosen ones by year, and the files of the other texts.
    """
    by_year: dict[int, list[WorkReport]] = defaultdict(list)
    for report in reports:
        by_year[report.year].append(report)
    chosen: list[WorkReport] = []
    others: list[str] = []
    for year in sorted(by_year):
        first, *rest = sorted(by_year[year], key=_preference)
        chosen.append(first)
        others += [one.source.name for one in rest if one.source.sha256 != first.source.sha256]
    return tuple(chosen), tuple(others)


def shelve(reports: Iterable[WorkReport]) -> Shelved:
    """Choose one report for each year and fold it.

    Args:
        reports: reports of one place, at least one.

    Returns:
        The reports with the years that are missing between the first and the last.
    """
    chosen, others = choose(reports)
    years = {report.year for report in chosen}
    missing = tuple(year for year in range(min(years), max(years)) if year not in years)
    folded = tuple(map(fold, chosen))
    texts = tuple(year_text(one.report, len(one.form)) for one in folded)
    return Shelved(Shelf(chosen[0].place, texts, missing, others), folded)


def _preference(report: WorkReport) -> tuple[bool, int, str, str]:
    edition = _EDITIONS.index(report.edition)
    return report.kind is not TextKind.FULL, edition, report.source.name, report.source.sha256


def year_text(report: WorkReport, characters: int) -> YearText:
    """What a shelf tells of one report, whose compared text has so many characters."""
    return YearText(
        report.year, report.id, report.title, report.kind, report.edition, report.source.name,
        report.source.sha256, characters,
    )  # fmt: skip
