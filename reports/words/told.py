"""What the sentence of a finding may speak of."""

from msgspec import Struct

from compare.model import ChangeReport, Finding, FindingKind
from reports.rows.headings import by_contents
from reports.words.pairs import text_names
from reports.words.quoting import QUOTED_CHARACTERS, TRAILING, clipped, quoted
from reports.words.years import years_looked_at

# What stands between the headings of a value of `compare.findings.ranking` that holds several.
SEVERAL = "；"
# Values that are names: their own quotation marks are enough.
_NAMES = frozenset({"phrase", "earlier_phrase", "later_phrase"})


class Facts(Struct, frozen=True):
    """What a sentence may speak of: the finding's values, both texts and the years looked at.

    Attributes:
        finding: what is told.
        earlier: what the earlier text is called.
        later: the same of the later one.
        earlier_year: the earlier text's year.
        later_year: the later text's year.
        place: the later text's place, whose other years are looked at.
        years: the years before the later text's that were looked at.
        by_contents: whether the sections correspond by their contents alone.
    """

    finding: Finding
    earlier: str
    later: str
    earlier_year: int
    later_year: int
    place: str
    years: tuple[int, ...]
    by_contents: bool

    @classmethod
    def of(cls, finding: Finding, change_report: ChangeReport, language: str) -> "Facts":
        """The facts of a finding of a pair."""
        earlier, later = text_names(change_report, language)
        units = finding.earlier_unit, finding.later_unit
        return cls(
            finding=finding,
            earlier=earlier,
            later=later,
            earlier_year=change_report.earlier.year,
            later_year=change_report.later.year,
            place=change_report.later.place,
            years=years_looked_at(change_report),
            by_contents=finding.kind is FindingKind.PRIORITY_REWORDED and units in by_contents(change_report),
        )

    def quoted(self, *names: str) -> str:
        """The first of the named values that is there, in quotation marks."""
        for name in names:
            text = self.finding.value(name)
            if text:
                shown = clipped(text.rstrip(TRAILING), QUOTED_CHARACTERS)
                return quoted(shown, is_name=name in _NAMES)
        return "“…”"

    def each(self, name: str, joined: str) -> str:
        """Several headings that stand in one value, each in quotation marks of its own."""
        headings = (self.finding.value(name) or "…").split(SEVERAL)
        return joined.join(quoted(clipped(heading, QUOTED_CHARACTERS)) for heading in headings)

    def plain(self, name: str) -> str:
        """A named value as it is, or an empty string."""
        return self.finding.value(name)

    def channel_quotes(self) -> dict[str, str]:
        """The words of a channel and the clauses that hold them, in quotation marks, or nothing."""
        channel = self.finding.kind.value.removesuffix("-changed")
        names = {
            "one": f"earlier_{channel}", "other": f"later_{channel}", "earlier": "earlier_clause",
            "later": "later_clause",
        }  # fmt: skip
        return {name: self.quoted(value) if self.plain(value) else "" for name, value in names.items()}
