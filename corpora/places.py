"""Which names mean the same place, and at which level its government is."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from corpora.errors import UsageError
from corpora.language.places import (
    CITY_ENDS,
    COUNTY_ENDS,
    MORE_ROMANISED,
    NATION,
    NATION_ALIASES,
    RANKS_IN_ENGLISH,
    REGIONS,
    TOWNSHIP_ENDS,
)

_MOST_SUGGESTIONS = 5
_NAMED = re.compile(r"(?P<place>.+?)\s*[:：]\s*(?P<year>\d{4})")
_RANK = re.compile(rf"\s+(?:{'|'.join(RANKS_IN_ENGLISH)})$")


def place_and_year(name: str) -> tuple[str, int] | None:
    """What `PLACE:YEAR` names, or None where a name is not written like that."""
    told = _NAMED.fullmatch(name.strip())
    return (told["place"], int(told["year"])) if told else None


def place_key(name: str) -> str:
    """One spelling for all names of a place: 山西, 山西省 and Shanxi give 山西."""
    words = _RANK.sub("", " ".join(name.split()).casefold())
    return _known().get(words, words)


@cache
def _known() -> dict[str, str]:
    known = {alias.casefold(): NATION for alias in NATION_ALIASES}
    for short, (full, romanised) in REGIONS.items():
        known |= {short: short, full: short, romanised.casefold(): short}
        known |= {f"{short}{rank}": short for rank in ("省", "市", "自治区")}
    return known | {romanised.casefold(): short for romanised, short in MORE_ROMANISED.items()}


def is_same_place(asked: str, name: str) -> bool:
    """Whether a name that may lack its rank (运城) can mean a place (运城市)."""
    key, other = place_key(asked), place_key(name)
    return key == other or any(key + end == other for end in (*CITY_ENDS, *COUNTY_ENDS))


def level_of(name: str) -> str | None:
    """The level of a place's government: national, province, city, county or township; None if not told."""
    key = place_key(name)
    if key == NATION:
        return "national"
    if key in REGIONS:
        return "province"
    levels = (("city", CITY_ENDS), ("county", COUNTY_ENDS), ("township", TOWNSHIP_ENDS))
    return next((level for level, ends in levels if key.endswith(ends)), None)


def spellings(name: str) -> tuple[str, ...]:
    """The ways in which a place may be asked for, its own name first."""
    key = place_key(name)
    if key == NATION:
        return (name, *NATION_ALIASES)
    return tuple(dict.fromkeys((name, key, *REGIONS.get(key, ()))))


def asked_place_and_year(name: str) -> tuple[str, int]:
    """What a user names as `PLACE:YEAR`.

    Raises:
        UsageError: it is not written like that.
    """
    told = place_and_year(name)
    if told is None:
        raise UsageError(f"{name}: is no PLACE:YEAR", "Write it like 山西省:2025")
    return told


def what_is_near(asked: str, names: Iterable[tuple[str, str]]) -> str:
    """What to try where nothing is called like that, for an error; the arguments are `nearest_names`'s."""
    near = "\n  ".join(nearest_names(asked, names))
    return f"The nearest there are:\n  {near}" if near else "No report can be read there"


def nearest_names(asked: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What was most likely meant.

    Args:
        asked: what was asked for.
        names: (a spelling, the name it is a spelling of) pairs.

    Returns:
        Names by the likeness of their spellings, nearest first.
    """
    known: dict[str, str] = {}
    for spelling, name in names:
        known.setdefault(spelling.casefold(), name)
    near = get_close_matches(asked.casefold(), known, n=3 * _MOST_SUGGESTIONS, cutoff=0.3) or list(known)
    return tuple(dict.fromkeys(known[spelling] for spelling in near))[:_MOST_SUGGESTIONS]
