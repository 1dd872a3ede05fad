"""What rules look at: every change of a comparison, one by one, however many there are.

The findings of a `ChangeReport` are the headlines, cut to a number of each kind; a gate must not miss the
twenty-first. So observations are made from the whole tree.
"""

from collections.abc import Iterator

from msgspec import Struct

from compare.model import FindingKind
from corpora.model import Span
from reports.gate.rules import RuleKind


class Observation(Struct, frozen=True):
    """Something a rule may fire on.

    Attributes:
        kind: the rule it belongs to.
        earlier: span of the words in the earlier text, if there are any.
        later: span of the words in the later text, if there are any.
        earlier_unit: id of the unit that holds them.
        later_unit: id of the unit that holds them.
        identity: what makes it the same finding in another run, whatever stands around it: words as they
            are, no offsets, ranks or ids (see `reports.gate.fingerprints`).
        values: named values for the sentence, as those of `compare.model.Finding`.
        told_as: the kind of finding whose sentence tells it, or None for the gate's own sentences.
        size: what `more_than` is held against; in ranks, per cent or the target's unit.
        weight: orders it among its own kind; of a formulation 0 to 100, what `weight_at_least` is held
            against.
        indicator: of a target, the name of its indicator.
    """

    kind: RuleKind
    earlier: Span | None
    later: Span | None
    earlier_unit: str | None
    later_unit: str | None
    identity: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    told_as: FindingKind | None = None
    size: float = 0.0
    weight: float = 0.0
    indicator: str | None = None

    def value(self, name: str) -> str:
        """The named value, or an empty string."""
        return dict(self.values).get(name, "")


Observed = Iterator[Observation]
