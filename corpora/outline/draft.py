"""A unit in the making: what the grammar saw, before parents and ids are given."""

from msgspec import Struct

from corpora.model import Level, Role, Span


class Draft(Struct, frozen=True):
    """A unit before it has an id.

    Attributes:
        rank: of sections, the rank of their mark: lower ranks hold higher ones.
        body: offset in the text at which the words after number and heading begin.
        under: how many of the open sections still hold this unit (paragraphs after the last section of a plan
            belong to the plan, not to that section); None for all of them.
    """

    span: Span
    level: Level = Level.MEASURE
    rank: int = 9
    number: str | None = None
    heading: str | None = None
    body: int = 0
    role: Role = Role.OPENING
    reason: str = ""
    under: int | None = None
