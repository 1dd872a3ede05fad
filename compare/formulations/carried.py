"""Formulations that both reports have: what is carried on, with its uses on either side."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from compare.formulations.candidates import Placed, name_of
from compare.formulations.folding import FoldedReport
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
from compare.formulations.novelty import Novelty
from compare.formulations.segmentation import Form
from corpora.model import Role

_SHORTEST, _LONGEST = 4, 16  # a shared word is no formulation, a shared sentence is set prose


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch of the later report that stands in the earlier one too.

    Attributes:
        form: the stretch in presence form.
        weight: how much it looks like a formulation, 0 to 100.
        reason: how it stands in its clause.
    """

    form: str
    weight: float
    reason: str


def find_carried(
    earlier: FoldedReport, later: FoldedReport, new: Novelty, placed: Sequence[Placed], most: int
) -> tuple[Shared, ...]:
    """What both reports say in the same words, the weightiest first, none inside another.

    Args:
        earlier: the earlier report.
        later: the later report.
        new: the later report's text measured against the earlier report.
        placed: the later report's pieces.
        most: how many to return.
    """
    found: dict[str, Shared] = {}
    for unit, places, pieces in placed:
        for piece in pieces:
            start, end = name_of(unit.text, piece, places)
            form = later.form[start:end]
            fits = _SHORTEST <= len(form) <= _LONGEST and new.stands(start, end)
            if not fits or (form in found and piece.form is not Form.QUOTED):
                continue
            uses = earlier.form.count(form), later.form.count(form)
            if all(uses):
                odds = _odds(form, piece.form, unit.role, uses) + 0.5 * (
                    not FOUNDING_VERBS.isdisjoint(piece.verbs)
                )
                found[form] = Shared(form, round(100 / (1 + math.exp(-odds / 2)), 2), piece.form.value)
    ordered = sorted(found.values(), key=lambda one: (-one.weight, -len(one.form), one.form))
    kept: list[Shared] = []
    for one in ordered:
        if len(kept) == most:
            break
        if not any(one.form in other.form or other.form in one.form for other in kept):
            kept.append(one)
    return tuple(kept)


def _odds(form: str, kind: Form, role: Role, uses: tuple[int, int]) -> float:
    """Log-odds that an analyst would name a shared stretch: judgement, as `ranking.ALONE` without novelty."""
    odds = (math.log2(uses[0]) + math.log2(uses[1])) / 2
    odds += 2.0 * (kind is Form.QUOTED) + 1.5 * (kind is Form.TITLE)
    odds += 1.0 * closes_with(form, HEADS) + 0.4 * min(len(form) - _SHORTEST, 8)
    odds += 0.5 * (role is Role.REQUIREMENTS) - 1.0 * (role is Role.REVIEW) - 3.0 * (role is Role.OPENING)
    odds -= 1.0 * sum(character in SPEECH for character in form) + 1.5 * closes_with(form, PREDICATES)
    odds -= 3.0 * (form[:2] in ADVERBS and form[2:4] in VERBS and len(form) == _SHORTEST)
    odds -= 2.0 * any(character.isdigit() for character in form)
    odds -= 2.0 * all(form[at : at + 2] in BLOCKS for at in range(0, len(form), 2))
    return odds - 1.0 * (kind in {Form.PART, Form.MODIFIER, Form.TOPIC})
