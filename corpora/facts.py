"""Place, year, title, kind and edition of a report, each with where it was found."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from msgspec import Struct

from corpora.errors import SourceError
from corpora.language import chinese, news
from corpora.model import Doubt, Edition, Fact, TextKind
from corpora.places import level_of, place_key

_LONGEST_DATE_LINE = 70  # characters; a longer paragraph with a date in it is text
_HEAD = 30  # paragraphs in which title, date and opening formula are looked for
_HEADLINES = 6  # paragraphs in which the headline of an account is looked for
_LONGEST_PLACE = 12  # characters
_LONGEST_NOTE = 160  # characters of an editor's note about the edition
_DIGITS = {
    ord(full): ord(plain) for full, plain in zip("０１２３４５６７８９", "0123456789", strict=True)
} | {ord(han): ord(plain) for han, plain in zip("〇○零一二三四五六七八九", "000123456789", strict=True)}


class Facts(Struct, frozen=True):
    """What was found out about a text."""

    place: str
    year: int
    title: str
    kind: TextKind
    edition: Edition
    found: tuple[Fact, ...]
    doubts: tuple[Doubt, ...]


class Told(Struct, frozen=True):
    """What the user says of a text; it wins over what the text says. None for what is not told."""

    place: str | None = None
    year: int | None = None
    kind: TextKind | None = None
    edition: Edition | None = None
    told_by: str = "command line"


NOTHING_TOLD = Told()


class _Claim(Struct, frozen=True):
    """A value for a fact and where it stands."""

    value: str
    found_in: str


def find_facts(name: str, paragraphs: Sequence[str], told: Told = NOTHING_TOLD) -> Facts:
    """Find out what a text is.

    Args:
        name: the file as the user named it.
        paragraphs: the clean text's paragraphs.
        told: the user's word, which wins.

    Returns:
        The facts, and doubts where two sources of a fact disagree.

    Raises:
        SourceError: neither text, file name nor user tells place or year.
    """
    head = tuple(paragraphs[:_HEAD])
    years = [_Claim(str(told.year), told.told_by)] if told.year else _years(name, head, paragraphs)
    places = [_Claim(told.place, told.told_by)] if told.place else _places(name, head)
    if not years:
        raise SourceError(name, "no year can be found in its text or file name", _override("year", "2025"))
    if not places:
        raise SourceError(
            name, "no place can be found in its text or file name", _override("place", "山西省")
        )
    year, place = years[0], places[0]
    made = f"{year.value}年{place.value}政府工作报告"
    claims = {
        "place": place,
        "level": _level(place),
        "year": year,
        "session date": _session_date(head),
        "title": _title(head) or _Claim(made, "made of place and year"),
        "kind": _Claim(told.kind.value, told.told_by) if told.kind else _kind(head),
        "edition": _Claim(told.edition.value, told.told_by) if told.edition else _edition(paragraphs),
    }
    found = tuple(Fact(fact, claim.value, claim.found_in) for fact, claim in claims.items() if claim)
    values = {fact.name: fact.value for fact in found}
    return Facts(
        place.value, int(year.value), values["title"], TextKind(values["kind"]), Edition(values["edition"]),
        found, _disagreements("year", years) + _place_disagreements(places),
    )  # fmt: skip


def _file_name(name: str) -> PurePath:
    """The file's own name: of `folder/archive.zip!folder/2025.docx` it is `2025.docx`."""
    return PurePath(PurePath(re.split(r"\.zip!", name, flags=re.IGNORECASE)[-1]).name)


def _override(fact: str, example: str) -> str:
    return f"Tell it with --{fact} {example} (outline) or --earlier-{fact} / --later-{fact} (compare)"


def as_year(digits: str) -> int:
    """A year of four digits in any width, or of four Chinese numerals, as a number."""
    return int(digits.translate(_DIGITS))


# -- year ------------------------------------------------------------------------------------------


def _years(name: str, head: Sequence[str], paragraphs: Sequence[str]) -> list[_Claim]:
    """All claims, the most reliable first: title, session date, headings, file name."""
    claims = [
        _Claim(str(as_year(digits)), "title")
        for line in head
        if (found := chinese.TITLE.match(line))
        and (digits := found["year"] or found["late"] or found["last"] or found["of"])
    ]
    claims += [
        _Claim(str(as_year(found["year"])), "headline")
        for line in head[:_HEADLINES]
        if (found := news.ACCOUNT_HEADLINE.match(line)) and found["year"]
    ]
    claims += [
        _Claim(str(as_year(found.group("year"))), "date line")
        for line in head[:12]
        if len(line) < _LONGEST_DATE_LINE and (found := chinese.SESSION_DATE.search(line))
    ]
    for line in paragraphs:
        if found := chinese.PLANNED_YEAR.search(line[:400]):
            claims.append(_Claim(str(as_year(found.group("year") or found.group("aims"))), "text"))
            break
    for line in paragraphs:
        if found := chinese.REVIEWED_YEAR.search(line[:400]):
            claims.append(_Claim(str(as_year(found["year"] or found["plain"] or found["told"]) + 1), "text"))
            break
    if found_in_name := chinese.YEAR_IN_NAME.search(_file_name(name).name):
        claims.append(_Claim(found_in_name.group(1), "file name"))
    return _outvoted(claims)


def _outvoted(claims: list[_Claim]) -> list[_Claim]:
    """A year that stands alone against two that agree is no longer the first: titles name either year."""
    values = [claim.value for claim in claims]
    others = [value for value in values[1:] if value != values[0]]
    if values[1:] and len(others) == len(values) - 1 and len(set(others)) == 1 and len(others) > 1:
        return [*claims[1:], claims[0]]
    return claims


def _disagreements(fact: str, claims: Sequence[_Claim]) -> tuple[Doubt, ...]:
    told = {claim.value: claim.found_in for claim in reversed(claims)}
    if len(told) < 2:  # noqa: PLR2004 - one value, no disagreement
        return ()
    return (
        Doubt(f"{fact}-disagrees", "; ".join(f"{where}: {value}" for value, where in sorted(told.items()))),
    )


def _session_date(head: Sequence[str]) -> _Claim | None:
    """The day on which the report was given, as ISO date."""
    for line in head[:12]:
        if len(line) < _LONGEST_DATE_LINE and (found := chinese.SESSION_DATE.search(line)):
            month, day = (_small_number(found.group(part)) for part in ("month", "day"))
            try:
                value = date(as_year(found.group("year")), month, day)
            except ValueError:
                continue
            return _Claim(value.isoformat(), "date line")
    return None


def _small_number(digits: str) -> int:
    """A number below 100, in digits of any width or in Chinese (二十五, 十, 廿 aside)."""
    tens, ten, ones = digits.partition("十")
    if not ten:
        return int(digits.translate(_DIGITS))
    return 10 * int((tens or "一").translate(_DIGITS)) + int((ones or "零").translate(_DIGITS))


# -- place -----------------------------------------------------------------------------------------


def _places(name: str, head: Sequence[str]) -> list[_Claim]:
    """All claims, the most reliable first: title, who is represented, congress, file name."""
    claims = [_Claim(_place(place), "title") for line in head if (place := _titled(line))]
    claims += [
        _Claim(_place(found["place"]), "headline")
        for line in head[:_HEADLINES]
        if (found := news.ACCOUNT_HEADLINE.match(line)) and found["place"]
    ]
    for line in head:
        if chinese.OPENING_FORMULA.search(line) and "国务院" in line:
            claims.append(_Claim(chinese.STATE_COUNCIL_PLACE, "opening"))
        elif (found := chinese.REPRESENTS.search(line)) and chinese.has_place_suffix(found.group("place")):
            claims.append(_Claim(_place(found.group("place")), "opening"))
        elif (found := chinese.CONGRESS.search(line)) and (
            place := chinese.place_at_end(found.group("place"))
        ):
            claims.append(_Claim(place, "congress"))
    for line in head[:_HEADLINES]:
        if (found := chinese.OFFICE.match(line)) and chinese.has_place_suffix(found["place"]):
            claims.append(_Claim(found["place"], "office and name"))
    if place := _named(_file_name(name).stem):
        claims.append(_Claim(_place(place), "file name"))
    return claims


def _titled(line: str) -> str | None:
    """The place in a title; `在…人民代表大会第五次会议上的政府工作报告` names none."""
    found = chinese.TITLE.match(line)
    place = (found["place"] or found["about"]) if found else None
    return None if place is None or re.search(r"大会|会议", place) else place


def _named(stem: str) -> str | None:
    """The place in a file's name: of a title, or of a place with a year at most."""
    bare = re.sub(r"[0-9\s_（）()年-]", "", stem)
    is_place = bool(bare) and len(bare) <= _LONGEST_PLACE and chinese.has_place_suffix(bare)
    return _titled(stem) or (bare if is_place else None)


def _place(words: str) -> str:
    return chinese.STATE_COUNCIL_PLACE if chinese.STATE_COUNCIL.search(words) else words


def _place_disagreements(claims: Sequence[_Claim]) -> tuple[Doubt, ...]:
    """Names of one place may be longer or shorter: 山西省运城市 is 运城市."""
    keys = [place_key(claim.value) for claim in claims]
    longest = max(keys, key=len)
    if all(longest.endswith(key) for key in keys):
        return ()
    return _disagreements("place", claims)


def _level(place: _Claim) -> _Claim | None:
    level = level_of(place.value)
    return _Claim(level, "name of the place") if level else None


# -- title, kind, edition --------------------------------------------------------------------------


def _title(head: Sequence[str]) -> _Claim | None:
    for line in head:
        if chinese.TITLE.match(line):
            return _Claim(line, "title")
    return None


def _kind(head: Sequence[str]) -> _Claim:
    if any(chinese.OPENING_FORMULA.search(line) and re.search(r"我(?:代表|受)|现在", line) for line in head):
        return _Claim(TextKind.FULL.value, "opening formula")
    if any(news.ACCOUNT_HEADLINE.match(line) for line in head[:_HEADLINES]):
        return _Claim(TextKind.DIGEST.value, "headline")
    text = "\n".join(head)
    dateline = bool(news.NEWS_DATELINE.search(text))
    told = sum(bool(news.REPORTED_SPEECH.search(line[:40])) and "报告" in line[:40] for line in head)
    if (dateline and news.DELIVERS.search(text)) or told > 1:
        return _Claim(TextKind.DIGEST.value, "news dateline" if dateline else "reported speech")
    return _Claim(TextKind.FULL.value, "no sign of a news report")


def _edition(paragraphs: Sequence[str]) -> _Claim:
    """As adopted when title or editor's note says so; as delivered when it is dated by its session."""
    edges = (*paragraphs[:8], *paragraphs[-3:])
    if any(chinese.ADOPTED.search(line) for line in edges if len(line) < _LONGEST_NOTE):
        return _Claim(Edition.ADOPTED.value, "editor's note")
    told = any(
        re.search(r"大会.{0,8}会议上", line) and chinese.SESSION_DATE.search(line) for line in paragraphs[:8]
    )
    return _Claim(Edition.DELIVERED.value, "date line") if told else _Claim(Edition.UNKNOWN.value, "no sign")


def is_report(paragraphs: Sequence[str]) -> bool:
    """Whether a text can be a work report or an account of one: it says so, or is built like one."""
    text = "\n".join(paragraphs)
    if re.search(r"政府工作报告|向大会报告|政府工作", text):
        return True
    signs = (r"工作回顾", r"重点(?:工作|任务)", r"总体要求", r"主要(?:预期)?目标", r"各位代表", r"自身建设")
    return sum(bool(re.search(sign, text)) for sign in signs) >= 2  # noqa: PLR2004 - one may be chance
