"""What every view of one comparison needs: the summary, the language, and how much to list."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from compare.model import ChangeReport
from corpora.model import TextKind
from reports.rows.rows import Summary
from reports.words.captions import Captions
from reports.words.counts import filled
from reports.words.pairs import pair_captions, pair_word, text_names
from reports.words.quoting import clipped
from reports.words.vocabulary import Word

LABEL_CHARACTERS = 40

Listed = TypeVar("Listed")


class Limits(Struct, frozen=True):
    """How many rows are listed; None lists all. What is cut off is counted below the table.

    Attributes:
        findings: changes told first, as sentences with quotes.
        measures: rows of each table of measures.
        phrases: formulations of each status.
        left_out: stretches of text that were not read in.
    """

    findings: int | None
    measures: int | None
    phrases: int | None
    left_out: int | None


# A terminal is scrolled through: the tables hold what fits on a few screens.
SCREEN = Limits(findings=10, measures=20, phrases=15, left_out=10)
# A file is searched: everything is in it, but the ten things still come first.
EVERYTHING = Limits(findings=10, measures=None, phrases=None, left_out=None)


class Context(Struct, frozen=True):
    """One comparison as it is worded."""

    summary: Summary
    language: str
    limits: Limits

    @property
    def words(self) -> Captions:
        """The captions of the language, as they are true of the pair."""
        return pair_captions(self.summary.change_report, self.language)

    @property
    def names(self) -> tuple[str, str]:
        """How the earlier and the later text are called."""
        return text_names(self.summary.change_report, self.language)

    def word(self, kind: StrEnum) -> Word:
        """The entry of a kind as it is true of the pair."""
        return pair_word(kind, self.summary.change_report)

    def titled(self, template: str) -> str:
        """A caption with the names of both texts filled in."""
        earlier, later = self.names
        return template.format(earlier=earlier, later=later)

    def listing(self, things: Iterable[str]) -> str:
        """Things one after the other, separated as the language does."""
        return self.words.comma.join(things)


def digest_notes(change_report: ChangeReport, language: str) -> tuple[str, ...]:
    """What must be known of a text that is a newspaper's digest: what it lacks the report may have."""
    texts = (change_report.earlier, change_report.later)
    note = pair_captions(change_report, language).digest_note
    return tuple(
        note.format(name=name)
        for name, text in zip(text_names(change_report, language), texts, strict=True)
        if text.kind is TextKind.DIGEST
    )


def partly_line(summary: Summary, language: str) -> str:
    """What of linked measures has no counterpart, as a sentence; empty where everything has one."""
    new, gone = summary.partly_new, summary.partly_gone
    if not new.units and not gone.units:
        return ""
    earlier, later = text_names(summary.change_report, language)
    return filled(
        pair_captions(summary.change_report, language).partly_line,
        earlier=earlier,
        later=later,
        new=new.units,
        new_clauses=new.clauses,
        new_share=percent(new.characters / max(summary.later_characters, 1)),
        gone=gone.units,
        gone_clauses=gone.clauses,
        gone_share=percent(gone.characters / max(summary.earlier_characters, 1)),
    )


def cut(rows: Sequence[Listed], limit: int | None, more: str) -> tuple[Sequence[Listed], str]:
    """The rows to list and the sentence about the others, which is empty when none is left out."""
    if limit is None or len(rows) <= limit:
        return rows, ""
    return rows[:limit], more.format(count=len(rows) - limit)


def named(label: str) -> str:
    """A unit's label as a name in a table: the beginning of a long first clause names it well enough."""
    return clipped(label, LABEL_CHARACTERS)


def percent(share: float) -> str:
    """A share from 0 to 1 as whole per cent; a share that is not nothing is never told as 0 %."""
    return f"{share:.0%}" if share == 0 or share >= 0.005 else "<1%"  # noqa: PLR2004 - rounds to 0 below
