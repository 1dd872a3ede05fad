"""Which forms of a history belong together: pairs of names that share a slot, with the reason.

`variants` says what two forms have to do with each other; here the reports are asked whether the slot is the
same and whether the years let one form follow the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct, field

from compare.formulations.folding import presence_form
from compare.formulations.segmentation import Form
from compare.history.model import VariantKind
from compare.history.shelf import Shelved
from compare.history.tracking import Name, counts_of
from compare.history.uses import find_stretches
from compare.history.variants import COLOURING, abbreviates, inserted, modified, reordered, word_exchanged

_MOST_MODIFIERS = 6  # of a head: more, and it is a class of things (… 的体制机制)
_MOST_AT_ONCE = 1.5  # modifiers of a head in one report, on average: a slot holds one thing at a time
_LEAST_YEARS = 2  # in which each of two exchanged words must stand: what is said once has no place to give up
_LONGEST_PAUSE = 2  # reports between the last use of a form and the first of the one that takes its place
_NEIGHBOUR = 2  # characters of what follows a name that show its slot
_SHORTEST_OBJECT = 4  # a shorter object is every second clause's (促进发展)
_END = 2  # characters at either end that insertions leave alone


class Edge(Struct, frozen=True):
    """Two forms of one formulation, and how the one follows from the other."""

    one: str
    other: str
    kind: VariantKind


class Asked(Struct):
    """The reports and the names of their clauses, and what was counted already."""

    shelved: Shelved
    names: Mapping[str, Name]
    counted: dict[str, tuple[int, ...]] = field(default_factory=dict)
    around: dict[str, set[str]] = field(default_factory=dict)

    def places(self, form: str) -> list[int]:
        """Positions of the reports that have the form."""
        if form not in self.counted:
            self.counted[form] = counts_of(self.shelved.folded, form)
        return [at for at, count in enumerate(self.counted[form]) if count]

    def follows(self, one: str, other: str) -> bool:
        """Whether one of the forms took the other's place: no report has both, and there is no long pause."""
        first, second = self.places(one), self.places(other)
        if min(len(first), len(second)) < _LEAST_YEARS:
            return False
        if first[0] > second[0]:
            first, second = second, first
        return 0 < second[0] - first[-1] <= _LONGEST_PAUSE

    def comes_after(self, short: str, long: str) -> bool:
        """Whether a short name came into use after a long one and not long after its last use."""
        first, second = self.places(long), self.places(short)
        return bool(first and second) and first[0] <= second[0] <= first[-1] + _LONGEST_PAUSE

    def same_slot(self, one: str, other: str) -> bool:
        """Whether one verb governs both forms, or the same words stand before or behind them somewhere."""
        return self.share_verb(one, other) or not self.beside(one).isdisjoint(self.beside(other))

    def beside(self, form: str) -> set[str]:
        """The characters before and behind the form where it stands; borders of clauses are none."""
        if form not in self.around:
            self.around[form] = {
                mark + text
                for side in self.shelved.folded
                for start, end in find_stretches(side, form)
                for mark, text in (
                    ("<", side.form[max(start - _NEIGHBOUR, 0) : start]),
                    (">", side.form[end : end + _NEIGHBOUR]),
                )
                if len(text) == _NEIGHBOUR and text.isalnum()
            }
        return self.around[form]

    def share_verb(self, one: str, other: str) -> bool:
        """Whether one verb governs both forms."""
        verbs = [set().union(*self.names[form].verbs.values()) for form in (one, other)]
        return not verbs[0].isdisjoint(verbs[1])


def find_relations(asked: Asked, forms: Iterable[str]) -> tuple[Edge, ...]:
    """The pairs of names that belong together.

    Args:
        asked: the reports and the names of their clauses.
        forms: what the history tells; one of a pair is of these, unless a word or an abbreviation joins it.
    """
    names = asked.names
    told = [form for form in forms if form in names]
    found = [
        *_insertions(asked, told),  # of two reasons the closer one comes first
        *_modifiers(asked, told),
        *_verbs(names, told),
        *_orders(names, told),
        *_words(asked),
        *_abbreviations(asked, told),
    ]
    return tuple({frozenset((edge.one, edge.other)): edge for edge in reversed(found)}.values())[::-1]


def alias_edges(aliases: Mapping[str, Sequence[str]]) -> tuple[Edge, ...]:
    """What a user says is one formulation, as pairs in presence form."""
    return tuple(
        Edge(presence_form(canonical), presence_form(variant), VariantKind.ALIAS)
        for canonical, variants in aliases.items()
        for variant in variants
    )


def _modifiers(asked: Asked, told: Sequence[str]) -> Iterator[Edge]:
    """Forms with the same head, where a report has one modifier of it as a rule."""
    by_head: dict[str, list[str]] = defaultdict(list)
    for form in asked.names:
        parts = modified(form)
        if parts:
            by_head[parts[1]].append(form)
    heads = {parts[1] for form in told if (parts := modified(form))}
    for head in sorted(heads):
        forms = by_head[head]
        if not 1 < len(forms) <= _MOST_MODIFIERS:
            continue
        places = [set(asked.places(form)) for form in forms]
        together = set().union(*places)
        if together and sum(map(len, places)) <= _MOST_AT_ONCE * len(together):
            yield from (Edge(forms[0], other, VariantKind.MODIFIER) for other in forms[1:])


def _insertions(asked: Asked, told: Iterable[str]) -> Iterator[Edge]:
    """Forms of which one has a word more in the same slot."""
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form in asked.names:
        by_ends[form[:_END], form[-_END:]].append(form)
    for form in told:
        for other in by_ends[form[:_END], form[-_END:]]:
            short, long = sorted((form, other), key=len)
            if inserted(short, long) and asked.same_slot(short, long):
                yield Edge(short, long, VariantKind.INSERTED)
        for adverb in sorted(COLOURING):
            if adverb + form in asked.names:
                yield Edge(form, adverb + form, VariantKind.INSERTED)


def _verbs(names: Mapping[str, Name], told: Iterable[str]) -> Iterator[Edge]:
    """Forms that say of the same object something else (倡导全民阅读, 推动全民阅读)."""
    by_object: dict[str, list[str]] = defaultdict(list)
    for form, name in names.items():
        if len(name.object) >= _SHORTEST_OBJECT:
            by_object[name.object].append(form)
    for form in told:
        for other in by_object.get(names[form].object, ()):
            if other != form:
                yield Edge(form, other, VariantKind.VERB)


def _orders(names: Mapping[str, Name], told: Iterable[str]) -> Iterator[Edge]:
    by_items: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for form in names:
        if "、" in form or "和" in form:
            by_items[tuple(sorted(re.split("[、和与及]", form)))].append(form)
    wanted = set(told)
    for forms in by_items.values():
        for one, other in combinations(forms, 2):
            if reordered(one, other) and not wanted.isdisjoint((one, other)):
                yield Edge(one, other, VariantKind.ORDER)


def _words(asked: Asked) -> Iterator[Edge]:
    """Forms that differ in one word, one given up when the other came, under the same verb."""
    masked: dict[str, list[str]] = defaultdict(list)
    for form in asked.names:
        for at in range(len(form)):
            masked[form[:at] + "\0" + form[at + 1 :]].append(form)
    for forms in masked.values():
        for one, other in combinations(forms, 2):
            if (
                max(len(asked.names[one].years), len(asked.names[other].years)) > 1
                and word_exchanged(one, other)
                and asked.share_verb(one, other)
                and asked.follows(one, other)
            ):
                yield Edge(one, other, VariantKind.WORD)


# -- long names and their abbreviations ---------------------------------------------------------------------


def _abbreviations(asked: Asked, told: Iterable[str]) -> Iterator[Edge]:
    """A short name and the long one before it, where both stand before the same noun."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for form in asked.names:
        by_start[form[0]].append(form)
    quoted = [form for form, name in asked.names.items() if name.reason is Form.QUOTED]
    for short in dict.fromkeys((*told, *quoted)):
        after = sorted(text[1:] for text in asked.beside(short) if text.startswith(">"))
        for form in by_start[short[0]]:
            for noun in after:
                long = form.removesuffix(noun)
                if long != form and abbreviates(short, long) and asked.comes_after(short, long):
                    yield Edge(long, short, VariantKind.ABBREVIATION)
