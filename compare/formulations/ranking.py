"""Which candidates an analyst would want to see first, and one name for each.

A logistic model (Berkson 1944): the signs of a candidate are weighed and summed to log-odds. The weights
began as judgement (what the domain says of formulations) and were moved towards fits on two development
pairs and on the press's lists of new terms of twelve years, each list judged with weights that had not seen
its year: 0.64 of the pairs' formulations and 0.73 of the press's terms were then among the first 150.
"""

import math
from collections.abc import Iterable, Iterator

import numpy as np
from msgspec import Struct

from compare.formulations.candidates import Candidate, Candidates
from compare.formulations.novelty import Novelty
from compare.formulations.signs import Signs, read_signs

_MOST_OVERLAP = 1 / 3  # of a stretch that a better name already covers
_MOST_TOLD = 0.5  # of what is new in it that better names already tell
_LEAST_REST = 5  # characters a name must add to a better one that stands inside it


# Against one other report half of all everyday words are new: form and place must decide.
ALONE = Signs(
    new_words=0.3, strange=0.2, longest_known=-2.0, new_share=0.75, surroundings=-1.0, hardly_new=-0.5,
    uses=1.75, echo=0.0, quoted=3.25, title=2.25, recurring=-0.5, verb_object=0.45, item=-0.25, cut=-1.0,
    head=1.15, short_head=0.25, founding=1.45, governed=0.25, opens_unit=0.7, requirements=0.1,
    review=-0.8, problems=-2.0, frame=0.75, tiny=-0.5, short=0.4, long=0.3, very_long=-0.6, latin=1.5,
    numeral=-0.5, coded=1.5, date=-3.0, speech=-1.1, loose=-0.65, predicate=-1.25, blocks=-2.0,
)  # fmt: skip

# Against many years a word that is new is new to the government: novelty decides, form helps.
WITH_HISTORY = Signs(
    new_words=0.45, strange=0.55, longest_known=-1.15, new_share=0.7, surroundings=0.0, hardly_new=-0.5,
    uses=1.0, echo=0.4, quoted=2.3, title=0.0, recurring=0.6, verb_object=0.4, item=0.3, cut=-0.2,
    head=0.65, short_head=0.5, founding=1.15, governed=0.1, opens_unit=0.4, requirements=0.2,
    review=-0.8, problems=-3.0, frame=-0.5, tiny=1.0, short=0.4, long=0.0, very_long=-0.5, latin=2.2,
    numeral=-0.1, coded=1.0, date=-3.0, speech=-0.4, loose=-0.25, predicate=-1.5, blocks=-2.0,
)  # fmt: skip


class Ranked(Struct, frozen=True, gc=False):
    """A candidate, how often its report uses it, and its log-odds."""

    candidate: Candidate
    uses: int
    odds: float

    @property
    def weight(self) -> float:
        """The odds as a figure from 0 to 100, for people and for ordering."""
        return round(100 / (1 + math.exp(-self.odds / 2)), 2)


def rank(candidates: Candidates, new: Novelty, weights: Signs[float]) -> Iterator[Ranked]:
    """All candidates, the weightiest first; equal ones in the order of the text.

    Args:
        candidates: stretches of one text.
        new: the measure of their text.
        weights: how much each sign counts, in log-odds per unit of the sign.
    """
    odds = np.zeros(len(candidates.found))
    for weight, column in zip(weights, read_signs(candidates, new), strict=True):
        odds += weight * column
    for place in np.argsort(-odds, kind="stable").tolist():
        yield Ranked(candidates.found[place], candidates.uses[place], float(odds[place]))


def select(ranked: Iterable[Ranked], new: Novelty, most: int) -> tuple[Ranked, ...]:
    """The first candidates, each novelty told once under its best name.

    Args:
        ranked: candidates, the weightiest first.
        new: the measure of their text.
        most: how many to keep.
    """
    covered = bytearray(len(new.form))
    told: set[str] = set()
    forms: list[str] = []
    kept: list[Ranked] = []
    for one in ranked:
        if len(kept) == most:
            break
        candidate = one.candidate
        length = candidate.end - candidate.start
        if sum(covered[candidate.start : candidate.end]) > _MOST_OVERLAP * length:
            continue
        windows = new.shortest_new(candidate.start, candidate.end)
        if windows and len(windows & told) >= _MOST_TOLD * len(windows):
            continue
        inside = max((len(form) for form in forms if form in candidate.form), default=0)
        if inside and length - inside < _LEAST_REST:
            continue
        covered[candidate.start : candidate.end] = b"\x01" * length
        told |= windows
        forms.append(candidate.form)
        kept.append(one)
    return tuple(kept)
