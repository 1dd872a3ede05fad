"""The rows of the aligned texts with their words, and the tools above them: filters, parts, sections."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from compare.model import Channel, Confidence, Link
from corpora.model import Role
from reports.dashboard.anchors import Side
from reports.dashboard.marked_text import ShownUnit
from reports.dashboard.side_by_side import Pointer, Row, stretches
from reports.dashboard.views import Badge, PairViews
from reports.rows.headings import headings_differ
from reports.rows.rows import OUTSIDE_ROLES, UnitRow
from reports.words.language import Language
from reports.words.pairs import BY_CONTENTS
from reports.words.quoting import clipped
from reports.words.reasons import MATCHED_BY, reason_label
from reports.words.vocabulary import CHANNELS, CONFIDENCES, ROLES, Outcome, Tone

# A name in a menu or a label; the whole heading stands in the text.
NAME_CHARACTERS = 36
# Beside the kinds of `Outcome`: rows whose units changed place on their own account.
MOVED = "moved"
_MOVED_SYMBOL = "*"
# … and linked rows with clauses that the earlier text has no counterpart of.
PARTLY_NEW = "partly-new"
_PARTLY_SYMBOL = "+"
# What readers come for stands first.
_CHIP_ORDER = (
    Outcome.NEW,
    Outcome.DROPPED,
    Outcome.REWORDED,
    Outcome.SPLIT,
    Outcome.MERGED,
    Outcome.REGROUPED,
    Outcome.KEPT,
)


class NearestView(Struct, frozen=True):
    """The passage of the other text that comes nearest to an unmatched one."""

    label: str
    anchor: str
    score: str


class RowView(Struct, frozen=True):
    """A row of the aligned texts with its words; see `side_by_side.Row`.

    Attributes:
        also_earlier: earlier units from which a part of the later units' content came.
        also_later: later units to which a part of the earlier units' content went.
        kinds: the filters that show this row, separated by spaces.
        roles: the roles of its units, separated by spaces.
        compared: false for what stands outside the report proper.
        reason: why its units were put together, with the similarity in `score`.
        anchor: the place its own link leads to.
        name: a short name, for those who do not see the row.
    """

    pointers: tuple[Pointer, ...]
    also_earlier: tuple[Pointer, ...]
    also_later: tuple[Pointer, ...]
    earlier: tuple[ShownUnit, ...]
    later: tuple[ShownUnit, ...]
    badge: Badge
    moved_badge: Badge | None
    kinds: str
    roles: str
    depth: int
    section: bool
    changed: bool
    compared: bool
    reason: str
    score: str
    anchor: str
    name: str
    nearest: NearestView | None


class StretchView(Struct, frozen=True):
    """Rows that follow each other, folded or not."""

    rows: tuple[RowView, ...]
    folded: bool
    outside: bool
    characters: str


class Chip(Struct, frozen=True):
    """A filter of the rows, with how many rows it shows."""

    kind: str
    badge: Badge
    count: int


class TextViews(Struct, frozen=True):
    """The aligned texts of one pair, ready for the template.

    Attributes:
        stretches: all rows in order.
        chips: the filters that show anything.
        channels: (name, label) of the marks of the channels that changed anywhere, for the legend.
        roles: (role, label) of the parts that occur.
        sections: (place, heading, depth) of the later text's sections.
    """

    stretches: tuple[StretchView, ...]
    chips: tuple[Chip, ...]
    channels: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str, int], ...]

    @property
    def folds(self) -> bool:
        """Whether any stretch is folded."""
        return any(stretch.folded for stretch in self.stretches)


def text_views(views: PairViews, rows: Sequence[Row]) -> TextViews:
    """Lays out both texts of a pair.

    Args:
        views: the pair.
        rows: both texts laid out as rows.

    Returns:
        Rows, filters and menus; every unit of both texts is in one row.
    """
    maker = _RowMaker(views, _nearest(views))
    shown = tuple(
        StretchView(
            tuple(maker.view(row) for row in stretch.rows),
            stretch.folded,
            stretch.outside,
            f"{stretch.characters:,}",
        )
        for stretch in stretches(rows)
    )
    return TextViews(
        shown,
        _chips(rows, views),
        _channels(rows, views.language),
        _roles(rows, views.language),
        _sections(rows),
    )


def _nearest(views: PairViews) -> dict[str, NearestView]:
    """The nearest passage of the other text, by the place of the unmatched unit."""
    summary = views.summary
    sides: tuple[tuple[Side, Side, tuple[UnitRow, ...]], ...] = (
        (Side.LATER, Side.EARLIER, summary.new_sections + summary.new_measures),
        (Side.EARLIER, Side.LATER, summary.dropped_sections + summary.dropped_measures),
    )
    return {
        views.anchors[side].unit(row.unit.id): NearestView(
            clipped(row.nearest, NAME_CHARACTERS),
            views.anchors[other].unit(row.nearest_unit),
            f"{row.nearest_score:.2f}",
        )
        for side, other, rows in sides
        for row in rows
        if row.nearest and row.nearest_unit
    }


class _RowMaker(Struct, frozen=True):
    """Words rows of one pair."""

    views: PairViews
    nearest: dict[str, NearestView]

    def view(self, row: Row) -> RowView:
        language, link = self.views.language, row.link
        first = (row.later or row.earlier or (None,))[0]
        return RowView(
            pointers=row.pointers,
            also_earlier=tuple(place for place in row.also if place.side is Side.EARLIER),
            also_later=tuple(place for place in row.also if place.side is Side.LATER),
            earlier=row.earlier,
            later=row.later,
            badge=_outcome_badge(row, self.views),
            moved_badge=_moved_or_turned(row, self.views),
            kinds=" ".join(kinds_of(row)),
            roles=" ".join(row.roles),
            depth=row.depth,
            section=row.section,
            changed=row.changed and row.outcome is not None,
            compared=row.outcome is not None,
            reason=_reason(link, language) if link else "",
            score=f"{link.score:.2f}" if link else "",
            anchor=first.anchor if first else "",
            name=clipped(first.unit.label, NAME_CHARACTERS) if first else "",
            nearest=self.nearest.get(first.anchor) if first else None,
        )


def _outcome_badge(row: Row, views: PairViews) -> Badge:
    """What became of a row's units; headings without a word in common are not told as reworded."""
    if row.section and row.link and not row.link.partial and headings_differ(row.link):
        return Badge.of(BY_CONTENTS, views.language)
    return (
        views.badge(row.outcome) if row.outcome else Badge("", views.words.not_compared_row, Tone.QUIET.value)
    )


def _reason(link: Link, language: str) -> str:
    """Why units were put together, and how sure it is where it is not."""
    reason = reason_label(MATCHED_BY, link.matched_by, language)
    if link.confidence is Confidence.SURE:
        return reason
    sure = CONFIDENCES[link.confidence].label(language)
    return f"{reason}，{sure}" if language == Language.ZH else f"{reason}, {sure}"


def _moved_or_turned(row: Row, views: PairViews) -> Badge | None:
    """What moved, moved; but a task on which the later report looks back did not merely change its place."""
    if not row.moved:
        return None
    turn = row.link.turn if row.link else None
    return views.badge(turn) if turn else moved_badge(views)


def moved_badge(views: PairViews) -> Badge:
    """The badge of what changed its place."""
    return Badge(_MOVED_SYMBOL, views.words.moved, Tone.MOVED.value)


def kinds_of(row: Row) -> tuple[str, ...]:
    """The filters that show a row: what became of it, whether it is partly new, the channels that changed."""
    if row.outcome is None:
        return ()
    kinds = [row.outcome.value]
    if row.moved:
        kinds.append(MOVED)
    if row.link is not None:
        kinds += [PARTLY_NEW] if row.link.later_only else []
        kinds += dict.fromkeys(channel_kind(change.channel) for change in row.link.changes)
    return tuple(kinds)


def channel_kind(channel: Channel) -> str:
    """The name of the filter that shows the changes on a channel."""
    return f"channel-{channel.value}"


def _chips(rows: Iterable[Row], views: PairViews) -> tuple[Chip, ...]:
    counts = Counter(kind for row in rows for kind in kinds_of(row))
    partly_new = views.words.partly_new.format(later=views.names[Side.LATER])
    badges = [(outcome.value, views.badge(outcome)) for outcome in _CHIP_ORDER]
    badges.append((MOVED, moved_badge(views)))
    badges.append((PARTLY_NEW, Badge(_PARTLY_SYMBOL, partly_new, Tone.NEW.value)))
    badges += [(channel_kind(each), views.badge(each)) for each in Channel]
    return tuple(Chip(kind, badge, counts[kind]) for kind, badge in badges if counts[kind])


def _channels(rows: Iterable[Row], language: str) -> tuple[tuple[str, str], ...]:
    present = {change.channel for row in rows if row.link for change in row.link.changes}
    return tuple((each.value, CHANNELS[each].label(language)) for each in Channel if each in present)


def _roles(rows: Sequence[Row], language: str) -> tuple[tuple[str, str], ...]:
    present = {role for row in rows for role in row.roles}
    return tuple(
        (role.value, word.label(language))
        for role, word in ROLES.items()
        if role.value in present and role not in OUTSIDE_ROLES
    )


def _sections(rows: Iterable[Row]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (shown.anchor, clipped(shown.unit.label, NAME_CHARACTERS), shown.unit.depth)
        for row in rows
        if row.section
        for shown in row.later[:1]
        if shown.unit.role is not Role.FRAME
    )
