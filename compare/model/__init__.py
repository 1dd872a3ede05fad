"""What a comparison found: one frozen tree of facts that every renderer, the JSON and the gate read.

No sentence for people stands in here: kinds are enums, sentences are made from them in `reports`.
"""

from compare.model.formulations import Emphasis, FormulationChange, PartUse, PhraseStatus
from compare.model.links import (
    Channel,
    Confidence,
    Direction,
    Edit,
    EditKind,
    Link,
    LinkKind,
    MeaningChange,
    Nearest,
    Turn,
)
from compare.model.report import (
    ChangeReport,
    Comparison,
    Finding,
    FindingKind,
    NotCompared,
    PriorityChange,
    PriorityStatus,
)

__all__ = [
    "ChangeReport",
    "Channel",
    "Comparison",
    "Confidence",
    "Direction",
    "Edit",
    "EditKind",
    "Emphasis",
    "Finding",
    "FindingKind",
    "FormulationChange",
    "Link",
    "LinkKind",
    "MeaningChange",
    "Nearest",
    "NotCompared",
    "PartUse",
    "PhraseStatus",
    "PriorityChange",
    "PriorityStatus",
    "Turn",
]
