"""The overview over several earlier reports: how far back each priority and measure of the later is found."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.model import Comparison
from compare.overview import FirstFound, FoundIn
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.bilingual import both, other_language
from reports.dashboard.figures import Figure
from reports.dashboard.pair_charts import Chart
from reports.dashboard.quotes import language_tag
from reports.dashboard.ranks_figure import RankLine, RankPoint, ranks_figure
from reports.dashboard.uses import MOST, UsesRow, uses_rows
from reports.dashboard.view_wording import ViewWords, view_words
from reports.rows.rows import OverviewRow, OverviewRows
from reports.rows.summary import summarize_overview
from reports.words.counts import filled
from reports.words.quoting import clipped
from reports.words.years import looked_at

# What a reader sees of a linked passage when pointing at its dot.
LABEL_CHARACTERS = 60


class Cell(Struct, frozen=True):
    """One given year for one unit; no anchor where that year's text has nothing that corresponds.

    Attributes:
        rank: the rank that the priority had there, if it had one.
    """

    year: int
    text: str
    anchor: str
    label: str
    rank: int | None = None


class AgeRow(Struct, frozen=True):
    """A unit of the later report with the years in which it is found."""

    rank: int | None
    label: str
    anchor: str
    first_year: int | None
    cells: tuple[Cell, ...]


class AgeGroup(Struct, frozen=True):
    """The measures of one section; `none` of them are found in no given year."""

    section: str
    rows: tuple[AgeRow, ...]
    none: int


class Age(Struct, frozen=True):
    """How many measures are first found in one year, or in none."""

    count: int
    label: str
    none: bool


class OverviewPage(Struct, frozen=True):
    """Everything the templates show of the overview.

    Attributes:
        years: the years of the earlier reports, ascending.
        pair_years: the years of all reports, one for each pair, the later report's last.
        later: the later report's year.
        uses: formulations with their uses in each year, at most `most_uses` of each status.
        ranks_alt: what the chart of the ranks shows, for those who do not see it.
    """

    years: tuple[int, ...]
    pair_years: tuple[int, ...]
    later: int
    looked_at: str
    text_language: str
    priorities: tuple[AgeRow, ...]
    groups: tuple[AgeGroup, ...]
    ages: tuple[Age, ...]
    uses: tuple[UsesRow, ...]
    most_uses: int
    charts: Mapping[str, Chart]

    @property
    def name(self) -> str:
        """What the ids of its elements begin with."""
        return "overview"

    @property
    def figures(self) -> dict[str, Figure]:
        """The charts by the ids of their elements."""
        return {f"{self.name}-{end}": chart.figure for end, chart in self.charts.items()}


def overview_page(comparison: Comparison, pairs: Sequence[str], language: str) -> OverviewPage:
    """Makes the overview ready for the templates.

    Args:
        comparison: a later report against several earlier ones.
        pairs: the names of its pairs on the page, in their order.
        language: `zh` or `en`.

    Returns:
        Rows with links into the texts of the pair whose year they speak of.
    """
    rows = summarize_overview(comparison)
    own, other = (
        _overview_page(comparison, rows, pairs, each) for each in (language, other_language(language))
    )
    return both(own, other)


def _overview_page(
    comparison: Comparison, rows: OverviewRows, pairs: Sequence[str], language: str
) -> OverviewPage:
    """The overview in one language."""
    words = view_words(language)
    maker = _AgeMaker(comparison, tuple(pairs), words)
    measures = [(row.section, maker.row(row)) for row in rows.measures]
    counted = Counter(age.first_year for _, age in measures)
    ages = [
        Age(counted[year], words.overview_first.format(year=year), none=False)
        for year in rows.years
        if counted[year]
    ]
    ages.append(Age(counted[None], words.overview_nowhere, none=True))
    priorities = tuple(maker.row(row) for row in rows.priorities)
    ranked = [row for row in priorities if row.rank]
    later = comparison.pairs[0].later.year
    return OverviewPage(
        years=rows.years,
        pair_years=(*sorted(pair.earlier.year for pair in comparison.pairs), later),
        later=later,
        looked_at=looked_at(rows.years, rows.missing_years, language),
        text_language=language_tag(comparison.pairs[0].later),
        priorities=priorities,
        groups=_groups(measures),
        ages=tuple(ages),
        most_uses=MOST,
        uses=uses_rows(comparison, pairs, language),
        charts={"ranks": _ranks(ranked, (*rows.years, later), language)}
        if ranked and len(rows.years) > 1
        else {},
    )


def _ranks(rows: Sequence[AgeRow], years: Sequence[int], language: str) -> Chart:
    alt = filled(view_words(language).bump_alt, count=len(rows), years=len(years))
    return Chart(ranks_figure(_rank_lines(rows, years[-1]), years, language), alt)


def _rank_lines(rows: Sequence[AgeRow], later: int) -> tuple[RankLine, ...]:
    return tuple(
        RankLine(
            row.label,
            row.anchor,
            (
                *(RankPoint(at.year, at.rank, at.anchor, at.label) for at in row.cells if at.rank),
                RankPoint(later, row.rank or 0, row.anchor, row.label),
            ),
        )
        for row in rows
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

    def __init__(self, comparison: Comparison, pairs: tuple[str, ...], words: ViewWords) -> None:
        overview = comparison.overview
        self.found: Mapping[str, FirstFound] = {
            found.unit: found for found in (*overview.priorities, *overview.measures)
        }
        self.words, self.years = words, overview.years
        self.ranks = {
            (position, change.later_unit): change.earlier_rank
            for position, pair in enumerate(comparison.pairs)
            for change in pair.priorities
            if change.later_unit and change.earlier_rank
        }
        named = tuple(zip(pairs, comparison.pairs, strict=True))
        self.earlier = [Anchors(name, Side.EARLIER, pair.earlier) for name, pair in named]
        self.later = [Anchors(name, Side.LATER, pair.later) for name, pair in named]
        years = [pair.earlier.year for pair in comparison.pairs]
        self.latest = years.index(max(years))

    def rank(self, pair: int, unit_id: str) -> str:
        """What a cell shows: the rank the priority had there, a dot for what has none."""
        rank = self.ranks.get((pair, unit_id))
        return self.words.rank_there.format(rank=rank) if rank else "●"

    def cell(self, there: FoundIn, unit_id: str, label: str) -> Cell:
        """One year that has the unit, leading to it."""
        place = self.earlier[there.pair].unit(there.units[0])
        told = self.rank(there.pair, unit_id)
        rank = self.ranks.get((there.pair, unit_id))
        return Cell(there.year, told, place, clipped(label, LABEL_CHARACTERS), rank)

    def row(self, row: OverviewRow) -> AgeRow:
        found_in = self.found[row.unit.id].found_in
        labels = {year: "；".join(names) for year, names in row.found_in}
        there = {found.year: self.cell(found, row.unit.id, labels.get(found.year, "")) for found in found_in}
        cells = tuple(
            there.get(year) or Cell(year, self.rank(-1, row.unit.id), "", "") for year in self.years
        )
        shown = found_in[0].pair if found_in else self.latest
        return AgeRow(row.rank, row.label, self.later[shown].unit(row.unit.id), row.first_year, cells)
