"""What matters first among formulations, as findings."""

import math
from collections.abc import Iterator

from compare.model import Emphasis, Finding, FindingKind, FormulationChange, PhraseStatus
from corpora.model import Role, Span, Unit, WorkReport

_KINDS = {
    PhraseStatus.NEW: FindingKind.PHRASE_NEW,
    PhraseStatus.DROPPED: FindingKind.PHRASE_DROPPED,
    PhraseStatus.RETURNING: FindingKind.PHRASE_RETURNING,
    PhraseStatus.REWORDED: FindingKind.PHRASE_REWORDED,
}
STANCE_FIRST = 100.0  # weights of formulations reach 100: a changed stance comes before them all


def phrase_findings(
    phrases: tuple[FormulationChange, ...], earlier: WorkReport, later: WorkReport
) -> Iterator[Finding]:
    """Formulations that came, went, came back or were reworded, and clear changes of emphasis.

    Args:
        phrases: what became of the formulations.
        earlier: the earlier report.
        later: the later report.

    Yields:
        Findings whose importance so far only orders them among their own kind.
    """
    for phrase in phrases:
        one, other = next(iter(phrase.earlier_spans), None), next(iter(phrase.later_spans), None)
        unit, later_unit = _unit_at(earlier, one), _unit_at(later, other)
        if phrase.emphasis is not None and phrase.emphasis.is_clear:
            kind, values = _emphasis(phrase, phrase.emphasis)
            within = abs(math.log(phrase.emphasis.ratio))
        elif phrase.status in _KINDS:
            kind, values = _KINDS[phrase.status], _values(phrase)
            within = phrase.weight + _stance(phrase, later_unit)
        else:
            continue
        told = tuple(value for value in values if value[1])
        ids = unit.id if unit else None, later_unit.id if later_unit else None
        yield Finding(kind, within, one, other, *ids, told, phrase.reason)


def _values(phrase: FormulationChange) -> tuple[tuple[str, str], ...]:
    return (
        ("phrase", phrase.text),
        ("earlier_phrase", phrase.earlier_text or ""),
        ("later_phrase", phrase.later_text or ""),
        ("first_year", str(phrase.first_year or "")),
        ("last_year", str(phrase.last_year or "")),
    )


def _emphasis(
    phrase: FormulationChange, emphasis: Emphasis
) -> tuple[FindingKind, tuple[tuple[str, str], ...]]:
    kind = FindingKind.PHRASE_EMPHASISED if emphasis.ratio > 1 else FindingKind.PHRASE_PLAYED_DOWN
    return kind, (
        ("phrase", phrase.text),
        ("earlier_count", str(phrase.earlier_count)),
        ("later_count", str(phrase.later_count)),
        ("expected_count", f"{emphasis.expected_by_parts:.1f}"),
    )


def _stance(phrase: FormulationChange, unit: Unit | None) -> float:
    """Puts an exchanged modifier of a policy (稳健的 → 适度宽松的) first: it changes the stance.

    The stance is told where the requirements are; the same exchange elsewhere is a turn of phrase.
    """
    exchanged = phrase.status is PhraseStatus.REWORDED and phrase.reason == "modifier"
    return STANCE_FIRST if exchanged and unit is not None and unit.role is Role.REQUIREMENTS else 0.0


def _unit_at(side: WorkReport, span: Span | None) -> Unit | None:
    return side.unit_at(span.start) if span is not None else None
