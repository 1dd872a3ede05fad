"""Who is compared with whom, what was not compared and what was left out, as the page tells it."""

from collections.abc import Iterable

from msgspec import Struct

from corpora.model import Edition, Level, WorkReport
from reports.dashboard.anchors import Side
from reports.dashboard.quotes import language_tag
from reports.dashboard.views import PairViews
from reports.dashboard.wording import page_words
from reports.views.left_out import reason, thing
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.doubts import doubt_sentence
from reports.words.quoting import clipped
from reports.words.reasons import LEFT_OUT_REASONS, SIDES, reason_label
from reports.words.vocabulary import label

# Enough of a left-out passage to recognise it.
LEFT_OUT_CHARACTERS = 160
# What has a place of its own on the page even while it is not compared: nothing said would read as "none".
_AWAITED = ("targets", "promises")
# As many digits of a checksum as tell two files apart at sight; the whole stands in the table.
SHORT_SHA = 12


class SideView(Struct, frozen=True):
    """One text: how it is called, and what is known of it.

    Attributes:
        side: `e` or `l`.
        name: what it is called, such as `2024年`.
        caption: the same with the word for text.
        title: the report's title.
        language: language tag of the text.
        brief: the facts shown under the title of the page.
        left_out: (reason, passage) of what was not read in.
        left_out_count: how many passages those are, worded.
    """

    side: str
    name: str
    caption: str
    title: str
    language: str
    brief: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    left_out_count: str


class NotComparedView(Struct, frozen=True):
    """Something that was not compared, and why; `awaited` if readers look for it in a place of its own."""

    awaited: bool
    what: str
    side: str
    reason: str
    detail: str


def side_views(views: PairViews) -> tuple[SideView, ...]:
    """Both texts, the earlier one first."""
    return tuple(_side(views, side) for side in Side)


def _side(views: PairViews, side: Side) -> SideView:
    words, work_report = page_words(views.language), views.anchors[side].report
    left_out = tuple(
        (
            reason_label(LEFT_OUT_REASONS, piece.reason, views.language),
            clipped(piece.text, LEFT_OUT_CHARACTERS),
        )
        for piece in work_report.left_out
    )
    edition = "" if work_report.edition is Edition.UNKNOWN else label(work_report.edition, views.language)
    brief = (
        label(work_report.kind, views.language),
        edition,
        words.characters.format(count=f"{len(work_report.text):,}"),
        work_report.source.name.replace("\\", "/").rsplit("/", 1)[-1],
        f"SHA-256 {work_report.source.sha256[:SHORT_SHA]}",
    )
    return SideView(
        side=side.value,
        name=views.names[side],
        caption=words.in_text.format(name=views.names[side]),
        title=work_report.title,
        language=language_tag(work_report),
        brief=tuple(fact for fact in brief if fact),
        left_out=left_out,
        left_out_count=filled(words.left_out_count, count=len(left_out)) if left_out else "",
    )


def fact_rows(views: PairViews) -> tuple[tuple[str, tuple[str, str]], ...]:
    """The table of facts: (name of the fact, the earlier text's and the later text's)."""
    words, shared = page_words(views.language), captions(views.language)
    summary, language = views.summary, views.language
    earlier, later = summary.change_report.earlier, summary.change_report.later
    compared = f"{summary.earlier_characters:,}", f"{summary.later_characters:,}"
    sections = tuple(_units(work_report, Level.SECTION) for work_report in (earlier, later))
    measures = tuple(_units(work_report, Level.MEASURE) for work_report in (earlier, later))
    rows = [
        (words.title, (earlier.title, later.title)),
        (words.place, (earlier.place, later.place)),
        (words.year, (str(earlier.year), str(later.year))),
        (words.kind, (label(earlier.kind, language), label(later.kind, language))),
        (words.edition, (label(earlier.edition, language), label(later.edition, language))),
        (words.compared_characters, compared),
        (shared.sections, (sections[0], sections[1])),
        (shared.measures, (measures[0], measures[1])),
        (words.source, (earlier.source.name, later.source.name)),
        (words.sha, (earlier.source.sha256, later.source.sha256)),
    ]
    return tuple(rows)


def _units(work_report: WorkReport, level: Level) -> str:
    return f"{sum(unit.level is level for unit in work_report.units):,}"


def doubt_lines(views: PairViews) -> tuple[str, ...]:
    """What a careful reader should check, text by text."""
    colon = page_words(views.language).colon
    return tuple(
        f"{views.names[side]}{colon}{doubt_sentence(doubt.code, doubt.detail, views.language)}"
        for side in Side
        for doubt in views.anchors[side].report.doubts
    )


def not_compared_views(views: PairViews) -> tuple[NotComparedView, ...]:
    """What was not compared, each with its reason."""
    names = {"earlier": views.names[Side.EARLIER], "later": views.names[Side.LATER]}
    return tuple(
        NotComparedView(
            awaited=entry.what in _AWAITED,
            what=thing(entry, views.language),
            side=names.get(entry.side, reason_label(SIDES, entry.side, views.language)),
            reason=reason(entry, views.language),
            detail=clipped(entry.detail, LEFT_OUT_CHARACTERS),
        )
        for entry in views.summary.change_report.not_compared
    )


def things_not_compared(entries: Iterable[NotComparedView]) -> tuple[str, ...]:
    """Each thing that was not compared once, for one line."""
    return tuple(dict.fromkeys(entry.what for entry in entries))
