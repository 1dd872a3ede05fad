"""Formulations that both reports have: what is carried on, with its uses on either side."""

import math
from collections.abc import Iterator

from msgspec import Struct

from compare.formulations.candidates import name_of
from compare.formulations.lexicon import (
    ADVERBS,
    BLOCKS,
    FOUNDING_VERBS,
    HEADS,
    PREDICATES,
    SPEECH,
    VERBS,
    closes_with,
)
from compare.formulations.reading import Side
from compare.formulations.repeats import count_uses, stands_once
from compare.formulations.segmentation import Form, Piece
from corpora.model import Role

_SHORTEST, _LONGEST = 4, 16  # a shared word is no formulation, a shared sentence is set prose


class Shared(Struct, frozen=True, gc=False):
    """A stretch of the later report that stands in the earlier one too.

    Attributes:
        form: the stretch in presence form.
        weight: how much it looks like a formulation, 0 to 100.
        reason: how it stands in its clause.
    """

    form: str
    weight: float
    reason: str


def find_carried(earlier: Side, later: Side) -> Iterator[Shared]:
    """What both reports say in the same words, the weightiest first, none inside another.

    Args:
        earlier: the earlier report.
        later: the later report.
    """
    found: dict[str, Shared] = {}
    for read in later.units:
        for piece in read.pieces:
            if not later.new.stands(read.places[piece.core], read.places[piece.end]):
                continue
            start, end = name_of(read, piece)
            form = later.folded.form[start:end]
            fits = _SHORTEST <= len(form) <= _LONGEST and later.new.stands(start, end)
            if not fits or (form in found and piece.form is not Form.QUOTED):
                continue
            once = stands_once(later.folded.form, start, end)
            uses = count_uses(earlier.folded.form, form), 1 if once else count_uses(later.folded.form, form)
            if uses[0]:
                often = (math.log2(uses[0]) + math.log2(uses[1])) / 2
                odds = name_odds(form, piece, read.unit.role) + often
                found[form] = Shared(form, round(100 / (1 + math.exp(-odds / 2)), 2), piece.form.value)
    ordered = sorted(found.values(), key=lambda one: (-one.weight, -len(one.form), one.form))
    kept: list[Shared] = []
    for one in ordered:
        if not any(one.form in other.form or other.form in one.form for other in kept):
            kept.append(one)
            yield one


def name_odds(form: str, piece: Piece, role: Role) -> float:
    """Log-odds that an analyst would name a stretch: judgement, as `ranking.ALONE` without novelty and uses.

    Args:
        form: the stretch in presence form.
        piece: how it stands in its clause.
        role: the part of the report it stands in.
    """
    kind = piece.form
    odds = 0.5 * (not FOUNDING_VERBS.isdisjoint(piece.verbs))
    odds += 2.0 * (kind is Form.QUOTED) + 1.5 * (kind is Form.TITLE)
    odds += 1.0 * closes_with(form, HEADS) + 0.4 * min(len(form) - _SHORTEST, 8)
    odds += 0.5 * (role is Role.REQUIREMENTS) - 1.0 * (role is Role.REVIEW) - 3.0 * (role is Role.OPENING)
    odds -= 1.0 * sum(character in SPEECH for character in form) + 1.5 * closes_with(form, PREDICATES)
    odds -= 3.0 * (form[:2] in ADVERBS and form[2:4] in VERBS and len(form) == _SHORTEST)
    odds -= 2.0 * any(character.isdigit() for character in form)
    odds -= 2.0 * all(form[at : at + 2] in BLOCKS for at in range(0, len(form), 2))
    return odds - 1.0 * (kind in {Form.PART, Form.MODIFIER, Form.TOPIC})
