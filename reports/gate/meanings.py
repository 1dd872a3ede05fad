"""Numbers, negations and formulations that changed, as observations."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from compare.findings.channels import CHANNEL_KINDS, OF_TARGETS, by_clause, channel_values
from compare.findings.phrases import phrase_findings
from compare.model import Channel, FindingKind, FormulationChange, MeaningChange, PhraseStatus
from compare.undertakings.indicators import known
from compare.undertakings.model import TargetChangeKind
from corpora.model import Span
from reports.gate.observations import Observation, Observed
from reports.gate.rules import RuleKind
from reports.gate.texts import Texts

CHANNELS = {
    Channel.NUMBER: RuleKind.NUMBER_CHANGED,
    Channel.UNIT: RuleKind.UNIT_CHANGED,
    Channel.QUALIFIER: RuleKind.QUALIFIER_CHANGED,
    Channel.NEGATION: RuleKind.NEGATION_CHANGED,
    Channel.STRENGTH: RuleKind.STRENGTH_CHANGED,
    Channel.SCOPE: RuleKind.SCOPE_CHANGED,
    Channel.TIME: RuleKind.TIME_CHANGED,
}
PHRASES = {
    FindingKind.PHRASE_NEW: RuleKind.FORMULATION_NEW,
    FindingKind.PHRASE_DROPPED: RuleKind.FORMULATION_DROPPED,
    FindingKind.PHRASE_RETURNING: RuleKind.FORMULATION_RETURNING,
    FindingKind.PHRASE_REWORDED: RuleKind.FORMULATION_REWORDED,
    FindingKind.PHRASE_EMPHASISED: RuleKind.FORMULATION_EMPHASIS,
    FindingKind.PHRASE_PLAYED_DOWN: RuleKind.FORMULATION_EMPHASIS,
}
_DIGITS = re.compile(r"[\d.]+")


def observe_meanings(texts: Texts) -> Observed:
    """What differs in clauses that belong together: one observation for each channel and pair of clauses.

    What changed of a known target is told by the rules on targets.
    """
    told = _changed_targets(texts)
    for link in texts.change_report.links:
        changes = [
            each for each in link.changes if each.channel not in OF_TARGETS or not _is_told(each, told)
        ]
        for alike in by_clause(changes):
            yield _meaning(alike, texts)


def observe_phrases(texts: Texts) -> Observed:
    """Formulations that came, went, came back or read otherwise; each is told once.

    One that reads otherwise has not gone, and its new form is not new; one of which only the number is
    another is told by the rules on numbers and targets.
    """
    phrases = texts.change_report.phrases
    told = _Told.of(phrases)
    for phrase in phrases:
        if told.has(phrase):
            continue
        for finding in phrase_findings((phrase,), texts.earlier.work_report, texts.later.work_report):
            yield Observation(
                PHRASES[finding.kind], finding.earlier, finding.later,
                finding.earlier_unit, finding.later_unit,
                (finding.kind.value, phrase.earlier_text or "", phrase.later_text or ""),
                finding.values, finding.kind, weight=phrase.weight,
            )  # fmt: skip


class _Told(Struct, frozen=True):
    """Forms that are told otherwise than as one that came or went.

    Attributes:
        reworded: earlier and later forms of formulations that read otherwise.
        numbered: forms without their digits that stand on both sides: only the number is another.
    """

    reworded: tuple[frozenset[str], frozenset[str]]
    numbered: frozenset[str]

    @classmethod
    def of(cls, phrases: Sequence[FormulationChange]) -> "_Told":
        """What is told of these formulations."""
        reworded = [each for each in phrases if each.status is PhraseStatus.REWORDED]
        gone = {_plain(each.earlier_text) for each in phrases if each.status is not PhraseStatus.CARRIED}
        come = {_plain(each.later_text) for each in phrases if each.status is not PhraseStatus.CARRIED}
        return cls(
            (
                frozenset(each.earlier_text or "" for each in reworded),
                frozenset(each.later_text or "" for each in reworded),
            ),
            frozenset(gone & come - {""}),
        )

    def has(self, phrase: FormulationChange) -> bool:
        """Whether this formulation is told by another rule or by its own other form."""
        if phrase.status is PhraseStatus.REWORDED:
            return _plain(phrase.earlier_text) == _plain(phrase.later_text)
        if phrase.status is PhraseStatus.CARRIED:
            return False
        one, other = phrase.earlier_text or "", phrase.later_text or ""
        return (
            one in self.reworded[0]
            or other in self.reworded[1]
            or bool({_plain(one), _plain(other)} & self.numbered)
        )


def _plain(text: str | None) -> str:
    return _DIGITS.sub("", text or "")


def _changed_targets(texts: Texts) -> list[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Where both sides state each known target that changed."""
    return [
        (change.earlier.statements, change.later.statements)
        for change in texts.change_report.targets
        if change.earlier and change.later
        and change.change is not TargetChangeKind.KEPT and known(change.indicator) is not None
    ]  # fmt: skip


def _is_told(change: MeaningChange, targets: Iterable[tuple[tuple[Span, ...], tuple[Span, ...]]]) -> bool:
    return any(
        any(map(change.earlier.meets, one)) and any(map(change.later.meets, other)) for one, other in targets
    )


def _meaning(alike: list[MeaningChange], texts: Texts) -> Observation:
    first = alike[0]
    reports = texts.earlier.work_report, texts.later.work_report
    clauses = texts.earlier.quote(first.earlier_clause), texts.later.quote(first.later_clause)
    one, other = texts.earlier.at(first.earlier_clause), texts.later.at(first.later_clause)
    identity = (*clauses, first.ladder) if first.ladder else clauses
    return Observation(
        CHANNELS[first.channel], first.earlier_clause, first.later_clause,
        one.id if one else None, other.id if other else None,
        identity, tuple(channel_values(reports, alike)), CHANNEL_KINDS[first.channel],
    )  # fmt: skip
