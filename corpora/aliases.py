"""The user's own word on which forms name one formulation: a small TOML file.

"一带一路" = ["丝绸之路经济带", "21世纪海上丝绸之路"]
"营改增" = "营业税改征增值税"
"""

import re
import tomllib
from pathlib import Path

from corpora.errors import SourceError
from corpora.own_words import read_own_words

Aliases = dict[str, tuple[str, ...]]

_HINT = 'Write a line for each formulation: "营改增" = ["营业税改征增值税"]'
_SHORTEST = 2  # characters: one stands in everything
_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def read_aliases(path: Path) -> Aliases:
    """Read an alias file.

    Args:
        path: where it is.

    Returns:
        The variants of each formulation, by the form they are told under, both as written.

    Raises:
        SourceError: it cannot be opened, is no TOML, or says something that cannot be; the message tells the
            line.
    """
    text = read_own_words(path, _HINT)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = _LINE.sub("", str(error)).strip()
        raise SourceError(_at(path, _line_of(error, text)), f"is no TOML ({message})", _HINT) from None
    aliases: Aliases = {}
    owner: dict[str, str] = {}
    for canonical, value in told.items():
        place = _at(path, _line_with(canonical, text))
        variants = [value] if isinstance(value, str) else value
        if not isinstance(variants, list) or not all(isinstance(each, str) for each in variants):
            raise SourceError(place, f"{canonical} is given neither a form nor a list of forms", _HINT)
        for form in (canonical, *variants):
            if len("".join(form.split())) < _SHORTEST:
                raise SourceError(place, f"{form!r} is too short to look for", "Give two characters or more")
            if owner.setdefault(form, canonical) != canonical:
                problem = f"{form} is a form of {owner[form]} already"
                raise SourceError(place, problem, "Put all forms of one formulation into one line")
        aliases[canonical] = tuple(each for each in dict.fromkeys(variants) if each != canonical)
    return aliases


def _at(path: Path, line: int) -> str:
    return f"{path}, line {line}"


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    found = _LINE.search(str(error))
    return int(found[1]) if found and found[1] else len(text.splitlines())


def _line_with(key: str, text: str) -> int:
    """The line that begins with a key, quoted or bare."""
    pattern = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, start=1) if pattern.match(line)), 1)
