"""What a history found: one frozen tree of facts that every renderer and the tidy tables read.

Quotes stand in it as text, not only as spans, so that a history can be shown and kept without its reports.
Every claim about a year rests on `Shelf.years`; what is not there is in `Shelf.missing`.
"""

from enum import StrEnum

from msgspec import Struct

from compare.undertakings.model import Period
from corpora.model import Edition, Role, Span, TextKind

PER_CHARACTERS = 10_000  # rates are told per this many characters of compared text


class VariantKind(StrEnum):
    """How a form of a formulation follows from another one."""

    INSERTED = "inserted"
    MODIFIER = "modifier"
    VERB = "verb"
    ORDER = "order"
    ABBREVIATION = "abbreviation"
    WORD = "word"
    ALIAS = "alias"


class CellKind(StrEnum):
    """What a year says of a target."""

    QUANTIFIED = "quantified"
    NOT_QUANTIFIED = "not_quantified"
    ABSENT = "absent"


class YearText(Struct, frozen=True):
    """One report of a history.

    Attributes:
        year: the year in which it was given.
        id: `PLACE:YEAR`.
        title: its title.
        kind: full report or digest.
        edition: as delivered, as adopted, or not told.
        source: name of its file.
        sha256: digest of its file.
        characters: of its compared text: one width, without white space and quotes, frame and appendix aside.
    """

    year: int
    id: str
    title: str
    kind: TextKind
    edition: Edition
    source: str
    sha256: str
    characters: int


class Shelf(Struct, frozen=True):
    """The reports that a history rests on.

    Attributes:
        place: whose reports they are.
        texts: one report for each year, ascending.
        missing: years between the first and the last without a report.
        not_used: files of other texts of a year that has a better one.
    """

    place: str
    texts: tuple[YearText, ...]
    missing: tuple[int, ...]
    not_used: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years looked at, ascending."""
        return tuple(text.year for text in self.texts)


class Use(Struct, frozen=True):
    """A place where a phrase stands.

    Attributes:
        year: of the report.
        span: where it stands in the report's text.
        unit_id: the unit that holds it.
        role: the part of the report it stands in.
        section: heading of the section it stands under, or "".
        before: what stands before it in its sentence, as printed.
        printed: the phrase as printed.
        after: what follows it in its sentence.
        crosses: a word of the text runs over one of its ends (高质量 in 提高质量): most likely not meant.
    """

    year: int
    span: Span
    unit_id: str
    role: Role
    section: str
    before: str
    printed: str
    after: str
    crosses: bool = False

    @property
    def sentence(self) -> str:
        """The sentence that holds it, as printed, on one line."""
        return " ".join(f"{self.before}{self.printed}{self.after}".split())


class NearForm(Struct, frozen=True):
    """A form that comes near.

    Attributes:
        text: as printed where it stands last.
        likeness: 0 to 1; of a spread form the share of its characters that the phrase has.
        spread: the phrase's characters stand in it one after the other, with others between them.
        years: the years that have it.
        use: its last use.
    """

    text: str
    likeness: float
    spread: bool
    years: tuple[int, ...]
    use: Use


class FormulationYears(Struct, frozen=True):
    """A formulation through the years.

    Attributes:
        text: as printed where it was last used.
        reason: why it was taken for a formulation, in stable words.
        weight: how much an analyst would want to see it, 0 to 100.
        counts: uses in each year of the shelf, in its order.
        uses: the first use in each year that has one, by year.
    """

    text: str
    reason: str
    weight: float
    counts: tuple[int, ...]
    uses: tuple[Use, ...]

    @property
    def first_year(self) -> int:
        """The first year of use among the reports loaded."""
        return self.uses[0].year

    @property
    def last_year(self) -> int:
        """The last year of use among the reports loaded."""
        return self.uses[-1].year


class Member(Struct, frozen=True):
    """One form of a lineage.

    Attributes:
        text: the form as printed where it was last used.
        kind: how it follows from the form named in `of`; None for the oldest form.
        of: the form it was joined to, or "".
        counts: uses in each year of the shelf.
        uses: the first use in each year that has one, by year.
    """

    text: str
    kind: VariantKind | None
    of: str
    counts: tuple[int, ...]
    uses: tuple[Use, ...]


class Lineage(Struct, frozen=True):
    """One formulation and its variants, the oldest form first.

    Attributes:
        members: its forms, by the year of their first use.
    """

    members: tuple[Member, ...]

    @property
    def name(self) -> str:
        """The form that was used last; of several the most used."""
        return max(self.members, key=lambda one: (one.uses[-1].year, sum(one.counts))).text


class RankedHeading(Struct, frozen=True):
    """A priority in one year: its rank among the tasks of the plan (1 = first) and its heading."""

    year: int
    rank: int
    heading: str
    unit_id: str


class PriorityThread(Struct, frozen=True):
    """One priority through consecutive reports.

    Attributes:
        places: its rank and heading in each report that has it, by year. A report without it ends the
            thread: what comes later begins another one.
    """

    places: tuple[RankedHeading, ...]

    @property
    def heading(self) -> str:
        """Its last heading."""
        return self.places[-1].heading


class TargetCell(Struct, frozen=True):
    """What a year's report says of an indicator.

    Attributes:
        year: of the report.
        kind: a number, words without a number, or nothing.
        text: the words as printed, or "".
        value: both ends of the aim in the printed unit, or None.
        unit: as printed, or None.
        qualifier: 左右, 以上 …, or None.
    """

    year: int
    kind: CellKind
    text: str = ""
    value: tuple[float, float] | None = None
    unit: str | None = None
    qualifier: str | None = None


class TargetYears(Struct, frozen=True):
    """A target through the years.

    Attributes:
        indicator: its canonical name.
        period: for one year or for several.
        cells: one for each year of the shelf, in its order.
    """

    indicator: str
    period: Period
    cells: tuple[TargetCell, ...]


class Proposal(Struct, frozen=True):
    """Two forms that may name the same thing; only a reader can say. Never joined by itself.

    Attributes:
        canonical: the form in use last.
        variant: the other form.
        reason: stable word for why it is proposed: `abbreviation`, `code`, `word`, `succession`.
        evidence: a use of the variant and a use of the canonical form.
    """

    canonical: str
    variant: str
    reason: str
    evidence: tuple[Use, Use]


class History(Struct, frozen=True):
    """Everything found through the years of one place."""

    shelf: Shelf
    formulations: tuple[FormulationYears, ...]
    lineages: tuple[Lineage, ...]
    priorities: tuple[PriorityThread, ...]
    targets: tuple[TargetYears, ...]
    proposals: tuple[Proposal, ...] = ()
