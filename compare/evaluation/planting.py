"""Small changes to the text of a measure: numbers, negations, clauses."""

import re
from collections.abc import Callable

from corpora.model import Span

Below = Callable[[int], int]

# Quantities, not dates, ordinals or the count in a name (20大, 15届).
_QUANTITY = re.compile(
    r"(?<![0-9.第+“])[0-9]+(?:\.[0-9]+)?(?=%|个|家|万|亿|人|公里|户|项|套|亩|座|台|所|件|吨|名)"
)
# 决不能 without its 不 would be no Chinese.
_NEGATED = re.compile(r"(?<![决绝毫从])不(?=搞|得|准|许|再|能|增|减|让|留|发生|突破|新增|超过|低于|少于)")
# Verbs that open a clause of a plan; 不 before them turns its sense.
_OPENS = re.compile(
    r"(?<=[，；。])(?=推进|推动|支持|鼓励|开展|建设|实施|扩大|新建|新增|增加|提高|发展|培育|引进|建成|完善|深化|加强|强化)"
)
_CLAUSE = re.compile(r"[^，；。！？]+[，；。！？]*")
_BEARS_MEANING = re.compile(r"[不无未禁杜0-9０-９]")
_FEWEST_TO_CUT = 4
_FEWEST_TO_LOSE = 4


def plant_number(text: str, below: Below) -> tuple[str, Span] | None:
    """The text with one quantity changed and where it stands, or None where there is none."""
    found = list(_QUANTITY.finditer(text))
    if not found:
        return None
    old = found[below(len(found))]
    whole, _, decimals = old.group().partition(".")
    number = f"{int(whole) + 1 + below(3)}" + (f".{decimals}" if decimals else "")
    return text[: old.start()] + number + text[old.end() :], Span(old.start(), old.start() + len(number))


def plant_negation(text: str, below: Below) -> tuple[str, Span] | None:
    """The text with a negation taken out, or put in where it has none, and where; None if it cannot be."""
    negated = list(_NEGATED.finditer(text))
    if negated:
        old = negated[below(len(negated))]
        return text[: old.start()] + text[old.end() :], Span(old.start(), old.start())
    opened = list(_OPENS.finditer(text))
    if not opened:
        return None
    place = opened[below(len(opened))].start()
    return f"{text[:place]}不{text[place:]}", Span(place, place + 1)


def cut_in_two(text: str) -> tuple[str, str] | None:
    """The text in two parts, cut between clauses nearest its middle; None where it has too few clauses."""
    parts = _CLAUSE.findall(text)
    if len(parts) < _FEWEST_TO_CUT or "".join(parts) != text:
        return None
    ends = [len("".join(parts[: count + 1])) for count in range(1, len(parts) - 2)]
    place = min(ends, key=lambda end: abs(2 * end - len(text)))
    return re.sub(r"[，；]$", "。", text[:place]), text[place:]


def swap_clauses(text: str, below: Below) -> str | None:
    """The text with two neighbouring clauses, behind the first one, in the other order."""
    parts = _CLAUSE.findall(text)
    places = [
        place
        for place in range(1, len(parts) - 1)
        if parts[place][-1] == "，" and parts[place + 1][-1] in "，。；"
    ]
    if not places or "".join(parts) != text:
        return None
    place = places[below(len(places))]
    one, other = parts[place], parts[place + 1]
    parts[place : place + 2] = [other[:-1] + one[-1], one[:-1] + other[-1]]
    return "".join(parts)


def lose_clause(text: str, below: Below) -> str:
    """The text without one clause behind the first, of those without a number or a negation."""
    parts = _CLAUSE.findall(text)
    places = [place for place in range(1, len(parts) - 1) if not _BEARS_MEANING.search(parts[place])]
    if len(parts) < _FEWEST_TO_LOSE or not places or "".join(parts) != text:
        return text
    lost = places[below(len(places))]
    return "".join(part for place, part in enumerate(parts) if place != lost)
