"""Modifiers that were exchanged before the same head: 稳健的货币政策, 适度宽松的货币政策.

Likeness cannot tell such a pair from two unlike clauses; the head names the slot. A head that has several
modifiers in one report (新的机制, 灵活的机制) is no slot.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from compare.formulations.frames import is_plain_verb, open_clauses
from compare.formulations.lexicon import BLOCKS
from compare.formulations.reading import Side

_SHORTEST_MODIFIER, _LONGEST_MODIFIER = 2, 6
_SHORTEST_HEAD, _LONGEST_HEAD = 3, 8
_BORDERS = frozenset("、和与及并以对使把在要将应必需的，。；：（")

_OF = re.compile("的")

Stretch = tuple[int, int]


def exchanged_modifiers(earlier: Side, later: Side) -> Iterator[tuple[Stretch, Stretch]]:
    """Pairs of stretches, earlier and later, that have the same head after 的 and another modifier before it.

    Args:
        earlier: the earlier report.
        later: the later report.
    """
    old, young = _only_modifiers(earlier), _only_modifiers(later)
    for head, stretch in old.items():
        if head in young:
            yield stretch, young[head]


def _only_modifiers(side: Side) -> dict[str, Stretch]:
    """For each head with one modifier in the report, that the other does not have, where the two stand."""
    found: dict[str, dict[str, Stretch]] = defaultdict(dict)
    for read in side.units:
        hidden, _ = open_clauses(read.unit.text)
        for clause in read.clauses:
            for start, of, end in _modified(hidden, clause.core, clause.end):
                stretch = read.places[start], read.places[end]
                head = side.folded.form[read.places[of + 1] : stretch[1]]
                found[head].setdefault(side.folded.form[slice(*stretch)], stretch)
    single = {head: next(iter(forms.values())) for head, forms in found.items() if len(forms) == 1}
    return {head: stretch for head, stretch in single.items() if not side.new.stands(*stretch)}


def _modified(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, offset of 的 and end of each modifier with its head between the offsets."""
    for found in _OF.finditer(text, start, end):
        of = found.start()
        opening, closing = of, of + 1
        while opening > start and text[opening - 1] not in _BORDERS:
            opening -= 1
        while closing < end and text[closing] not in _BORDERS:
            closing += 1
        modifier, head = text[opening:of], text[of + 1 : closing]
        fits = (
            _SHORTEST_MODIFIER <= len(modifier) <= _LONGEST_MODIFIER
            and _SHORTEST_HEAD <= len(head) <= _LONGEST_HEAD
        )
        if fits and not _says(modifier) and not _everyday(head):
            yield opening, of, closing


def _says(modifier: str) -> bool:
    """Whether a verb is in the modifier: then it is a clause cut in two."""
    return any(is_plain_verb(modifier[at : at + 2]) for at in range(len(modifier) - 1))


def _everyday(head: str) -> bool:
    return head[-1] in "上下中时后前" or all(head[at : at + 2] in BLOCKS for at in range(0, len(head), 2))
