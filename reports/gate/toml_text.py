"""TOML with the line of every key, so that a mistake can be told where it stands.

`tomllib` gives values without places. The places are found in the text again: by the header of the table and
the key at the beginning of a line, which is how such files are written.
"""

import re
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

from msgspec import Struct

from corpora.errors import UsageError

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*[=.]""")
_LONG_STRING = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


class Located(Struct, frozen=True):
    """A table of a file with the lines of its keys.

    Attributes:
        name: the file, for messages.
        path: what the table is called there: empty for the whole file, `rule 3`, `reading.doubts`.
        values: its keys and values.
        line: the line of its header, 1 for the whole file.
        lines: the line of each key that was found in the text.
        inner: the tables inside, by header, in the order of the file.
    """

    name: str
    path: str
    values: dict[str, object]
    line: int
    lines: dict[str, int]
    inner: dict[str, tuple["Located", ...]]

    def refuse(self, key: str, problem: str, hint: str) -> NoReturn:
        """Say what is wrong with a key.

        Raises:
            UsageError: always; it names file, line, table and key.
        """
        line = self.lines.get(key, self.line)
        place = ", ".join(part for part in (self.path, key) if part)
        raise UsageError(f"{self.name}: line {line}: {place}: {problem}", hint)

    def only_keys(self, known: Sequence[str]) -> None:
        """Refuse a key that is none of those known, with the nearest one.

        Raises:
            UsageError: there is such a key.
        """
        for key in self.values:
            if key not in known:
                self.refuse(key, "there is no such key", nearest(key, known))

    def tables(self, key: str) -> tuple["Located", ...]:
        """The tables written `[[key]]`, or the one written `[key]`.

        Raises:
            UsageError: the key holds something else.
        """
        value = self.values.get(key)
        if value is None:
            return ()
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(each, dict) for each in listed):
            self.refuse(key, "is no table", f"Write [[{key}]] on a line of its own, and below it key = value")
        places = self.inner.get(key, ())
        if len(places) == len(listed):
            return tuple(
                _with_values(place, each, self.name) for place, each in zip(places, listed, strict=True)
            )
        line = self.lines.get(key, self.line)
        return tuple(
            Located(self.name, f"{key} {number}", dict(each), line, {}, {})
            for number, each in enumerate(listed, start=1)
        )

    def text(self, key: str) -> str:
        """A string, or an empty one where the key is missing.

        Raises:
            UsageError: it is something else.
        """
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, "is no text", f'Write it in quotation marks: {key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, or an empty one where the key is missing; one string stands for a list of one.

        Raises:
            UsageError: it is something else.
        """
        value = self.values.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) and each for each in listed):
            self.refuse(key, "is no list of texts", f'Write it as {key} = ["…", "…"]')
        return tuple(listed)

    def number(self, key: str, default: float, most: float = float("inf")) -> float:
        """A number from 0 to `most`.

        Raises:
            UsageError: it is something else.
        """
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            limit = "a number of 0 or more" if most == float("inf") else f"a number from 0 to {most:g}"
            self.refuse(key, f"is not {limit}", f"Write it without quotation marks: {key} = {default:g}")
        return float(value)

    def choice(self, key: str, default: str, known: Sequence[str]) -> str:
        """One of a few words.

        Raises:
            UsageError: it is something else.
        """
        value = self.text(key) or default
        if value not in known:
            self.refuse(key, f"there is no {value!r}", nearest(value, known))
        return value

    def choices(self, key: str, known: Sequence[str]) -> tuple[str, ...]:
        """Several of a few words.

        Raises:
            UsageError: one of them is something else.
        """
        found = self.texts(key)
        for value in found:
            if value not in known:
                self.refuse(key, f"there is no {value!r}", nearest(value, known))
        return found


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint with the nearest valid name, and all of them where there are few."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    listed = ", ".join(known)
    return f"Did you mean {close[0]}? Valid: {listed}" if close else f"Valid: {listed}"


def read_toml(text: str, name: str) -> Located:
    """A file's tables with the lines of their keys.

    Args:
        text: the file's text.
        name: the file, for messages.

    Raises:
        UsageError: it is no TOML; the message names the line.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line = place[1] if place and place[1] else str(max(len(text.splitlines()), 1))
        problem = _AT_LINE.sub("", str(error))
        hint = "A line is key = value with texts in quotation marks, or the head of a table: [[rule]]"
        raise UsageError(f"{name}: line {line}: no valid TOML: {problem}", hint) from error
    except RecursionError as error:
        raise UsageError(f"{name}: is nested too deeply", "Write it as tables: [[rule]]") from error
    return _located(values, text, name)


def _located(values: dict[str, object], text: str, name: str) -> Located:
    plain = _LONG_STRING.sub(lambda match: '""' + "\n" * match[0].count("\n"), text)
    top: dict[str, int] = {}
    tables: dict[str, list[tuple[int, dict[str, int]]]] = {}
    current = top
    for number, line in enumerate(plain.split("\n"), start=1):
        if header := _HEADER.match(line):
            current = {}
            path = ".".join(part.strip().strip("\"'") for part in header[2].split("."))
            tables.setdefault(path, []).append((number, current))
        elif key := _KEY.match(line):
            current.setdefault(key[1] or key[2] or key[3], number)
    for path, places in tables.items():
        top.setdefault(path.partition(".")[0], places[0][0])
    inner = {path: _numbered(path, places, name) for path, places in tables.items()}
    return Located(name, "", values, 1, top, inner)


def _numbered(path: str, places: Sequence[tuple[int, dict[str, int]]], name: str) -> tuple[Located, ...]:
    return tuple(
        Located(name, path if len(places) == 1 and "." in path else f"{path} {number}", {}, line, lines, {})
        for number, (line, lines) in enumerate(places, start=1)
    )


def _with_values(place: Located, values: dict[str, object], name: str) -> Located:
    return Located(name, place.path, values, place.line, place.lines, place.inner)
