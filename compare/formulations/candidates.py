"""What of a report could be told as a new formulation: pieces of it that the other texts do not have."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from compare.codes import code_points, grams
from compare.formulations.folding import FoldedReport
from compare.formulations.lexicon import LEADS, LIGHT_VERBS
from compare.formulations.novelty import Breaks, Novelty
from compare.formulations.reading import ReadUnit, Side
from compare.formulations.segmentation import Form, Piece, name_length
from corpora.model import Role, Unit

_SHORTEST_NAME, _LONGEST_NAME = 2, 20  # a character is no name, a sentence neither
_LONGEST_VERB_NAME = (
    12  # up to here a telling verb stays with its object, beyond it the object alone is the name
)
_SHORTEST_OBJECT = 4  # an object of its own; a shorter one keeps its verb
_LONGEST_RUN = 14  # neighbouring new items of one list are told together up to this length
_SHORTEST_RECURRING, _LONGEST_RECURRING = 4, 16
_SURE_RECURRENCE = 4  # so often in the same form is a formula, wherever its clauses are cut
_NOT_IN_NAMES = frozenset("，。；：！？!?;:,…（）()\n")

_TRIPLE = 3
_INSIDE_NUMBER = re.compile(r"[\d.]{2}")

Windows = dict[str, list[int]]  # shortest new stretches that stand more than once, and where


class Candidate(NamedTuple):
    """A stretch of a report that the reference does not have; a tuple, since thousands are made.

    Attributes:
        form: the stretch in presence form.
        start: where it first stands in the folded report.
        end: offset after it.
        core: where it begins without its verbs.
        kinds: the ways in which it stands in its clauses.
        verbs: the verbs that govern it where it first stands.
        roles: the parts of the report it stands in.
        breaks: how new its core is.
        new_share: share of its positions at which no known stretch of four characters begins.
        surroundings: the same share of the rest of its sentence.
        uses: how often it stands in the report's compared text.
        echo: how often its most repeated new part stands there.
        opens_unit: it stands at the head of a unit.
    """

    form: str
    start: int
    end: int
    core: int
    kinds: frozenset[Form]
    verbs: tuple[str, ...]
    roles: frozenset[Role]
    breaks: Breaks
    new_share: float
    surroundings: float
    uses: int
    echo: int
    opens_unit: bool


@dataclass(frozen=True, slots=True)
class _Mine:
    """A report in which candidates are looked for.

    Attributes:
        side: the report.
        new: its compared text measured against the reference.
        among: the same against the texts in one of which a candidate must stand, or None.
        windows: its shortest new stretches that recur.
        echoes: for each position how often the shortest new stretch that begins there stands in the text.
    """

    side: FoldedReport
    new: Novelty
    among: Novelty | None
    windows: Windows
    echoes: Sequence[int]

    def is_wanted(self, start: int, end: int) -> bool:
        """Whether a stretch that the reference does not have may be told."""
        return self.among is None or self.among.stands(start, end)


def find_candidates(side: Side, new: Novelty, among: Novelty | None = None) -> tuple[Candidate, ...]:
    """The candidates of a report in reading order, each form once.

    Args:
        side: the report.
        new: its compared text measured against the texts in which a candidate may not stand.
        among: its compared text measured against the texts in one of which a candidate must stand, if given.
    """
    form = side.folded.form
    windows = _windows(form, new.known)
    mine = _Mine(side.folded, new, among, windows, _echoes(len(form), windows))
    pool: dict[str, Candidate] = {}
    for found in (*_from_pieces(mine, side.units), *_recurring(mine, side.units)):
        before = pool.get(found.form)
        pool[found.form] = found if before is None else _joined(before, found)
    return tuple(sorted(pool.values(), key=lambda one: (one.start, one.end)))


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
    return one._replace(
        kinds=one.kinds | other.kinds,
        roles=one.roles | other.roles,
        opens_unit=one.opens_unit or other.opens_unit,
    )


def _candidate(
    mine: _Mine, place: tuple[int, int, int], unit: Unit, piece: Piece, *, opens: bool
) -> Candidate:
    start, core, end = place
    form = mine.side.form[start:end]
    echo = max(mine.echoes[start : end - _SHORTEST_RECURRING + 1], default=1)
    new_share, surroundings = mine.new.shares(start, end)
    return Candidate(
        form=form,
        start=start,
        end=end,
        core=core,
        kinds=frozenset({piece.form}),
        verbs=piece.verbs,
        roles=frozenset({unit.role}),
        breaks=mine.new.breaks(core, end),
        new_share=new_share,
        surroundings=surroundings,
        uses=count_uses(mine.side.form, start, end) if echo > 1 or end - start < _SHORTEST_RECURRING else 1,
        echo=echo,
        opens_unit=opens,
    )


# -- pieces ----------------------------------------------------------------------------------------


def _from_pieces(mine: _Mine, units: Sequence[ReadUnit]) -> Iterator[Candidate]:
    for read in units:
        places = read.places
        fresh = [not mine.new.stands(places[piece.start], places[piece.end]) for piece in read.pieces]
        for piece in _runs(read.unit.text, read.pieces, fresh):
            start, end = name_of(read, piece)
            core = max(places[piece.core], start)
            if end - core < _SHORTEST_NAME:
                core = start
            # With a known object only the verb is new: a matter of wording.
            fits = _SHORTEST_NAME <= end - start <= _LONGEST_NAME and not mine.new.stands(core, end)
            if fits and mine.is_wanted(start, end):
                opens = read.opens_at(piece.start)
                yield _candidate(mine, (start, core, end), read.unit, piece, opens=opens)


def _runs(text: str, pieces: Sequence[Piece], fresh: Sequence[bool]) -> Iterator[Piece]:
    """The new pieces; neighbouring new items of one list as one, so that a list is not told line by line."""
    run: Piece | None = None
    known: Piece | None = None  # a quotation that is not new: with a new noun after it, it is no new slogan
    for piece, is_new in zip(pieces, fresh, strict=True):
        if piece.form in {Form.QUOTED, Form.TITLE, Form.TOPIC}:
            if not is_new:
                known = piece
            elif known is not None and known.start == piece.start:
                yield piece._replace(core=known.end, form=Form.OBJECT)
            else:
                yield piece
            continue
        if run is not None and is_new and _continues(text, run, piece):
            run = run._replace(end=piece.end)
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


def _windows(form: str, known: Sequence[int]) -> Windows:
    breaks = np.isin(code_points(form), code_points("".join(sorted(_NOT_IN_NAMES))))
    ends = np.append(np.flatnonzero(breaks), len(form))
    positions = np.arange(len(form))
    room = ends[np.searchsorted(ends, positions)] - positions
    lengths = np.maximum(np.array(known, dtype=np.int64) + 1, _SHORTEST_RECURRING)
    fits = (lengths <= _LONGEST_RECURRING) & (lengths <= room)
    # where three characters stand once, nothing longer stands twice
    starts = np.flatnonzero(fits & (np.array(_triples(form), dtype=np.int64) > 1))
    places: Windows = defaultdict(list)
    for start, length in zip(starts.tolist(), lengths[starts].tolist(), strict=True):
        places[form[start : start + length]].append(start)
    return {window: where for window, where in places.items() if len(where) > 1}


def count_uses(form: str, start: int, end: int) -> int:
    """How often a stretch of a text stands in the text, once at least."""
    inside = _triples(form)[start : end - _TRIPLE + 1]
    if inside and min(inside) == 1:
        return 1  # as most do; to count is to read the whole text
    return form.count(form[start:end])


@lru_cache(maxsize=4)  # asked for each stretch, and for each text that a report is measured against
def _triples(form: str) -> tuple[int, ...]:
    """For each position of a text how often the three characters there stand in it; 0 at its end."""
    triples = grams(code_points(form), _TRIPLE)
    _, numbers, counts = np.unique(triples, return_inverse=True, return_counts=True)
    return (*counts[numbers].tolist(), *(0 for _ in form[-_TRIPLE + 1 :]))


def _echoes(length: int, windows: Windows) -> list[int]:
    found = [1] * length
    for starts in windows.values():
        for start in starts:
            found[start] = len(starts)
    return found


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
    recurring = Piece(0, 0, 0, Form.RECURRING, ())
    for window, starts in mine.windows.items():
        start, end = _trimmed(mine.side.form, *_extended(mine.side.form, starts, len(window)))
        form = mine.side.form
        fits = _SHORTEST_RECURRING <= end - start <= _LONGEST_RECURRING and "等" not in form[start:end]
        if not fits or mine.new.stands(start, end) or _INSIDE_NUMBER.fullmatch(form[start - 1 : start + 1]):
            continue
        if not mine.is_wanted(start, end):
            continue
        shift = start - starts[0]
        bounded = any(place + shift in openings for place in starts) and any(
            place + shift + end - start in closings for place in starts
        )
        if bounded or len(starts) >= _SURE_RECURRENCE:
            yield _candidate(mine, (start, start, end), mine.side.unit_at(start), recurring, opens=False)


def _extended(form: str, starts: list[int], length: int) -> tuple[int, int]:
    """The longest stretch around the window that is the same everywhere the window stands."""
    before = 0
    while before + length < _LONGEST_RECURRING and _same(form, [start - before - 1 for start in starts]):
        before += 1
    while before + length < _LONGEST_RECURRING and _same(form, [start + length for start in starts]):
        length += 1
    return starts[0] - before, starts[0] + length


def _same(form: str, places: list[int]) -> bool:
    """Whether one character, and one that may stand in names, is at all places."""
    if places[0] < 0 or places[-1] >= len(form):
        return False
    found = {form[place] for place in places}
    return len(found) == 1 and found.isdisjoint(_NOT_IN_NAMES)


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
