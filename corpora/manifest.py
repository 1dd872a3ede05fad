"""What the user says of the files of a folder: `manifest.csv` or `manifest.toml` inside it.

The table has a column `file` (path inside the folder) and any of place, year, kind, edition, encoding and
skip (yes: not read at all); other columns are the user's own. In TOML each file is a `[[report]]` with the
same keys.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from corpora.errors import SourceError
from corpora.facts import NOTHING_TOLD, Told
from corpora.model import Edition, TextKind
from corpora.own_words import read_own_words
from corpora.reading.decoding import decode

NAMES = ("manifest.csv", "manifest.toml")
_HINT = "It has a line for each file: file, and any of place, year, kind, edition, encoding, skip"
LEFT_OUT = "left out, as the manifest says"  # why a file with `skip` has no report
_YES = frozenset({"yes", "true", "1", "x", "是"})


class Line(Struct, frozen=True):
    """What is told of one file."""

    facts: Told = NOTHING_TOLD
    encoding: str | None = None
    skip: bool = False


def read_manifest(folder: Path) -> Mapping[str, Line]:
    """What a folder's manifest tells of its files.

    Args:
        folder: the corpus.

    Returns:
        By path inside the folder, with forward slashes; empty without a manifest.

    Raises:
        SourceError: the manifest cannot be understood.
    """
    for name in NAMES:
        path = folder / name
        if path.is_file():
            rows = _rows(path)
            return {_file(path, row): _told(path, row) for row in rows}
    return {}


def skipping(folder: Path, file: str) -> tuple[Path, bytes]:
    """The manifest of a folder with a word that a file of it is not to be read.

    Args:
        folder: the corpus.
        file: its path inside the folder.

    Returns:
        The manifest's path and its new content; all that it said stays.

    Raises:
        SourceError: the manifest cannot be understood, or is one that is written by hand.
    """
    path = next((folder / name for name in NAMES if (folder / name).is_file()), folder / NAMES[0])
    if path.suffix == ".toml":
        hint = f"Write into its [[report]] of {file}: skip = true"
        raise SourceError(str(path), "is written by hand and not changed by crossyear", hint)
    decoded = decode(path.read_bytes()) if path.is_file() else None
    charset = (decoded.encoding if decoded else None) or "utf-8-sig"  # with its mark Excel reads it as UTF-8
    rows = [dict(row) for row in _rows(path)] if decoded else []
    names = list(dict.fromkeys(["file", *(name for row in rows for name in row if name), "skip"]))
    told = [row for row in rows if _file(path, row) == file]
    for row in told or [{"file": file}]:
        row["skip"] = "yes"
        rows += [row] if not told else []
    written = io.StringIO()
    table = csv.DictWriter(written, names, restval="", extrasaction="ignore", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return path, written.getvalue().encode(charset)


def _rows(path: Path) -> Iterable[Mapping[str, object]]:
    text = read_own_words(path, _HINT)
    if path.suffix == ".csv":
        return list(csv.DictReader(text.splitlines()))
    try:
        found = tomllib.loads(text).get("report", [])
    except tomllib.TOMLDecodeError as error:
        raise SourceError(str(path), f"is no TOML ({error})", _HINT) from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise SourceError(str(path), "has no [[report]] entries", _HINT)
    return found


def _file(path: Path, row: Mapping[str, object]) -> str:
    file = row.get("file")
    if not isinstance(file, str) or not file.strip():
        raise SourceError(str(path), "a line of it names no file", _HINT)
    return file.strip().replace("\\", "/")


def _told(path: Path, row: Mapping[str, object]) -> Line:
    words = {key: str(value).strip() for key, value in row.items() if key and value not in (None, "")}
    try:
        facts = Told(
            words.get("place"),
            int(words["year"]) if "year" in words else None,
            TextKind(words["kind"]) if "kind" in words else None,
            Edition(words["edition"]) if "edition" in words else None,
            told_by="manifest",
        )
    except ValueError as error:
        raise SourceError(
            str(path), f"of {row.get('file')} it says what cannot be ({error})", _HINT
        ) from None
    return Line(facts, words.get("encoding"), words.get("skip", "").casefold() in _YES)
