"""One pair as the page shows it: findings, counts, charts with their tables, and the aligned texts."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.model import ChangeReport
from compare.undertakings.model import OpenPromise
from reports.dashboard.anchors import Side
from reports.dashboard.aside_wording import side_view_words
from reports.dashboard.bilingual import both, other_language
from reports.dashboard.cells import CellTable
from reports.dashboard.density import SideChange, side_changes
from reports.dashboard.emphasis_view import emphasis_table
from reports.dashboard.facts import (
    NotComparedView,
    SideView,
    doubt_lines,
    fact_rows,
    not_compared_views,
    side_views,
    things_not_compared,
)
from reports.dashboard.figures import Figure
from reports.dashboard.flow import FlowView, flow_view
from reports.dashboard.ground import Ground
from reports.dashboard.pair_charts import Chart, pair_charts
from reports.dashboard.quotes import Quotes
from reports.dashboard.rank_figure import QUIET
from reports.dashboard.text_views import MOVED, TextViews, moved_badge, text_views
from reports.dashboard.theme_views import ThemeView, theme_views
from reports.dashboard.undertaking_views import UndertakingPart, undertaking_parts
from reports.dashboard.uptake_views import UptakeView, uptake_view
from reports.dashboard.views import (
    FIRST_FINDINGS,
    Badge,
    FindingView,
    PairViews,
    PhraseTable,
    PriorityView,
    ShareBar,
)
from reports.rows.rows import Tally
from reports.rows.summary import summarize
from reports.views.context import digest_notes, partly_line, percent
from reports.views.formulations import history_line
from reports.views.uptakes import uptake_captions
from reports.words.pairs import pair_captions
from reports.words.vocabulary import Outcome, Tone

# Parts that are only there when they have something to show, and what that is called.
_NEEDED = {"themes": "by-theme", "flow": "flow", "spread": "strip", "uptakes": "uptakes"}


class BigNumber(Struct, frozen=True):
    """A count that is read first; `kinds` are the filters that show what it counts."""

    badge: Badge
    label: str
    count: int
    kinds: str


class CountRow(Struct, frozen=True):
    """Passages and share of text of one outcome; an empty string where a text cannot have any."""

    badge: Badge
    kind: str
    earlier_units: str
    earlier_share: str
    later_units: str
    later_share: str


class PairPage(Struct, frozen=True):
    """Everything the templates show of one pair."""

    name: str
    aside: bool
    title: str
    chosen: bool
    parts: tuple[tuple[str, str], ...]
    sides: tuple[SideView, ...]
    findings: tuple[FindingView, ...]
    first_findings: int
    big: tuple[BigNumber, ...]
    shares: tuple[ShareBar, ...]
    counts: tuple[CountRow, ...]
    partly: str
    priorities: tuple[PriorityView, ...]
    priority_badges: tuple[Badge, ...]
    phrase_tables: tuple[PhraseTable, ...]
    emphasis: CellTable | None
    themes: tuple[ThemeView, ...]
    uptakes: UptakeView | None
    undertakings: tuple[UndertakingPart, ...]
    flow: FlowView | None
    changes: tuple[SideChange, ...]
    has_history: bool
    history: str
    texts: TextViews
    facts: tuple[tuple[str, tuple[str, str]], ...]
    doubts: tuple[str, ...]
    not_compared: tuple[NotComparedView, ...]
    things_not_compared: tuple[str, ...]
    digests: tuple[str, ...]
    charts: Mapping[str, Chart]

    @property
    def cut(self) -> bool:
        """Whether more formulations were found than a table lists."""
        return any(table.cut for table in self.phrase_tables)

    @property
    def figures(self) -> dict[str, Figure]:
        """The charts by the ids of their elements."""
        return {f"{self.name}-{end}": chart.figure for end, chart in self.charts.items()}

    @property
    def earlier(self) -> str:
        """What the earlier text is called."""
        return self.sides[0].name

    @property
    def later(self) -> str:
        """What the later text is called."""
        return self.sides[1].name


def pair_page(
    change_report: ChangeReport,
    name: str,
    language: str,
    *,
    chosen: bool,
    open_promises: Sequence[OpenPromise] = (),
) -> PairPage:
    """Makes one pair ready for the templates.

    Args:
        change_report: what the comparison found.
        name: name of the pair on the page, such as `p1`; all its places begin with it.
        language: `zh` or `en`: the page's own; the other can be switched to.
        chosen: whether the page opens with this pair.
        open_promises: undertakings of older years that are told of with this pair.

    Returns:
        The pair with its places and charts, its words in both languages.
    """
    summary, ground = summarize(change_report), Ground.of(change_report, name, language)
    quotes = Quotes.of(change_report, name, language)
    own, other = (
        _pair_page(PairViews(summary, name, each, quotes), ground, open_promises, chosen=chosen)
        for each in (language, other_language(language))
    )
    return both(own, other)


def _pair_page(
    views: PairViews, ground: Ground, open_promises: Sequence[OpenPromise], *, chosen: bool
) -> PairPage:
    """The pair in one language."""
    earlier, later = (views.names[side] for side in Side)
    priorities, not_compared = views.priorities(), not_compared_views(views)
    undertakings, themes = undertaking_parts(views, open_promises), theme_views(views, ground)
    uptakes = uptake_view(views)
    flow, charts = flow_view(views, ground), pair_charts(views, ground, priorities, themes)
    return PairPage(
        name=views.pair,
        aside=views.aside,
        title=views.words.compared_with.format(earlier=earlier, later=later),
        chosen=chosen,
        parts=_parts(
            views,
            {*charts, *(["flow"] if flow else []), *(["uptakes"] if uptakes else [])},
            undertakings,
        ),
        sides=side_views(views),
        findings=views.findings(),
        first_findings=FIRST_FINDINGS,
        big=_big_numbers(views),
        shares=views.shares(),
        counts=_counts(views),
        partly=partly_line(views.summary, views.language),
        priorities=priorities,
        priority_badges=_legend(priorities),
        phrase_tables=views.phrase_tables(),
        emphasis=emphasis_table(views),
        themes=themes,
        uptakes=uptakes,
        undertakings=undertakings,
        flow=flow,
        changes=side_changes(views, ground),
        has_history=bool(views.summary.change_report.history_years),
        history=history_line(views.summary.change_report, views.language),
        texts=text_views(views, ground.rows),
        facts=fact_rows(views),
        doubts=doubt_lines(views),
        not_compared=not_compared,
        things_not_compared=things_not_compared(not_compared),
        digests=digest_notes(views.summary.change_report, views.language),
        charts=charts,
    )


def _parts(
    views: PairViews, present: Collection[str], undertakings: Sequence[UndertakingPart]
) -> tuple[tuple[str, str], ...]:
    """Ends of the ids of a pair's parts with their names, in the order in which they stand on the page.

    Args:
        views: the pair in one language.
        present: which of the views that need not be there are there.
        undertakings: the parts of targets and undertakings.
    """
    language, words = views.language, views.words
    shared = pair_captions(views.summary.change_report, language)
    of_view = side_view_words(language, aside=views.aside)
    parts = (
        ("findings", shared.findings),
        ("priorities", words.slope_short),
        ("themes", of_view.themes_short),
        ("phrases", shared.phrases),
        ("uptakes", uptake_captions(language).short),
        *((part.name, part.short) for part in undertakings),
        ("flow", of_view.flow_short),
        ("spread", of_view.strip_short),
        ("texts", words.texts),
        ("about", words.about),
    )
    return tuple(part for part in parts if part[0] not in _NEEDED or _NEEDED[part[0]] in present)


def _legend(priorities: tuple[PriorityView, ...]) -> tuple[Badge, ...]:
    """The statuses that occur, in the tones in which the chart draws them."""
    return tuple(
        dict.fromkeys(
            replace(row.badge, tone=Tone.SAME.value) if row.status in QUIET else row.badge
            for row in priorities
        )
    )


def _big_numbers(views: PairViews) -> tuple[BigNumber, ...]:
    """New, dropped, moved and otherwise changed: the answer to "what is new, what is gone"."""
    tallies = {tally.outcome: tally for tally in views.summary.whole}
    changed = (Outcome.REWORDED, Outcome.SPLIT, Outcome.MERGED, Outcome.REGROUPED)
    new, gone = views.badge(Outcome.NEW), views.badge(Outcome.DROPPED)
    together = Badge("", views.words.changed_together, Tone.CHANGED.value)
    moved = moved_badge(views)
    numbers = (
        (new, tallies[Outcome.NEW].later_units, Outcome.NEW.value),
        (gone, tallies[Outcome.DROPPED].earlier_units, Outcome.DROPPED.value),
        (together, sum(tallies[outcome].links for outcome in changed), " ".join(changed)),
        (moved, sum(tally.moved for tally in tallies.values()), MOVED),
    )
    return tuple(BigNumber(badge, badge.label, count, kinds) for badge, count, kinds in numbers)


def _counts(views: PairViews) -> tuple[CountRow, ...]:
    return tuple(
        _count_row(views, tally) for tally in views.summary.whole if tally.earlier_units or tally.later_units
    )


def _count_row(views: PairViews, tally: Tally) -> CountRow:
    summary, outcome = views.summary, tally.outcome
    before, after = (
        tally.earlier_characters / max(summary.earlier_characters, 1),
        tally.later_characters / max(summary.later_characters, 1),
    )
    earlier, later = outcome is not Outcome.NEW, outcome is not Outcome.DROPPED
    return CountRow(
        badge=views.badge(outcome),
        kind=outcome.value,
        earlier_units=f"{tally.earlier_units:,}" if earlier else "",
        earlier_share=percent(before) if earlier else "",
        later_units=f"{tally.later_units:,}" if later else "",
        later_share=percent(after) if later else "",
    )
