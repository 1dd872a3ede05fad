"""Reworded formulations: clauses of both reports that fill the same slot with other words.

Both forms must be absent from the other report. Clauses are paired on what their verbs govern and on the
whole, with a premium for clauses of linked units; each later clause has one partner, an earlier one may
have two.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.formulations.frames import QUOTATION
from compare.formulations.lexicon import PREDICATES, closes_with
from compare.formulations.modifiers import exchanged_modifiers
from compare.formulations.reading import Side
from compare.model import Link
from compare.similarity import close_pairs, paired_ratios, ratio
from corpora.model import Role, Unit

_SHORTEST, _LONGEST = 4, 36  # characters: shorter is no statement, longer is several
_LEAST_CORE = 0.3  # below it the clauses share their verbs and no content (推进能源革命, 推进练兵备战)
_LEAST_SIMILAR = 0.5
_LINKED = 0.12  # premium for clauses of linked units
_MOST_PARTNERS = 2  # of an earlier clause: one sentence may come back as two
_FEW_WORDS = 6  # a clause up to here is a common expression rather than a formulation
_SAME_THING = 0.5  # likeness of what stands before the figures
_FIGURE = re.compile(r"[\d.]+[多余]?(?=%|个|万|亿|元|人|名|家|所|座|项|套|户|公里|亩|吨|斤)")
_NAMED = 4  # characters before a figure that name what it counts; after fewer it stands behind
_YEAR = re.compile(r"(?:19|20)\d\d年")
_HIGHEST = 30  # weights of reworded phrases stay below those of new ones
_EXCHANGED = 1.5  # log-odds of an exchanged modifier, before its place counts

_Indices = NDArray[np.intp]
_Likeness = NDArray[np.float32]


class Slot(Struct, frozen=True, gc=False):
    """An earlier and a later stretch that say of the same thing something else.

    Attributes:
        earlier: start and end in the earlier folded report.
        later: start and end in the later folded report.
        weight: how much an analyst would want to see the change.
        reason: what differs: `modifier`, `number`, `verb`, `order`, `object` or, when several do, `slot`.
    """

    earlier: tuple[int, int]
    later: tuple[int, int]
    weight: float
    reason: str


class _Clause(Struct, frozen=True, gc=False):
    form: str
    core: str
    start: int
    end: int
    unit: Unit
    opens: bool
    quoted: bool


def find_slots(earlier: Side, later: Side, links: Sequence[Link]) -> tuple[Slot, ...]:
    """The reworded stretches of two reports, the weightiest first.

    Args:
        earlier: the earlier report.
        later: the later report.
        links: which units correspond; pairs are found without them too, only fewer.
    """
    slots = [*_clause_slots(_clauses(earlier), _clauses(later), links)]
    for old, young in exchanged_modifiers(earlier, later):
        role = later.folded.unit_at(young[0]).role
        slots.append(Slot(old, young, _weight(_EXCHANGED + _place_odds(role)), "modifier"))
    return tuple(sorted(slots, key=lambda slot: (-slot.weight, slot.later, slot.earlier)))


def _clause_slots(
    earlier: Sequence[_Clause], later: Sequence[_Clause], links: Sequence[Link]
) -> Iterator[Slot]:
    if not earlier or not later:
        return
    for row, column, likeness in _partners(*_alike(earlier, later, links)):
        old, young = earlier[row], later[column]
        if _words(old.form) != _words(young.form) and not _count_different_things(old, young):
            reason = _reason(old, young)
            weight = _weight(_odds(old, young, likeness, reason))
            yield Slot((old.start, old.end), (young.start, young.end), weight, reason)


def _count_different_things(old: _Clause, young: _Clause) -> bool:
    """Whether two clauses with figures are a result and an aim, or name different things before them."""
    figures = _FIGURE.search(old.form), _FIGURE.search(young.form)
    if not (figures[0] and figures[1]):
        return False
    if (old.unit.role is Role.REVIEW) is not (young.unit.role is Role.REVIEW):
        return True
    heads = old.form[: figures[0].start()], young.form[: figures[1].start()]
    return min(map(len, heads)) >= _NAMED and ratio(*heads) < _SAME_THING


def _words(form: str) -> str:
    """The form without punctuation and years: other commas or a new year in a heading are no change."""
    if form.isalnum() and "年" not in form:
        return form  # as most do
    return "".join(filter(str.isalnum, _YEAR.sub("", form)))


def _clauses(side: Side) -> list[_Clause]:
    """The clauses of one report that the other does not have, each form once."""
    found: dict[str, _Clause] = {}
    for read in side.units:
        quotes = [quote.start() for quote in QUOTATION.finditer(read.unit.text)]
        head = read.head
        for clause in read.clauses:
            start, core, end = (read.places[at] for at in (clause.start, clause.core, clause.end))
            form = side.folded.form[start:end]
            if _SHORTEST <= end - start <= _LONGEST and form not in found and not side.new.stands(start, end):
                governed = side.folded.form[core:end] if end - core > 1 else form
                quoted = bool(quotes) and any(clause.start <= at < clause.end for at in quotes)
                found[form] = _Clause(form, governed, start, end, read.unit, clause.start <= head, quoted)
    return list(found.values())


# -- likeness ---------------------------------------------------------------------------------------------


def _alike(
    earlier: Sequence[_Clause], later: Sequence[_Clause], links: Sequence[Link]
) -> tuple[_Indices, _Indices, _Likeness]:
    """The pairs of clauses that are alike enough, as rows, columns and how alike, up to about 1.1."""
    linked = {(one, other) for link in links for one in link.earlier for other in link.later}
    rows, columns, core = close_pairs([one.core for one in earlier], [one.core for one in later], _LEAST_CORE)
    whole = paired_ratios(
        [earlier[row].form for row in rows.tolist()], [later[column].form for column in columns.tolist()]
    )
    units = [[clause.unit.id for clause in side] for side in (earlier, later)]
    premium = [
        _LINKED if (units[0][row], units[1][column]) in linked else 0.0
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    likeness: _Likeness = (whole + core) / np.float32(2) + np.array(premium, dtype=np.float32)
    alike = likeness >= _LEAST_SIMILAR
    return rows[alike], columns[alike], likeness[alike]


def _partners(rows: _Indices, columns: _Indices, likeness: _Likeness) -> Iterator[tuple[int, int, float]]:
    """Pairs of indices and how alike they are, the most alike first; ties in the order of the texts."""
    order = np.lexsort((columns, rows, -likeness))
    taken: set[int] = set()
    uses: Counter[int] = Counter()
    for place in order.tolist():
        row, column = int(rows[place]), int(columns[place])
        if column not in taken and uses[row] < _MOST_PARTNERS:
            taken.add(column)
            uses[row] += 1
            yield row, column, float(likeness[place])


# -- weight ----------------------------------------------------------------------------------------


def _weight(odds: float) -> float:
    return round(_HIGHEST / (1 + math.exp(-odds)), 2)


def _odds(earlier: _Clause, later: _Clause, likeness: float, reason: str) -> float:
    """Log-odds, like those of `ranking`: policy stance and tasks before results, sure slots before others."""
    role = later.unit.role
    odds = 5 * (likeness - 1) + _place_odds(role) + 1.0 * (earlier.unit.role is role)
    odds += 1.0 * later.quoted + 0.5 * later.opens
    odds += 0.5 * (earlier.core != earlier.form and later.core != later.form)
    odds -= 0.5 * (reason == "verb") + 1.0 * (reason == "number" and role is not Role.REQUIREMENTS)
    return odds - 1.0 * (len(later.form) <= _FEW_WORDS) - 1.0 * closes_with(later.form, PREDICATES)


def _place_odds(role: Role) -> float:
    return {Role.REQUIREMENTS: 2.0, Role.GOVERNANCE: 1.0, Role.REVIEW: -1.0, Role.PROBLEMS: -1.5}.get(
        role, 0.0
    )


def _reason(earlier: _Clause, later: _Clause) -> str:
    if _without_digits(earlier.form) == _without_digits(later.form):
        return "number"
    if earlier.core == later.core:
        return "verb"
    if len(earlier.form) == len(later.form) and sorted(earlier.form) == sorted(later.form):
        return "order"
    frames = earlier.form.removesuffix(earlier.core), later.form.removesuffix(later.core)
    return "object" if frames[0] and frames[0] == frames[1] else "slot"


def _without_digits(form: str) -> str:
    if form.isalpha():
        return form  # as most do
    return "".join(character for character in form if not character.isdigit() and character != ".")
