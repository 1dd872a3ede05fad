"""Forms that may name one thing: proposed with the reason and both sentences, never joined by themselves.

What stands in the same slot is joined already (`relations`); here are the pairs whose forms speak for it and
whose slot does not show it. A user who knows better puts them into an alias file.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.formulations.folding import UNIT_BORDER, unit_forms
from compare.formulations.lexicon import ADVERBS, VERBS
from compare.formulations.segmentation import Form
from compare.history.model import Proposal
from compare.history.relations import Asked, Edge
from compare.history.uses import Contexts, find_stretches
from compare.history.variants import abbreviates, word_exchanged

_MOST = 40
_SHORTEST_RECURRING = 4
_LONGEST_SHORT = 6
_CODE = re.compile(r"一(\w)一(\w)")
_SENTENCE = re.compile(f"[。；！？{UNIT_BORDER}]")
_MARKS = f"，。；：、！？和与及{UNIT_BORDER}"


def propose(asked: Asked, edges: Sequence[Edge]) -> tuple[Proposal, ...]:
    """The pairs to be judged by a reader.

    Args:
        asked: the reports and the names of their clauses.
        edges: what is joined already.
    """
    pairs = dict.fromkeys((*_codes(asked), *_abbreviations(asked), *_words(asked)))
    fresh = [pair for pair in pairs if not any(_says(edge, pair) for edge in edges)]
    return tuple(_proposal(asked, *pair) for pair in fresh[:_MOST])


def _says(edge: Edge, pair: tuple[str, str, str]) -> bool:
    """Whether what is joined says it already: both forms, or both with the same noun behind them."""
    return any(
        pair[0].startswith(one) and pair[1].startswith(other)
        for one, other in ((edge.one, edge.other), (edge.other, edge.one))
    )


def _proposal(asked: Asked, variant: str, canonical: str, reason: str) -> Proposal:
    uses = []
    for form in (variant, canonical):
        place = asked.places(form)[-1]
        side = asked.shelved.folded[place]
        uses.append(Contexts(side).use(*next(find_stretches(side, form))))
    return Proposal(uses[1].printed, uses[0].printed, reason, (uses[0], uses[1]))


def _recurring(asked: Asked) -> list[str]:
    """Names that several reports' clauses have, and quoted ones, in one order."""
    return sorted(
        form
        for form, name in asked.names.items()
        if len(name.years) > 1 or (name.reason is Form.QUOTED and len(form) <= _LONGEST_SHORT)
    )


def _abbreviations(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """A quoted short name and a long one that it could be made of, which came before it."""
    names = _recurring(asked)
    by_start: dict[str, list[str]] = defaultdict(list)
    for form in names:
        by_start[form[0]].append(form)
    for short in (form for form in names if asked.names[form].reason is Form.QUOTED):
        for long in by_start[short[0]]:
            if abbreviates(short, long) and short[-1] == long[-1] and asked.comes_after(short, long):
                yield long, short, "abbreviation"


def _codes(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """A slogan in numerals (一带一路) and the names that it counts up, which stood side by side before it."""
    for slogan in sorted(form for form in asked.names if _CODE.fullmatch(form)):
        ends = _CODE.fullmatch(slogan)
        places = asked.places(slogan)
        if not ends or not places:
            continue
        listed = re.compile(rf"([^{_MARKS}]{{2,12}}{ends[1]})[、和与及]([^{_MARKS}]{{2,12}}{ends[2]})")
        for side in asked.shelved.folded[: places[0] + 1]:
            yield from (
                (name, slogan, "code") for name in _counted_up(unit_forms(side.report), slogan, listed)
            )


def _counted_up(text: str, slogan: str, listed: re.Pattern[str]) -> Iterator[str]:
    """The names side by side that a code may count up; what is said of the code in one sentence is none."""
    for sentence in _SENTENCE.split(text):
        for found in listed.finditer(sentence) if slogan not in sentence else ():
            names = tuple(map(_without_verbs, found.groups()))
            if min(map(len, names)) >= _SHORTEST_RECURRING:
                yield from names


def _without_verbs(text: str) -> str:
    while text[:2] in VERBS or text[:2] in ADVERBS:
        text = text[2:]
    return text


def _words(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """Forms that differ in one word, one given up when the other came, under other verbs."""
    masked: dict[str, list[str]] = defaultdict(list)
    for form in _recurring(asked):
        if len(form) > _SHORTEST_RECURRING:
            for at in range(len(form)):
                masked[form[:at] + "\0" + form[at + 1 :]].append(form)
    for forms in masked.values():
        for one in forms:
            for other in forms:
                took_its_place = asked.places(one)[-1:] < asked.places(other)[:1]
                if took_its_place and word_exchanged(one, other) and asked.follows(one, other):
                    yield one, other, "word"
