"""The two texts as rows of a page: linked units beside each other, the rest where it stands.

Rows follow the reading order of the later text. A unit that only the earlier text has is put where it stood,
after the unit it followed. Every unit of both texts is in exactly one row; where a unit's row stands
elsewhere (it moved, or it was split into distant pieces), a pointer row marks the place it left.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.model import ChangeReport, Channel, Direction, Link
from corpora.model import Level, Unit
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.bilingual import Worded, other_language
from reports.dashboard.marked_text import Marks, ShownUnit, marks_of, shown_unit
from reports.words.language import Language
from reports.words.pairs import pair_channel_label
from reports.words.vocabulary import Outcome

# Fewer unchanged rows than this, or shorter ones, are quicker read than opened.
FOLDED_ROWS = 2
FOLDED_CHARACTERS = 240


class Pointer(Struct, frozen=True):
    """Where a unit stood whose row is elsewhere."""

    side: Side
    label: str
    target: str


class Row(Struct, frozen=True):
    """What stands on one line of the page.

    Attributes:
        earlier: units of the earlier text.
        later: units of the later text.
        outcome: what became of them; None for what was not compared and for pointers.
        link: the link that put them together, if one did.
        pointers: set when this row only says where units are; it holds no unit then.
        also: units of other rows to which a part of this row's content went or from which it came.
        changed: whether a reader who looks for changes must see it.
    """

    earlier: tuple[ShownUnit, ...] = ()
    later: tuple[ShownUnit, ...] = ()
    outcome: Outcome | None = None
    link: Link | None = None
    pointers: tuple[Pointer, ...] = ()
    also: tuple[Pointer, ...] = ()
    changed: bool = True

    @property
    def units(self) -> tuple[ShownUnit, ...]:
        """The units of both sides."""
        return self.earlier + self.later

    @property
    def moved(self) -> bool:
        """Whether its units changed place on their own account."""
        return self.link is not None and self.link.moved

    @property
    def section(self) -> bool:
        """Whether it shows headings of sections."""
        return bool(self.units) and self.units[-1].unit.level is Level.SECTION

    @property
    def depth(self) -> int:
        """How deep in the outline it stands, 0 for the outermost."""
        return self.units[-1].unit.depth if self.units else 0

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of its units, each once, the later text's first."""
        return tuple(dict.fromkeys(shown.unit.role.value for shown in self.later + self.earlier))

    @property
    def characters(self) -> int:
        """The characters of the longer side."""
        return max(sum(len(shown.unit.span) for shown in side) for side in (self.earlier, self.later))


class Stretch(Struct, frozen=True):
    """Rows that follow each other; a folded one holds only what did not change or was not compared."""

    rows: tuple[Row, ...]
    folded: bool

    @property
    def outside(self) -> bool:
        """Whether it holds what was not compared."""
        return all(row.outcome is None for row in self.rows)

    @property
    def characters(self) -> int:
        """The characters of its rows, each by its longer side."""
        return sum(row.characters for row in self.rows)


def stretches(rows: Sequence[Row]) -> tuple[Stretch, ...]:
    """Groups rows so that long runs without change can be folded.

    Args:
        rows: rows in reading order.

    Returns:
        Stretches that hold every row once, in order.
    """
    runs: list[list[Row]] = []
    for row in rows:
        if runs and _foldable(row) == _foldable(runs[-1][-1]) and _foldable(row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return tuple(Stretch(tuple(run), _worth_folding(run)) for run in runs)


def _foldable(row: Row) -> str:
    """A name for runs that may be folded together; empty for rows that always show."""
    if row.outcome is None and not row.pointers:
        return "outside"
    return "" if row.changed or row.section else "same"


def _worth_folding(run: Sequence[Row]) -> bool:
    kind = _foldable(run[0])
    long = sum(row.characters for row in run) >= FOLDED_CHARACTERS
    return kind == "outside" or (kind == "same" and len(run) >= FOLDED_ROWS and long)


def aligned_rows(change_report: ChangeReport, pair: str, language: str = Language.ZH) -> tuple[Row, ...]:
    """Lays both texts out as rows.

    Args:
        change_report: what a comparison found.
        pair: name of the pair on the page, such as `p1`.
        language: the page's own language, for the words that are said of a change.

    Returns:
        Rows in the reading order of the later text, with every unit of both texts in exactly one of them.
    """
    return _Layout(change_report, pair, language).rows()


class _Layout:
    """The work of laying out one pair."""

    def __init__(self, change_report: ChangeReport, pair: str, language: str) -> None:
        self.change_report, self.pair, self.language = change_report, pair, language
        self.earlier = Anchors(pair, Side.EARLIER, change_report.earlier)
        self.later = Anchors(pair, Side.LATER, change_report.later)
        self.earlier_units = {unit.id: unit for unit in change_report.earlier.units}
        self.later_units = {unit.id: unit for unit in change_report.later.units}

    def rows(self) -> tuple[Row, ...]:
        spine, row_of_earlier = self._spine()
        after = self._placed(spine, row_of_earlier)
        rows = list(after.get(None, ()))
        for place, row in enumerate(spine):
            rows.append(row)
            rows.extend(after.get(place, ()))
        return _gathered(rows)

    def _spine(self) -> tuple[list[Row], dict[str, int]]:
        """The rows that hold later units, in their order, and which row holds each linked earlier unit."""
        links = [link for link in self.change_report.links if not link.partial]
        link_of = {unit_id: link for link in links for unit_id in link.later}
        rows: list[Row] = []
        row_of_earlier: dict[str, int] = {}
        for unit in self.change_report.later.units:
            link = link_of.get(unit.id)
            if link is None:
                outcome = Outcome.NEW if unit.id in self.change_report.new_units else None
                rows.append(Row(later=(self._shown(unit, Side.LATER),), outcome=outcome))
            elif unit.id == link.later[0]:
                row_of_earlier.update(dict.fromkeys(link.earlier, len(rows)))
                rows.append(self._linked(link))
            elif not self._follows(unit.id, link.later):
                target = self.later.unit(unit.id)
                rows.append(Row(pointers=(Pointer(Side.LATER, unit.label, target),)))
        return rows, row_of_earlier

    def _follows(self, unit_id: str, linked: tuple[str, ...]) -> bool:
        """Whether the unit stands right after the linked unit before it."""
        order = [unit.id for unit in self.change_report.later.units]
        before = linked[linked.index(unit_id) - 1]
        return order.index(unit_id) == order.index(before) + 1

    def _placed(self, spine: Sequence[Row], row_of: Mapping[str, int]) -> dict[int | None, list[Row]]:
        """The rows of what only the earlier text has there, by the row of the spine they follow."""
        units = self.change_report.earlier.units
        after: dict[int | None, list[Row]] = {}
        place: dict[str, int | None] = {}
        for position, unit in enumerate(units):
            at = row_of.get(unit.id)
            if at is not None:
                place[unit.id] = at
                if not spine[at].moved:
                    continue
                pointer = Pointer(Side.EARLIER, unit.label, self.earlier.unit(unit.id))
                row = Row(pointers=(pointer,))
            else:
                outcome = Outcome.DROPPED if unit.id in self.change_report.dropped_units else None
                row = Row(earlier=(self._shown(unit, Side.EARLIER),), outcome=outcome)
            where = self._place_before(units[:position], unit, spine, place, row_of)
            if at is None:
                place[unit.id] = where
            after.setdefault(where, []).append(row)
        return after

    def _place_before(
        self,
        before: Sequence[Unit],
        unit: Unit,
        spine: Sequence[Row],
        place: Mapping[str, int | None],
        row_of: Mapping[str, int],
    ) -> int | None:
        """The row of the nearest unit before it that still stands where it stood.

        The section a unit belongs to counts even when it moved: what is dropped from a moved section is
        missed where that section now stands.
        """
        for earlier in reversed(before):
            at = place[earlier.id]
            stayed = earlier.id not in row_of or at is None or not spine[at].moved
            if stayed or earlier.id == unit.parent:
                return at
        return None

    def _linked(self, link: Link) -> Row:
        earlier, later = marks_of(link, Side.EARLIER), marks_of(link, Side.LATER)
        outcome = Outcome(link.kind.value)
        return Row(
            earlier=tuple(self._shown(self.earlier_units[u], Side.EARLIER, earlier) for u in link.earlier),
            later=tuple(self._shown(self.later_units[u], Side.LATER, later) for u in link.later),
            outcome=outcome,
            link=link,
            also=self._also(link),
            changed=bool(earlier.edits or later.edits) or link.moved or outcome is not Outcome.KEPT,
        )

    def _also(self, link: Link) -> tuple[Pointer, ...]:
        """Where partial links lead from the units of this one, each place once."""
        partial = [other for other in self.change_report.links if other.partial]
        later = [u for other in partial if set(other.earlier) & set(link.earlier) for u in other.later]
        earlier = [u for other in partial if set(other.later) & set(link.later) for u in other.earlier]
        return (
            *(
                Pointer(Side.EARLIER, self.earlier_units[u].label, self.earlier.unit(u))
                for u in dict.fromkeys(earlier)
            ),
            *(
                Pointer(Side.LATER, self.later_units[u].label, self.later.unit(u))
                for u in dict.fromkeys(later)
            ),
        )

    def _shown(self, unit: Unit, side: Side, marks: Marks = Marks()) -> ShownUnit:  # noqa: B008 - it is frozen
        anchors = self.earlier if side is Side.EARLIER else self.later
        return shown_unit(unit, anchors, marks, self._told)

    def _told(self, channel: Channel, direction: Direction | None) -> Worded:
        """What is said of a change on a channel, in both languages."""
        languages = (self.language, other_language(self.language))
        return Worded(
            *(pair_channel_label(channel, direction, self.change_report, each) for each in languages)
        )


def _gathered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with neighbouring pointers of one side put into one."""
    gathered: list[Row] = []
    for row in rows:
        last = gathered[-1].pointers if gathered else ()
        if row.pointers and last and last[0].side is row.pointers[0].side:
            gathered[-1] = Row(pointers=last + row.pointers)
        else:
            gathered.append(row)
    return tuple(gathered)
