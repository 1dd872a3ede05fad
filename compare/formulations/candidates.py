"""What of a report could be told as a new formulation: pieces of it that the other texts do not have."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.formulations.folding import FoldedReport
from compare.formulations.lexicon import LEADS, LIGHT_VERBS
from compare.formulations.novelty import Novelty
from compare.formulations.reading import ReadUnit, Side
from compare.formulations.repeats import (
    LONGEST_RECURRING,
    NOT_IN_NAMES,
    SHORTEST_RECURRING,
    Windows,
    count_uses,
    echoes,
    recurring_windows,
)
from compare.formulations.segmentation import Form, Piece, name_length
from corpora.model import Role

_SHORTEST_NAME, _LONGEST_NAME = 2, 20  # a character is no name, a sentence neither
_LONGEST_VERB_NAME = (
    12  # up to here a telling verb stays with its object, beyond it the object alone is the name
)
_SHORTEST_OBJECT = 4  # an object of its own; a shorter one keeps its verb
_LONGEST_RUN = 14  # neighbouring new items of one list are told together up to this length
_SURE_RECURRENCE = 4  # so often in the same form is a formula, wherever its clauses are cut

_INSIDE_NUMBER = re.compile(r"[\d.]{2}")
_KINDS = {form: frozenset({form}) for form in Form}
_ROLES = {role: frozenset({role}) for role in Role}


class Candidate(Struct, frozen=True, gc=False):
    """A stretch of a report that the reference does not have.

    Attributes:
        form: the stretch in presence form.
        start: where it first stands in the folded report.
        end: offset after it.
        core: where it begins without its verbs.
        kinds: the ways in which it stands in its clauses.
        verbs: the verbs that govern it where it first stands.
        roles: the parts of the report it stands in.
        opens_unit: it stands at the head of a unit.
    """

    form: str
    start: int
    end: int
    core: int
    kinds: frozenset[Form]
    verbs: tuple[str, ...]
    roles: frozenset[Role]
    opens_unit: bool


class Candidates(Struct, frozen=True):
    """The candidates of a report, and how often it uses them.

    Attributes:
        found: in reading order, each form once.
        uses: how often each stands in the report's compared text.
        echoes: how often the most repeated new part of each stands there.
    """

    found: tuple[Candidate, ...]
    uses: tuple[int, ...]
    echoes: tuple[int, ...]

    @property
    def places(self) -> tuple[list[int], list[int], list[int]]:
        """Where they begin, where they end, and where their cores begin."""
        found = self.found
        return [one.start for one in found], [one.end for one in found], [one.core for one in found]


class _Mine(Struct, frozen=True):
    """A report in which candidates are looked for.

    Attributes:
        side: the report.
        new: its compared text measured against the reference.
        among: the same against the texts in one of which a candidate must stand, or None.
        windows: its shortest new stretches that recur.
    """

    side: FoldedReport
    new: Novelty
    among: Novelty | None
    windows: Windows

    def is_wanted(self, start: int, end: int) -> bool:
        """Whether a stretch that the reference does not have may be told."""
        return self.among is None or self.among.stands(start, end)


def find_candidates(side: Side, new: Novelty, among: Novelty | None = None) -> Candidates:
    """The candidates of a report.

    Args:
        side: the report.
        new: its compared text measured against the texts in which a candidate may not stand.
        among: its compared text measured against the texts in one of which a candidate must stand, if given.
    """
    form = side.folded.form
    mine = _Mine(side.folded, new, among, recurring_windows(form, new.known))
    pool: dict[str, Candidate] = {}
    for found in (*_from_pieces(mine, side.units), *_recurring(mine, side.units)):
        before = pool.get(found.form)
        pool[found.form] = found if before is None else _joined(before, found)
    ordered = tuple(sorted(pool.values(), key=lambda one: (one.start, one.end)))
    heard = echoes(mine.windows, [one.start for one in ordered], [one.end for one in ordered])
    uses = (
        count_uses(form, one.form) if echo > 1 or len(one.form) < SHORTEST_RECURRING else 1
        for one, echo in zip(ordered, heard, strict=True)
    )
    return Candidates(ordered, tuple(uses), tuple(heard))


def name_of(read: ReadUnit, piece: Piece) -> tuple[int, int]:
    """Start and end, in the folded report, of the name that a piece of a unit has.

    Light verbs are left out of a name that stands without them; a short object keeps its verb.
    """
    text, start = read.unit.text, piece.start
    if piece.core > piece.start and name_length(text[piece.core : piece.end]) >= _SHORTEST_OBJECT:
        light = all(verb in LIGHT_VERBS for verb in piece.verbs)
        if light or name_length(text[piece.start : piece.end]) > _LONGEST_VERB_NAME:
            start = piece.core
    return read.places[start], read.places[piece.end]


def _joined(one: Candidate, other: Candidate) -> Candidate:
    return replace(
        one,
        kinds=one.kinds | other.kinds,
        roles=one.roles | other.roles,
        opens_unit=one.opens_unit or other.opens_unit,
    )


# -- pieces ----------------------------------------------------------------------------------------


def _from_pieces(mine: _Mine, units: Sequence[ReadUnit]) -> Iterator[Candidate]:
    lengths = mine.new.lengths
    for read in units:
        places, head = read.places, read.head
        spans = [(places[piece.start], places[piece.end]) for piece in read.pieces]
        fresh = [start < end and lengths[start] < end - start for start, end in spans]
        for piece in _runs(read.unit.text, read.pieces, fresh):
            start, end = name_of(read, piece)
            core = max(places[piece.core], start)
            if end - core < _SHORTEST_NAME:
                core = start
            # With a known object only the verb is new: a matter of wording.
            fits = _SHORTEST_NAME <= end - start <= _LONGEST_NAME and not mine.new.stands(core, end)
            if fits and mine.is_wanted(start, end):
                yield Candidate(
                    form=mine.side.form[start:end],
                    start=start,
                    end=end,
                    core=core,
                    kinds=_KINDS[piece.form],
                    verbs=piece.verbs,
                    roles=_ROLES[read.unit.role],
                    opens_unit=piece.start <= head,
                )


def _runs(text: str, pieces: Sequence[Piece], fresh: Sequence[bool]) -> Iterator[Piece]:
    """The new pieces; neighbouring new items of one list as one, so that a list is not told line by line."""
    run: Piece | None = None
    known: Piece | None = None  # a quotation that is not new: with a new noun after it, it is no new slogan
    for piece, is_new in zip(pieces, fresh, strict=True):
        if piece.form in {Form.QUOTED, Form.TITLE, Form.TOPIC}:
            if not is_new:
                known = piece
            elif known is not None and known.start == piece.start:
                yield replace(piece, core=known.end, form=Form.OBJECT)
            else:
                yield piece
            continue
        if run is not None and is_new and _continues(text, run, piece):
            run = replace(run, end=piece.end)
            continue
        if run is not None:
            yield run
        run = piece if is_new else None
    if run is not None:
        yield run


def _continues(text: str, run: Piece, piece: Piece) -> bool:
    """Whether an item follows a run of its list and is not lost in it: short ones bear few companions."""
    if run.form is not Form.ITEM or piece.form is not Form.ITEM or text[run.end : piece.start] != "、":
        return False
    together = text[run.start : piece.end]
    shortest = min(map(name_length, together.split("、")))
    return name_length(together) <= min(_LONGEST_RUN, 2 * shortest + 5)


# -- recurring stretches ---------------------------------------------------------------------------


def _recurring(mine: _Mine, units: Sequence[ReadUnit]) -> Iterator[Candidate]:
    """Stretches that the report uses again and again and the reference never (maximal repeats).

    One that begins or ends nowhere where a piece does is cut out of words and left.
    """
    openings, closings = set(), set()
    for read in units:
        for piece in read.pieces:
            openings.add(read.places[piece.start])
            openings.add(read.places[piece.core])
            closings.add(read.places[piece.end])
    form = mine.side.form
    for window, starts in mine.windows.items():
        start, end = _trimmed(form, *_extended(form, starts, len(window)))
        fits = SHORTEST_RECURRING <= end - start <= LONGEST_RECURRING and "等" not in form[start:end]
        if not fits or mine.new.stands(start, end) or _INSIDE_NUMBER.fullmatch(form[start - 1 : start + 1]):
            continue
        if not mine.is_wanted(start, end):
            continue
        shift = start - starts[0]
        bounded = any(place + shift in openings for place in starts) and any(
            place + shift + end - start in closings for place in starts
        )
        if bounded or len(starts) >= _SURE_RECURRENCE:
            roles = _ROLES[mine.side.unit_at(start).role]
            yield Candidate(
                form[start:end], start, end, start, _KINDS[Form.RECURRING], (), roles, opens_unit=False
            )


def _extended(form: str, starts: list[int], length: int) -> tuple[int, int]:
    """The longest stretch around the window that is the same everywhere the window stands."""
    before = 0
    while before + length < LONGEST_RECURRING and _same(form, [start - before - 1 for start in starts]):
        before += 1
    while before + length < LONGEST_RECURRING and _same(form, [start + length for start in starts]):
        length += 1
    return starts[0] - before, starts[0] + length


def _same(form: str, places: list[int]) -> bool:
    """Whether one character, and one that may stand in names, is at all places."""
    if places[0] < 0 or places[-1] >= len(form):
        return False
    found = {form[place] for place in places}
    return len(found) == 1 and found.isdisjoint(NOT_IN_NAMES)


def _trimmed(form: str, start: int, end: int) -> tuple[int, int]:
    """Without the joints and connectives at its ends: 、 和 的 … open or close no name."""
    while start < end and form[start] in "-、的和与及等了在":
        start += 1
    while start < end and form[end - 1] in "-、的和与及等在以为":
        end -= 1
    for length in (4, 3, 2):
        if form[start : start + length] in LEADS:
            return start + length, end
    return start, end
