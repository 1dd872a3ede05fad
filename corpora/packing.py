"""A `WorkReport`, or what was worked out from several, as bytes and back, without loss: what the cache keeps.

The fields are taken from the classes themselves, so a field that the model gains is kept too. Plain JSON
inside: a cache that came with somebody's folder can be wrong, but it cannot do anything.
"""

import json
import types
import typing
import zlib
from collections.abc import Callable
from enum import StrEnum
from functools import cache as once
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import Struct

from corpora.model import Origin, Source, Unit, WorkReport

Kind = TypeVar("Kind")
Packed = Any  # what JSON can hold; the types of the fields say what is expected
Change = Callable[[Packed], Packed]

_PLAIN = frozenset({str, int, float, bool, types.NoneType})


def _place(of: type[Struct], name: str) -> int:
    return of.__struct_fields__.index(name)


_UNIT_SPAN, _UNIT_TEXT = _place(Unit, "span"), _place(Unit, "text")
_SOURCE, _SOURCE_TEXT = _place(WorkReport, "source"), _place(Source, "text")
_ORIGIN, _CLEAN, _PRINTED = _place(WorkReport, "origin"), _place(Origin, "clean"), _place(Origin, "source")
_UNITS, _TEXT = _place(WorkReport, "units"), _place(WorkReport, "text")


def pack(value: object) -> bytes:
    """A tree of values, tuples, enums and plain values as bytes.

    Raises:
        TypeError: a field of it has another type.
    """
    kind: Any = type(value)
    return _compressed(_changes(kind, _taking_apart)(value))


def unpack(kind: type[Kind], content: bytes) -> Kind:
    """The value that `pack` packed.

    Args:
        kind: its class.
        content: what `pack` made of it.

    Raises:
        ValueError: the bytes are nothing that it makes of such a value.
    """
    made_of: Any = kind
    try:
        return typing.cast("Kind", _changes(made_of, _putting_together)(_loaded(content)))
    except (zlib.error, TypeError, LookupError, AttributeError) as error:
        raise ValueError("nothing packed") from error


def _compressed(row: Packed) -> bytes:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), level=3)


def _loaded(content: bytes) -> Packed:
    return json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))


def pack_work_report(work_report: WorkReport) -> bytes:
    """A report as bytes. Its text and its units' texts, which its source's text says already, stay out."""
    row = _changes(WorkReport, _taking_apart)(work_report)
    row.append(len(work_report.text))
    for unit, packed in zip(work_report.units, row[_UNITS], strict=True):
        if unit.text == work_report.quote(unit.span):
            packed[_UNIT_TEXT] = None
    if _text_of_source(row) == work_report.text:
        row[_TEXT] = None
    return _compressed(row)


def unpack_work_report(content: bytes) -> WorkReport:
    """The report that `pack_work_report` packed.

    Raises:
        ValueError: the bytes are nothing that it makes.
    """
    try:
        row = _loaded(content)
        text = row[_TEXT] = _text_of_source(row) if row[_TEXT] is None else row[_TEXT]
        for unit in row[_UNITS]:
            if unit[_UNIT_TEXT] is None:
                start, end = unit[_UNIT_SPAN]
                unit[_UNIT_TEXT] = text[start:end]
        row.pop()
        return typing.cast("WorkReport", _changes(WorkReport, _putting_together)(row))
    except (zlib.error, TypeError, LookupError, AttributeError) as error:
        raise ValueError("no packed report") from error


def _text_of_source(row: list[Packed]) -> str:
    """The text that the map to the source leads to; one read in other characters differs from it."""
    source, length = row[_SOURCE][_SOURCE_TEXT], row[-1]
    clean, printed = row[_ORIGIN][_CLEAN], row[_ORIGIN][_PRINTED]
    return "".join(
        source[place : place + end - start]
        for place, start, end in zip(printed, clean, [*clean[1:], length], strict=False)
    )


def _unchanged(value: Packed) -> Packed:
    return value


@once
def _changes(kind: Any, way: Callable[[Any, list[tuple[int, Change]]], Change]) -> Change:  # noqa: ANN401 - a type or a form of one
    """What takes a value of a type apart, or puts it together again.

    Raises:
        TypeError: nothing is known of values of this type.
    """
    if kind in _PLAIN:
        return _unchanged
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _unchanged if way is _taking_apart else kind
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = typing.get_type_hints(kind)
        inner = [_changes(hints[name], way) for name in kind.__struct_fields__]
        return way(kind, [(place, change) for place, change in enumerate(inner) if change is not _unchanged])
    return _changes_of_form(kind, way)


def _changes_of_form(kind: Any, way: Callable[[Any, list[tuple[int, Change]]], Change]) -> Change:  # noqa: ANN401 - likewise
    form, arguments = typing.get_origin(kind), typing.get_args(kind)
    if form in {types.UnionType, typing.Union}:
        others = [_changes(each, way) for each in arguments if each is not types.NoneType]
        if all(change is _unchanged for change in others):
            return _unchanged
        if len(others) == 1:
            change = others[0]
            return lambda value: None if value is None else change(value)
    made = list if way is _taking_apart else tuple
    if form is tuple and arguments[1:] == (...,):
        change = _changes(arguments[0], way)
        return made if change is _unchanged else lambda values: made(map(change, values))
    if form is tuple:
        inner = [_changes(each, way) for each in arguments]
        return lambda values: made(change(each) for change, each in zip(inner, values, strict=True))
    raise TypeError(f"reports are not kept: {kind} is nothing that packing knows")


def _taking_apart(kind: Any, inner: list[tuple[int, Change]]) -> Change:  # noqa: ANN401 - a class of values
    values_of = attrgetter(*kind.__struct_fields__)
    is_single = len(kind.__struct_fields__) == 1

    def take_apart(value: Packed) -> Packed:
        row = [values_of(value)] if is_single else list(values_of(value))
        for place, change in inner:
            row[place] = change(row[place])
        return row

    return take_apart


def _putting_together(kind: Any, inner: list[tuple[int, Change]]) -> Change:  # noqa: ANN401 - a class of values
    def put_together(row: Packed) -> Packed:
        for place, change in inner:
            row[place] = change(row[place])
        return kind(*row)

    return put_together
