"""One pair as the page shows it: findings, counts, charts with their tables, and the aligned texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.model import ChangeReport, PhraseStatus
from reports.captions import captions
from reports.dashboard.anchors import Side
from reports.dashboard.bilingual import both, other_language
from reports.dashboard.facts import (
    NotComparedView,
    SideView,
    doubt_lines,
    fact_rows,
    history_line,
    not_compared_views,
    side_views,
    things_not_compared,
)
from reports.dashboard.figures import Figure
from reports.dashboard.phrase_figure import phrase_figure
from reports.dashboard.rank_figure import QUIET, rank_figure
from reports.dashboard.side_by_side import Row, aligned_rows
from reports.dashboard.text_views import MOVED, TextViews, moved_badge, text_views
from reports.dashboard.undertaking_views import UndertakingPart, undertaking_parts
from reports.dashboard.views import (
    FIRST_FINDINGS,
    Badge,
    FindingView,
    PairViews,
    PhraseTable,
    PriorityView,
    ShareBar,
)
from reports.dashboard.wording import page_words
from reports.rows import Tally
from reports.summary import summarize
from reports.views.context import partly_line, percent
from reports.vocabulary import OUTCOMES, Outcome, Tone


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A count that is read first; `kinds` are the filters that show what it counts."""

    badge: Badge
    label: str
    count: int
    kinds: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """Passages and share of text of one outcome; an empty string where a text cannot have any."""

    badge: Badge
    kind: str
    earlier_units: str
    earlier_share: str
    later_units: str
    later_share: str


@dataclass(frozen=True, slots=True)
class PairPage:
    """Everything the templates show of one pair."""

    name: str
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
    undertakings: tuple[UndertakingPart, ...]
    has_history: bool
    history: str
    texts: TextViews
    facts: tuple[tuple[str, tuple[str, str]], ...]
    doubts: tuple[str, ...]
    not_compared: tuple[NotComparedView, ...]
    things_not_compared: tuple[str, ...]
    figures: Mapping[str, Figure]
    slope_alt: str
    bars_alt: str

    @property
    def earlier(self) -> str:
        """What the earlier text is called."""
        return self.sides[0].name

    @property
    def later(self) -> str:
        """What the later text is called."""
        return self.sides[1].name


def pair_page(change_report: ChangeReport, name: str, language: str, *, chosen: bool) -> PairPage:
    """Makes one pair ready for the templates.

    Args:
        change_report: what the comparison found.
        name: name of the pair on the page, such as `p1`; all its places begin with it.
        language: `zh` or `en`: the page's own; the other can be switched to.
        chosen: whether the page opens with this pair.

    Returns:
        The pair with its places and charts, its words in both languages.
    """
    summary, rows = summarize(change_report), aligned_rows(change_report, name, language)
    own, other = (
        _pair_page(PairViews(summary, name, each), rows, chosen=chosen)
        for each in (language, other_language(language))
    )
    return both(own, other)


def _pair_page(views: PairViews, rows: Sequence[Row], *, chosen: bool) -> PairPage:
    """The pair in one language."""
    words, change_report = page_words(views.language), views.summary.change_report
    earlier, later = (views.names[side] for side in Side)
    not_compared, priorities = not_compared_views(views), views.priorities()
    gone, new = (len(views.summary.group(status)) for status in (PhraseStatus.DROPPED, PhraseStatus.NEW))
    undertakings = undertaking_parts(views)
    before, after = (_ranked(priorities, side) for side in Side)
    return PairPage(
        name=views.pair,
        title=words.compared_with.format(earlier=earlier, later=later),
        chosen=chosen,
        parts=_parts(views.language, undertakings),
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
        undertakings=undertakings,
        has_history=bool(change_report.history_years),
        history=history_line(views),
        texts=text_views(views, rows),
        facts=fact_rows(views),
        doubts=doubt_lines(views),
        not_compared=not_compared,
        things_not_compared=things_not_compared(not_compared),
        figures=_figures(views, priorities),
        slope_alt=words.slope_alt.format(earlier=earlier, later=later, before=before, after=after),
        bars_alt=words.bars_alt.format(gone=gone, new=new),
    )


def _parts(language: str, undertakings: Sequence[UndertakingPart]) -> tuple[tuple[str, str], ...]:
    """Ends of the ids of a pair's parts with their names, in the order in which they stand on the page."""
    words, shared = page_words(language), captions(language)
    return (
        ("findings", shared.findings),
        ("priorities", words.slope_short),
        ("phrases", shared.phrases),
        *((part.name, part.short) for part in undertakings),
        ("texts", words.texts),
        ("about", words.about),
    )


def _ranked(priorities: tuple[PriorityView, ...], side: Side) -> int:
    ranks = (row.earlier_rank if side is Side.EARLIER else row.later_rank for row in priorities)
    return len({rank for rank in ranks if rank})


def _legend(priorities: tuple[PriorityView, ...]) -> tuple[Badge, ...]:
    """The statuses that occur, in the tones in which the chart draws them."""
    return tuple(
        dict.fromkeys(
            replace(row.badge, tone=Tone.SAME.value) if row.status in QUIET else row.badge
            for row in priorities
        )
    )


def _figures(views: PairViews, priorities: tuple[PriorityView, ...]) -> dict[str, Figure]:
    """The charts that have something to show, by their ids."""
    words, names = page_words(views.language), (views.names[Side.EARLIER], views.names[Side.LATER])
    figures = {}
    if priorities:
        figures[f"{views.pair}-slope"] = rank_figure(priorities, names, words)
    gone = [views.phrase(phrase) for phrase in views.summary.group(PhraseStatus.DROPPED)]
    new = [views.phrase(phrase) for phrase in views.summary.group(PhraseStatus.NEW)]
    if gone or new:
        figures[f"{views.pair}-bars"] = phrase_figure(gone, new, names, words)
    return figures


def _big_numbers(views: PairViews) -> tuple[BigNumber, ...]:
    """New, dropped, moved and otherwise changed: the answer to "what is new, what is gone"."""
    tallies, language = {tally.outcome: tally for tally in views.summary.whole}, views.language
    changed = (Outcome.REWORDED, Outcome.SPLIT, Outcome.MERGED, Outcome.REGROUPED)
    new, gone = Badge.of(OUTCOMES[Outcome.NEW], language), Badge.of(OUTCOMES[Outcome.DROPPED], language)
    together = Badge("", page_words(language).changed_together, Tone.CHANGED.value)
    moved = moved_badge(language)
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
        badge=Badge.of(OUTCOMES[outcome], views.language),
        kind=outcome.value,
        earlier_units=f"{tally.earlier_units:,}" if earlier else "",
        earlier_share=percent(before) if earlier else "",
        later_units=f"{tally.later_units:,}" if later else "",
        later_share=percent(after) if later else "",
    )
