"""The overview over several earlier reports: how far back each priority and measure of the later is found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Comparison, FirstFound
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.views import language_tag
from reports.dashboard.wording import PageWords, page_words
from reports.rows import OverviewRow
from reports.sentences import clipped, looked_at
from reports.summary import summarize_overview

# What a reader sees of a linked passage when pointing at its dot.
LABEL_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One given year for one unit; no anchor where that year's text has nothing that corresponds."""

    year: int
    text: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class AgeRow:
    """A unit of the later report with the years in which it is found."""

    rank: int | None
    label: str
    anchor: str
    first_year: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """The measures of one section; `none` of them are found in no given year."""

    section: str
    rows: tuple[AgeRow, ...]
    none: int


@dataclass(frozen=True, slots=True)
class Age:
    """How many measures are first found in one year, or in none."""

    count: int
    label: str
    none: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything the templates show of the overview."""

    years: tuple[int, ...]
    looked_at: str
    text_language: str
    priorities: tuple[AgeRow, ...]
    groups: tuple[AgeGroup, ...]
    ages: tuple[Age, ...]


def overview_page(comparison: Comparison, pairs: Sequence[str], language: str) -> OverviewPage:
    """Makes the overview ready for the templates.

    Args:
        comparison: a later report against several earlier ones.
        pairs: the names of its pairs on the page, in their order.
        language: `zh` or `en`.

    Returns:
        Rows with links into the texts of the pair whose year they speak of.
    """
    rows, words = summarize_overview(comparison), page_words(language)
    maker = _AgeMaker(comparison, tuple(pairs), words)
    measures = [(row.section, maker.row(row)) for row in rows.measures]
    counted = Counter(age.first_year for _, age in measures)
    ages = [
        Age(counted[year], words.overview_first.format(year=year), none=False)
        for year in rows.years
        if counted[year]
    ]
    ages.append(Age(counted[None], words.overview_nowhere, none=True))
    return OverviewPage(
        years=rows.years,
        looked_at=looked_at(rows.years, rows.missing_years, language),
        text_language=language_tag(comparison.pairs[0].later),
        priorities=tuple(maker.row(row) for row in rows.priorities),
        groups=_groups(measures),
        ages=tuple(ages),
    )


def _groups(measures: Sequence[tuple[str, AgeRow]]) -> tuple[AgeGroup, ...]:
    sections: dict[str, list[AgeRow]] = {}
    for section, row in measures:
        sections.setdefault(section, []).append(row)
    return tuple(
        AgeGroup(section, tuple(rows), sum(row.first_year is None for row in rows))
        for section, rows in sections.items()
    )


class _AgeMaker:
    """Finds the places that the rows of the overview lead to."""

    def __init__(self, comparison: Comparison, pairs: tuple[str, ...], words: PageWords) -> None:
        overview = comparison.overview
        self.found: Mapping[str, FirstFound] = {
            found.unit: found for found in (*overview.priorities, *overview.measures)
        }
        self.words, self.years = words, overview.years
        self.ranks = {
            (pair.earlier.year, change.later_unit): change.earlier_rank
            for pair in comparison.pairs
            for change in pair.priorities
            if change.later_unit and change.earlier_rank
        }
        self.earlier = {
            pair.earlier.year: Anchors(name, Side.EARLIER, pair.earlier)
            for name, pair in zip(pairs, comparison.pairs, strict=True)
        }
        self.later = {
            pair.earlier.year: Anchors(name, Side.LATER, pair.later)
            for name, pair in zip(pairs, comparison.pairs, strict=True)
        }

    def rank(self, year: int, unit_id: str) -> str:
        """What a cell shows: the rank the priority had in that year, a dot for what has none."""
        rank = self.ranks.get((year, unit_id))
        return self.words.rank_there.format(rank=rank) if rank else "●"

    def row(self, row: OverviewRow) -> AgeRow:
        linked = dict(self.found[row.unit.id].found_in)
        labels = {year: "；".join(names) for year, names in row.found_in}
        cells = tuple(
            Cell(
                year,
                self.rank(year, row.unit.id),
                self.earlier[year].unit(linked[year][0]) if year in linked else "",
                clipped(labels.get(year, ""), LABEL_CHARACTERS),
            )
            for year in self.years
        )
        last = row.first_year if row.first_year is not None else max(self.later)
        return AgeRow(row.rank, row.label, self.later[last].unit(row.unit.id), row.first_year, cells)
