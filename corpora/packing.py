"""A `WorkReport`, or what was worked out from several, as bytes and back, without loss: what the cache keeps.

The fields are taken from the classes themselves, so a field that the model gains is kept too. Plain JSON
inside: a cache that came with somebody's folder can be wrong, but it cannot do anything. It is Python's JSON,
since msgspec's takes no lone surrogates, which damaged texts have.
"""

import json
import zlib
from typing import Any, TypeVar

import msgspec

from corpora.model import WorkReport

Kind = TypeVar("Kind")
Packed = dict[str, Any]  # what JSON can hold; the types of the fields say what is expected

_WRONG = (zlib.error, ValueError, TypeError, LookupError, AttributeError, msgspec.MsgspecError)


def pack(value: object) -> bytes:
    """A tree of values, tuples, enums and plain values as bytes.

    Raises:
        TypeError: a field of it has another type.
    """
    return _compressed(msgspec.to_builtins(value))


def unpack(kind: type[Kind], content: bytes) -> Kind:
    """The value that `pack` packed.

    Args:
        kind: its class.
        content: what `pack` made of it.

    Raises:
        ValueError: the bytes are nothing that it makes of such a value.
    """
    try:
        return msgspec.convert(_loaded(content), kind)
    except _WRONG as error:
        raise ValueError("nothing packed") from error


def _compressed(packed: object) -> bytes:
    text = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), level=3)


def _loaded(content: bytes) -> Any:  # noqa: ANN401 - whatever stands there
    return json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))


def pack_work_report(work_report: WorkReport) -> bytes:
    """A report as bytes. Its text and its units' texts, which its source's text says already, stay out."""
    packed: Packed = msgspec.to_builtins(work_report)
    packed["length"] = len(work_report.text)
    for unit, each in zip(work_report.units, packed["units"], strict=True):
        if unit.text == work_report.quote(unit.span):
            each["text"] = None
    if _text_of_source(packed) == work_report.text:
        packed["text"] = None
    return _compressed(packed)


def unpack_work_report(content: bytes) -> WorkReport:
    """The report that `pack_work_report` packed.

    Raises:
        ValueError: the bytes are nothing that it makes.
    """
    try:
        packed: Packed = _loaded(content)
        if packed["text"] is None:
            packed["text"] = _text_of_source(packed)
        for each in packed["units"]:
            if each["text"] is None:
                each["text"] = packed["text"][each["span"]["start"] : each["span"]["end"]]
        return msgspec.convert(packed, WorkReport)
    except _WRONG as error:
        raise ValueError("no packed report") from error


def _text_of_source(packed: Packed) -> str:
    """The text that the map to the source leads to; one read in other characters differs from it."""
    source, length = packed["source"]["text"], packed["length"]
    clean, printed = packed["origin"]["clean"], packed["origin"]["source"]
    return "".join(
        source[place : place + end - start]
        for place, start, end in zip(printed, clean, [*clean[1:], length], strict=False)
    )
