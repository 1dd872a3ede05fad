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
from corpora.language.traditional import simplified

_MOST_SUGGESTIONS = 5
_NEAR, _NEAR_IN_LATIN = 0.4, 0.7  # likeness of spellings: 澜洲 and 澜川市, Shanxxi and Shaanxi
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


def what_is_near(asked: str, names: Iterable[tuple[str, str]], folder: str = "DIR") -> str:
    """What to try where nothing is called like that, for an error.

    Args:
        asked: what was asked for.
        names: (a spelling, the name it is a spelling of) pairs; see `nearest_names`.
        folder: where they are from, as the user named it.
    """
    known = tuple(names)
    if not known:
        return "No report can be read there"
    near = "\n  ".join(nearest_names(asked, known))
    return (
        f"The nearest there are:\n  {near}" if near else f"crossyear corpus list {folder} shows what is there"
    )


def nearest_names(asked: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What was most likely meant.

    Args:
        asked: what was asked for, a place or `PLACE:YEAR`.
        names: (a spelling, the name it is a spelling of) pairs, written like that too.

    Returns:
        Names of places that are spelled nearly so, nearest first, then by year; none when no place is near:
        that it is of the same year makes no place another.
    """
    place, year = place_and_year(asked) or (asked, 0)
    known: dict[str, dict[str, int]] = {}
    for spelling, name in names:
        of, given = place_and_year(spelling) or (spelling, 0)
        known.setdefault(of.casefold(), {}).setdefault(name, abs(given - year))
    cutoff = _NEAR_IN_LATIN if place.isascii() else _NEAR
    near = get_close_matches(simplified(place).casefold(), known, n=3 * _MOST_SUGGESTIONS, cutoff=cutoff)
    found = (name for spelling in near for name in sorted(known[spelling], key=known[spelling].__getitem__))
    return tuple(dict.fromkeys(found))[:_MOST_SUGGESTIONS]
