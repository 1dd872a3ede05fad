"""A folder of standards: which files it has, what they say, which reports they are about.

docs/evaluation.md tells the form.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from compare.evaluation.figures import words_only
from compare.evaluation.gold import (
    AlignmentGold,
    Gold,
    GoldLink,
    GoldUnit,
    JudgedGold,
    Judgements,
    PhrasesGold,
    PromiseGold,
    TargetGold,
    TargetsGold,
    TermsGold,
)
from corpora.errors import SourceError, UsageError
from corpora.model import Level, Role

INDEX = "index.toml"
_NAME = re.compile(r"(?P<subject>[a-z]+)-(?P<pair>.+)\.json")
_YEARS = re.compile(r"(\d{4})_(\d{4})")
_Told = Mapping[str, Any]


class Subject(StrEnum):
    """What a standard is about; the first word of its file's name."""

    ALIGNMENT = "alignment"
    PHRASES = "phrases"
    NEW_TERMS = "newterms"
    TARGETS = "targets"
    PROMISES = "promises"
    JUDGED = "judged"


class GoldFile(Struct, frozen=True):
    """One standard.

    Attributes:
        name: its file's name without the suffix.
        subject: what it is about.
        gold: what it says.
        earlier: the source of the earlier report: a path, or `PLACE:YEAR`.
        later: likewise.
    """

    name: str
    subject: Subject
    gold: Gold
    earlier: str
    later: str


class GoldFolder(Struct, frozen=True):
    """The standards of a folder.

    Attributes:
        files: by name.
        digest: SHA-256 of all that is read here, so that a changed standard is noticed.
        others: JSON files that are of no subject measured here.
    """

    files: tuple[GoldFile, ...]
    digest: str
    others: tuple[str, ...]


def read_gold(folder: Path, place: str | None = None) -> GoldFolder:
    """Read the standards of a folder.

    Args:
        folder: where they are.
        place: whose reports are meant where a file does not tell and its name holds two years.

    Raises:
        UsageError: there is no such folder, or no standard in it.
        SourceError: a standard is not in the documented form, or does not tell its reports.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", "Name a folder with standards")
    index = _index(folder)
    files, others, digest = [], [], hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        named = _NAME.fullmatch(path.name)
        if not named or named["subject"] not in set(Subject):
            others.append(path.name)
            continue
        content = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(content).digest())
        files.append(_gold_file(path, Subject(named["subject"]), content, index.get(path.name, {}), place))
    if not files:
        known = ", ".join(f"{each}-A_B.json" for each in Subject)
        raise UsageError(f"{folder}: holds no standard", f"Standards are named {known}")
    return GoldFolder(tuple(files), digest.hexdigest(), tuple(others))


def _index(folder: Path) -> _Told:
    """What `index.toml` tells of the files, where there is one."""
    path = folder / INDEX
    if not path.is_file():
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")).get("files", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            str(path), f"is no TOML ({error})", "Write it as docs/evaluation.md shows"
        ) from error
    if not isinstance(told, dict) or not all(isinstance(each, dict) for each in told.values()):
        raise SourceError(str(path), 'has no tables [files."NAME.json"]', "See docs/evaluation.md")
    return told


def _gold_file(path: Path, subject: Subject, content: bytes, told: _Told, place: str | None) -> GoldFile:
    try:
        document = json.loads(content)
        gold = _READERS[subject](document)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise SourceError(str(path), f"is no JSON ({error})") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"is no standard of {subject} ({type(error).__name__}: {error})"
        raise SourceError(str(path), problem, "Write it as docs/evaluation.md shows") from error
    own = document if isinstance(document, dict) else {}
    sources = tuple(_source(path, side, own | dict(told), place) for side in ("earlier", "later"))
    return GoldFile(path.stem, subject, gold, *sources)


def _source(path: Path, side: str, told: _Told, place: str | None) -> str:
    """The source of one side: as the file or the index tells it, else by the years of the file's name."""
    from corpora.store import is_named

    source = told.get(side)
    if isinstance(source, str):
        return source if is_named(source) else str(path.parent / source)
    named = _YEARS.search(path.stem)
    years = dict(zip(("earlier", "later"), named.groups() if named else (), strict=False))
    year = told.get({"earlier": "compare_with", "later": "year"}[side]) or years.get(side)
    if place and year:
        return f"{place}:{year}"
    hint = f'Add "{side}" to it or to {INDEX}' + (", or name the place with --place" if year else "")
    raise SourceError(str(path), f"does not tell its {side} report", hint)


def _alignment(told: _Told) -> AlignmentGold:
    return AlignmentGold(
        tuple(map(_unit, told["old_units"])),
        tuple(map(_unit, told["new_units"])),
        tuple(map(_link, told["links"])),
        frozenset(told["new_only"]),
        frozenset(told["old_only"]),
    )


def _unit(told: _Told) -> GoldUnit:
    inside = bool(told.get("anchor_offset"))
    return GoldUnit(told["id"], told["anchor"], Level(told["level"]), Role(told["role"]), inside)


def _link(told: _Told) -> GoldLink:
    marks = (bool(told.get(mark)) for mark in ("moved", "weak", "displaced"))
    return GoldLink(tuple(told["old"]), tuple(told["new"]), *marks)


def _phrases(told: _Told) -> PhrasesGold:
    pairs = tuple((each["old"], each["new"]) for each in told["reworded"])
    return PhrasesGold(tuple(told["new"]), tuple(told["dropped"]), pairs, tuple(told["carried"]))


def _terms(told: _Told) -> TermsGold:
    return TermsGold(tuple(told["terms"]), tuple(told["not_new"]))


def _promises(told: Any) -> tuple[PromiseGold, ...]:  # noqa: ANN401 - decoded JSON, a list or an object
    rows = told["promises"] if isinstance(told, dict) else told
    return tuple(
        PromiseGold(each["promise"], None if each["status"] == "silent" else each["report"]) for each in rows
    )


def _targets(told: _Told) -> TargetsGold:
    return TargetsGold(tuple(map(_target, told["old"])), tuple(map(_target, told["new"])))


def _target(told: _Told) -> TargetGold:
    value = told["value"]
    ends = value if isinstance(value, list) else [value]
    numbers = None if value is None else tuple(float(each) for each in ends)
    return TargetGold(told["text"], numbers, told.get("unit"), told.get("qualifier"))


def _judged(told: _Told) -> JudgedGold:
    phrases, targets = told.get("phrases", {}), told.get("targets", {})
    new, dropped = (_judgements(phrases.get(side, {})) for side in ("new", "dropped"))
    return JudgedGold(
        {words_only(text): right for text, right in new.items()},
        {words_only(text): right for text, right in dropped.items()},
        _judgements(targets),
    )


def _judgements(told: _Told) -> Judgements:
    """`right` and `wrong` ones as one table; what stands in both is judged twice."""
    right, wrong = (frozenset(told.get(verdict, ())) for verdict in ("right", "wrong"))
    if right & wrong:
        message = f"judged right and wrong: {', '.join(sorted(right & wrong))}"
        raise ValueError(message)
    return dict.fromkeys(right, True) | dict.fromkeys(wrong, False)


_READERS: dict[Subject, Callable[[Any], Gold]] = {
    Subject.ALIGNMENT: _alignment,
    Subject.PHRASES: _phrases,
    Subject.NEW_TERMS: _terms,
    Subject.TARGETS: _targets,
    Subject.PROMISES: _promises,
    Subject.JUDGED: _judged,
}
