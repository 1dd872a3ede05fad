"""The data dictionary: what every column of every table says, and what its stable words mean."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from reports.tables.catalogue import TABLES, columns
from reports.tables.model import Both, Column, Kind
from reports.tables.whole import WHOLE_TABLES, whole_columns

# Names of indicators are told by the column itself; a list of fifty would hide the stable words.
_MOST_WORDS = 30


class Entry(Struct, frozen=True):
    """One column of the data dictionary.

    Attributes:
        table: stable name of the table.
        table_title: how the table is called.
        column: stable name of the column.
        kind: what stands in it.
        label: its head for people.
        description: what it says.
        words: (stable word, its label) pairs of a column of stable words; empty for others.
    """

    table: str
    table_title: str
    column: str
    kind: Kind
    label: str
    description: str
    words: tuple[tuple[str, str], ...]


def dictionary(language: str) -> Iterator[Entry]:
    """Every column of every table, the key columns of each included, worded in a language."""
    for table in TABLES:
        yield from entries_of(table.name, table.title, columns(table), language)


def whole_dictionary(language: str) -> Iterator[Entry]:
    """The same with the tables of a whole comparison."""
    yield from dictionary(language)
    for table in WHOLE_TABLES:
        yield from entries_of(table.name, table.title, whole_columns(table), language)


def entries_of(name: str, title: Both, heads: Iterable[Column[Any]], language: str) -> Iterator[Entry]:
    """The columns of one table, worded in a language."""
    for column in heads:
        words = column.words or {}
        yield Entry(
            table=name,
            table_title=title.text(language),
            column=column.name,
            kind=column.kind,
            label=column.label.text(language),
            description=column.description(language),
            words=tuple((str(key), entry.label(language)) for key, entry in words.items())
            if len(words) <= _MOST_WORDS
            else (),
        )
