"""A higher level's formulations in a lower level's report, ready for the templates."""

from msgspec import Struct

from compare.uptakes import Uptake, UptakeKind
from reports.dashboard.anchors import Side
from reports.dashboard.quotes import Quote
from reports.dashboard.views import Badge, PairViews
from reports.views.uptakes import uptake_captions, uptake_groups, uptake_names, uptake_note
from reports.words.vocabulary import UPTAKE_KINDS


class UptakeRow(Struct, frozen=True):
    """A formulation with its words in the lower report and where both stand."""

    text: str
    local: str
    since: str
    quotes: tuple[Quote, ...]


class UptakeTable(Struct, frozen=True):
    """The formulations of one kind."""

    badge: Badge
    rows: tuple[UptakeRow, ...]


class UptakeView(Struct, frozen=True):
    """The part of the page, with its heads; `dated` says whether older reports of the place are known."""

    title: str
    short: str
    note: str
    central: str
    local: str
    since: str
    dated: bool
    tables: tuple[UptakeTable, ...]


def uptake_view(views: PairViews) -> UptakeView | None:
    """The uptakes of a pair, or None where the levels do not differ."""
    change_report = views.summary.change_report
    if not change_report.uptakes:
        return None
    words, names = uptake_captions(views.language), uptake_names(change_report, views.language)
    return UptakeView(
        title=words.title.format(**names),
        short=words.short,
        note=uptake_note(change_report, views.language),
        central=words.central.format(**names),
        local=words.local.format(**names),
        since=words.since,
        dated=any(one.since for one in change_report.uptakes),
        tables=tuple(
            UptakeTable(
                Badge.of(UPTAKE_KINDS[group.kind], views.language),
                tuple(_row(one, views) for one in group.rows),
            )
            for group in uptake_groups(change_report)
        ),
    )


def _row(one: Uptake, views: PairViews) -> UptakeRow:
    central, local = Side.EARLIER, Side.LATER
    if one.side != "earlier":
        central, local = local, central
    spans = [(central, span) for span in one.spans[:1]] + [(local, span) for span in one.local_spans[:1]]
    return UptakeRow(
        text=one.text,
        local=(one.local_text or "") if one.kind is UptakeKind.ADAPTED else "",
        since=str(one.since or ""),
        quotes=tuple(views.quote(side, span) for side, span in spans),
    )
