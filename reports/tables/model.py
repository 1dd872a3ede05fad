"""What a tidy table is made of: columns with name, kind and words in both languages, and rows of one pair."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from compare.model import ChangeReport
from corpora.model import Span, Unit, WorkReport
from reports.words.language import Language
from reports.words.vocabulary import Word

Value = str | int | float | bool | None
Cells = tuple[Value, ...]
Row = TypeVar("Row")
Thing = TypeVar("Thing")


class Kind(StrEnum):
    """What stands in a column: its type, and how people are shown it."""

    TEXT = "text"  # a name, a key, a short quote
    PASSAGE = "passage"  # a quote that may be a paragraph
    WORD = "word"  # one of the stable words of the JSON document
    INTEGER = "integer"
    YEAR = "year"
    NUMBER = "number"
    SHARE = "share"  # from 0 to 1
    FLAG = "flag"
    UNIT = "unit"  # the id of a unit of the outline
    OFFSET = "offset"  # in the cleaned text, in characters


class Both(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """The one in a language; English for every language but Chinese."""
        return self.zh if language == Language.ZH else self.en


EARLIER, LATER = Both("前一文本", "earlier"), Both("后一文本", "later")
UNIT_ID = Both("单元编号，见单元表", "id of the unit, as in the table of units")


class Column(Struct, Generic[Row], frozen=True):
    """A column of a table.

    Attributes:
        name: stable; scripts rely on it.
        kind: what stands in it.
        label: its head for people.
        value: reads the value off a row.
        about: what it says, where the label does not say all.
        words: how the stable words of a `WORD` column are shown, or None.
        language: set for a column that is worded in one language only.
        side: whose unit a `UNIT` column names, `earlier` or `later`; None where the row tells it.
    """

    name: str
    kind: Kind
    label: Both
    value: Callable[[Row], Value]
    about: Both | None = None
    words: Mapping[Any, Word] | None = None
    language: str | None = None
    side: str | None = None

    def description(self, language: str) -> str:
        """What the column says, in a sentence or a few words."""
        return (self.about or self.label).text(language)


class Table(Struct, Generic[Row], frozen=True):
    """A tidy table: one row is one thing, the same columns whatever was compared.

    Attributes:
        name: stable; the name of its file.
        title: for people.
        about: what one row is.
        source: the things that become rows, in the order in which they are shown, of the `Summary` of one
            pair; of the `Comparison` for the tables of `reports.tables.whole`.
        always: whether a workbook has its sheet also when there is no row.
        columns: after the key columns, which every table has (`reports.tables.catalogue.KEYS`).
    """

    name: str
    title: Both
    about: Both
    source: Callable[[Any], Iterable[Row]]
    columns: tuple[Column[Row], ...]
    always: bool = True


class Side(Struct, frozen=True):
    """One text of a pair with its units by id."""

    work_report: WorkReport
    units: Mapping[str, Unit]

    def quote(self, span: Span | None) -> str | None:
        """The text of a span, or None where there is none."""
        return self.work_report.quote(span) if span else None

    def label(self, unit_id: str | None) -> str | None:
        """The short name of a unit, or None where there is none."""
        return self.units[unit_id].label if unit_id else None

    def section(self, unit_id: str | None) -> str | None:
        """The heading of the section that a unit stands under, or None."""
        return self.label(self.units[unit_id].parent) if unit_id else None

    def unit_at(self, span: Span | None) -> str | None:
        """The id of the unit that a span begins in, or None."""
        holder = self.work_report.unit_at(span.start) if span is not None else None
        return holder.id if holder else None


class Texts(Struct, frozen=True):
    """Both texts of a pair."""

    change_report: ChangeReport
    earlier: Side
    later: Side

    def side(self, name: str) -> Side:
        """The side that a stable word names; the later one unless it is `earlier`."""
        return self.earlier if name == "earlier" else self.later


class Entry(Struct, Generic[Thing], frozen=True):
    """A thing of a comparison with its number, counted from 1, and the texts it belongs to."""

    number: int
    thing: Thing
    texts: Texts


def texts_of(change_report: ChangeReport) -> Texts:
    """Both texts of a pair with their units by id."""
    return Texts(change_report, _side(change_report.earlier), _side(change_report.later))


def entries(change_report: ChangeReport, things: Iterable[Thing]) -> Iterable[Entry[Thing]]:
    """Things of a comparison as numbered entries, in the order given."""
    texts = texts_of(change_report)
    return (Entry(number, thing, texts) for number, thing in enumerate(things, start=1))


def pair_key(change_report: ChangeReport) -> str:
    """A key of a pair that is the same wherever and whenever the same two texts are compared."""
    both = f"{change_report.earlier.source.sha256} {change_report.later.source.sha256}"
    return hashlib.sha256(both.encode()).hexdigest()[:12]


def by_contents_column(value: Callable[[Row], Value]) -> Column[Row]:
    """Whether sections correspond by their contents alone.

    Args:
        value: reads it off a row.
    """
    return Column(
        "by_contents",
        Kind.FLAG,
        Both("标题不同，内容对应", "headings differ, contents correspond"),
        value,
        Both(
            "章节标题没有相同的词，只凭内容对应",
            "sections whose headings have no word in common and that correspond by their contents alone",
        ),
    )


def span_columns(
    side: str, label: Both, span: Callable[[Row], Span | None]
) -> tuple[Column[Row], Column[Row]]:
    """Where a quote stands in its text, as two columns: offsets in characters of the cleaned text."""

    def start(row: Row) -> Value:
        found = span(row)
        return found.start if found else None

    def end(row: Row) -> Value:
        found = span(row)
        return found.end if found else None

    about = Both(
        "在清理后文本中的字符位置，自 0 起，不含终点", "offset in the cleaned text, in characters from 0"
    )
    return (
        Column(f"{side}_start", Kind.OFFSET, Both(f"{label.zh}起点", f"{label.en} start"), start, about),
        Column(f"{side}_end", Kind.OFFSET, Both(f"{label.zh}终点", f"{label.en} end"), end, about),
    )


def _side(work_report: WorkReport) -> Side:
    return Side(work_report, {unit.id: unit for unit in work_report.units})
