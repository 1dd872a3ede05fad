"""The variables that say which report a row is about, and how variables are named."""

from collections.abc import Callable, Mapping
from typing import Any

from corpora.listing import Listed
from corpora.places import level_of
from reports.panel.model import PlaceYear, Variable, Why, why_column
from reports.tables.model import Both, Kind, Value
from reports.words.vocabulary import EDITIONS, TEXT_KINDS, Tone, Word, table

_FILE = "why_file"
_LEVELS = table(
    {
        "national": ("全国", "national", "", Tone.QUIET),
        "province": ("省级", "province", "", Tone.QUIET),
        "city": ("市级", "city", "", Tone.QUIET),
        "county": ("县级", "county", "", Tone.QUIET),
        "township": ("乡级", "township", "", Tone.QUIET),
        "unknown": ("名称未表明", "its name does not tell", "", Tone.QUIET),
    }
)


def variable_name(words: str) -> str:
    """A name that statistics packages take: small letters, digits and low lines."""
    return "_".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


KEYS: tuple[Variable[PlaceYear], ...] = (
    Variable(
        "place",
        Kind.TEXT,
        Both("地方", "place"),
        lambda r: r.place,
        Both("最近一年报告所称的名称", "as its last report names it"),
    ),
    Variable(
        "year",
        Kind.YEAR,
        Both("年份", "year"),
        lambda r: r.year,
        Both("报告作出之年", "in which the report is given"),
    ),
)


def _of_file(
    name: str, label: Both, read: Callable[[Listed], Value], words: Mapping[Any, Word] | None = None
) -> Variable[PlaceYear]:
    kind = Kind.TEXT if words is None else Kind.WORD
    return Variable(
        name, kind, label, lambda r: read(r.listed) if r.listed else None, None, words, missing=_FILE
    )


REPORTS: tuple[Variable[PlaceYear], ...] = (
    Variable(
        "level",
        Kind.WORD,
        Both("层级", "level"),
        lambda r: level_of(r.place) or "unknown",
        Both("由名称得出", "told from the name"),
        _LEVELS,
    ),
    Variable(
        "has_report",
        Kind.INTEGER,
        Both("有无报告", "has a report"),
        lambda r: int(r.listed is not None),
        Both("1 有，0 无", "1 or 0"),
    ),
    _of_file("file", Both("文件", "file"), lambda listed: listed.file),
    _of_file("text_kind", Both("文本类别", "kind of text"), lambda listed: listed.kind.value, TEXT_KINDS),
    _of_file("edition", Both("版本", "edition"), lambda listed: listed.edition.value, EDITIONS),
    why_column(
        _FILE, Both("文件信息", "the facts of the file are"), lambda r: None if r.listed else Why.NO_REPORT
    ),
)
