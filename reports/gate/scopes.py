"""Whether a rule holds for a place: its part, the headings above it, its indicator, its words."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from compare.undertakings.indicators import known
from corpora.model import Unit
from reports.gate.observations import Observation
from reports.gate.rules import Scope
from reports.gate.texts import Text, Texts

_LONGEST_READ = 2_000  # characters that a pattern is tried on: quotes are clauses, not chapters


def is_in_scope(scope: Scope, observation: Observation, texts: Texts) -> bool:
    """Whether an observation stands where a rule holds; of two places one is enough.

    Args:
        scope: where the rule holds.
        observation: what was observed.
        texts: both texts.
    """
    if observation.indicator is not None and not _names(scope.indicators, observation.indicator):
        return False
    if scope.matching and not _is_matched(scope.matching, observation, texts):
        return False
    places = (
        (texts.later.unit(observation.later_unit), texts.later),
        (texts.earlier.unit(observation.earlier_unit), texts.earlier),
    )
    if all(unit is None for unit, _ in places):
        return not (scope.parts or scope.sections)
    return any(unit is not None and place_is_in(scope, unit, text) for unit, text in places)


def place_is_in(scope: Scope, unit: Unit, text: Text) -> bool:
    """Whether a unit stands in a part and under a heading that a scope names."""
    if scope.parts and unit.role not in scope.parts:
        return False
    return not scope.sections or any(
        is_named(pattern, heading) for heading in text.headings(unit) for pattern in scope.sections
    )


def is_named(pattern: str, name: str) -> bool:
    """Whether a pattern names something: with `*`, `?` or `[` as a whole, else as a part of it."""
    return fnmatchcase(name, pattern) if set("*?[") & set(pattern) else pattern in name


def _names(patterns: Iterable[str], indicator: str) -> bool:
    named = tuple(patterns)
    return any(is_named(each, indicator) for each in named) if named else known(indicator) is not None


def _is_matched(patterns: Iterable[str], observation: Observation, texts: Texts) -> bool:
    quotes = texts.earlier.quote(observation.earlier), texts.later.quote(observation.later)
    words = [*quotes, *(value for _, value in observation.values)]
    return any(_compiled(each).search(text[:_LONGEST_READ]) for each in patterns for text in words)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
