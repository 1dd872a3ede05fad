"""Rules on a text as a whole: what must or must not stand in it, its parts, its length, its silence."""

from collections.abc import Iterator
from functools import lru_cache

from compare.matching import matching_form
from corpora.model import Role, Span, Unit
from reports.gate.observations import Observation, Observed
from reports.gate.rules import Rule, RuleKind
from reports.gate.scopes import place_is_in
from reports.gate.texts import Text, Texts
from reports.rows.undertakings import promise_groups

_PER_CENT = 100


def observe_whole(rule: Rule, texts: Texts) -> Observed:
    """What a rule on the whole text finds in the places it holds for; nothing for other rules.

    Args:
        rule: its kind, phrases and scope are read; its limit is held against the sizes elsewhere.
        texts: both texts.
    """
    match rule.kind:
        case RuleKind.FORMULATION_FORBIDDEN:
            yield from _forbidden(rule, texts)
        case RuleKind.FORMULATION_REQUIRED:
            yield from _required(rule, texts)
        case RuleKind.PART_MISSING:
            yield from _parts(rule, texts)
        case RuleKind.LENGTH_CHANGED:
            yield from _length(rule, texts)
        case RuleKind.PROMISES_SILENT:
            yield from _silent(rule, texts)
        case _:
            return


def _places(rule: Rule, text: Text) -> Iterator[Unit]:
    return (unit for unit in text.compared() if place_is_in(rule.scope, unit, text))


def _forbidden(rule: Rule, texts: Texts) -> Observed:
    for phrase in rule.phrases:
        form = matching_form(phrase)
        for unit in _places(rule, texts.later):
            words, at = _form(unit.text), -1
            while (at := words.find(form, at + 1)) >= 0:
                span = Span(unit.span.start + at, unit.span.start + at + len(form))
                yield Observation(
                    rule.kind, None, span, None, unit.id, (phrase, _around(unit, at, len(form))),
                    (("phrase", phrase),),
                )  # fmt: skip


def _around(unit: Unit, at: int, length: int) -> str:
    """The words on both sides that tell one use of a phrase from another."""
    return unit.text[max(at - 10, 0) : at + length + 10]


@lru_cache(maxsize=1 << 14)
def _form(text: str) -> str:
    return matching_form(text)


def _required(rule: Rule, texts: Texts) -> Observed:
    for phrase in rule.phrases:
        form = matching_form(phrase)
        if not any(form in _form(unit.text) for unit in _places(rule, texts.later)):
            before = next((unit for unit in _places(rule, texts.earlier) if form in _form(unit.text)), None)
            span = None
            if before is not None:
                start = before.span.start + _form(before.text).index(form)
                span = Span(start, start + len(form))
            where = _where(rule)
            yield Observation(
                rule.kind, span, None, before.id if before else None, None, (phrase, *where),
                (("phrase", phrase), ("where", "、".join(where))),
            )  # fmt: skip


def _where(rule: Rule) -> tuple[str, ...]:
    """The parts and headings that a rule holds for; none where it holds for the whole text."""
    return (*(part.value for part in rule.scope.parts), *rule.scope.sections)


def _parts(rule: Rule, texts: Texts) -> Observed:
    there = {unit.role for unit in texts.later.compared()}
    told: set[Role] = set()
    for unit in _places(rule, texts.earlier):
        if unit.role not in there | told:
            told.add(unit.role)
            yield Observation(
                rule.kind, unit.span, None, unit.id, None, (unit.role.value,), (("part", unit.role.value),)
            )


def _length(rule: Rule, texts: Texts) -> Observed:
    before, after = (
        sum(len(unit.span) for unit in _places(rule, side)) for side in (texts.earlier, texts.later)
    )
    if before and before != after:
        change = _PER_CENT * (after - before) / before
        where = _where(rule)
        values = (
            ("earlier_characters", str(before)), ("later_characters", str(after)),
            ("per_cent", f"{change:+.1f}"), ("where", "、".join(where)),
        )  # fmt: skip
        yield Observation(
            rule.kind, None, None, None, None, ("longer" if change > 0 else "shorter", *where), values,
            size=abs(change),
        )  # fmt: skip


def _silent(rule: Rule, texts: Texts) -> Observed:
    """One observation for each section of the earlier text with undertakings, counted as in every output."""
    for group in promise_groups(texts.change_report):
        first = texts.earlier.units[group.rows[0].promise.promise_unit]
        place = group.holder or first
        if group.silent and place_is_in(rule.scope, first, texts.earlier):
            values = (
                ("heading", group.section),
                ("promises", str(len(group.rows))),
                ("silent", str(group.silent)),
            )
            yield Observation(
                rule.kind, Span(place.span.start, place.body or place.span.end), None, place.id, None,
                (group.section,), values, size=_PER_CENT * group.silent / len(group.rows),
            )  # fmt: skip
