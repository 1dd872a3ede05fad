"""Copies of a report in which words and figures were changed, and what a whole comparison tells of them.

Every second clause of the forward parts gets one change on one channel, in turn; some others and some
headings are reworded plainly. The comparison must find the changes, name their way, tell nothing else on any
channel, and rank each of them above every plain rewording.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.evaluation.composing import Draft, compose, drafts_of, retext
from compare.evaluation.dice import Dice
from compare.evaluation.figures import Counts, Figure, Share
from compare.evaluation.planting_words import PlantedWord, plant_word, reword
from compare.findings.channels import FORWARD
from compare.model import ChangeReport, Channel, Finding, FindingKind, MeaningChange
from corpora.model import Level, Span, WorkReport

CHANNELS = (
    Channel.STRENGTH, Channel.NUMBER, Channel.QUALIFIER, Channel.SCOPE, Channel.NEGATION, Channel.TIME,
)  # fmt: skip
_NAMES = {Channel.QUALIFIER: "qualifiers"}  # `qualifier` is what standards of targets call theirs
_CLAUSE = re.compile(r"[^，；。！？]+[，；。！？]*")
_EVERY = 2  # clauses: one is changed, so that the rest of the paragraph still tells which one it is
_REWORDED = 3  # one of so many of the others is reworded
_SHORTEST = 6  # characters of a clause that is changed


class PlantedChange(Struct, frozen=True):
    """A change that was planted, and where it stands in the copy."""

    word: PlantedWord
    span: Span
    clause: Span


class WordedPair(Struct, frozen=True):
    """A report, its copy with changed words, and the changes."""

    earlier: WorkReport
    later: WorkReport
    planted: tuple[PlantedChange, ...]


def change_words(original: WorkReport, seed: int) -> WordedPair:
    """Change words and figures in the forward parts of a report; its outline stays.

    Args:
        original: a report with a plan.
        seed: another one changes other words.
    """
    dice = Dice(f"{original.id} words {seed}")
    drafts: list[Draft] = []
    inside: list[list[tuple[int, Span, PlantedWord]]] = []
    turn = dice.below(len(CHANNELS))
    for draft in drafts_of(original):
        found: list[tuple[int, Span, PlantedWord]] = []
        if draft.unit.role in FORWARD and draft.unit.level is Level.MEASURE:
            text, found = _changed(draft.unit.text, turn, dice)
            turn += len(found)
            draft = retext(draft, text)  # noqa: PLW2901 - the same draft, worded anew
        elif draft.unit.role in FORWARD and draft.unit.heading:
            front = len(draft.unit.number or "")
            draft = _heading_reworded(draft, front, dice)  # noqa: PLW2901
        drafts.append(draft)
        inside.append(found)
    later, ids = compose(original, drafts)
    planted = []
    for draft, found in zip(drafts, inside, strict=True):
        start = later.unit(ids[draft.key]).span.start
        planted += [
            PlantedChange(word, _moved(word.span, start + place), _moved(clause, start))
            for place, clause, word in found
        ]
    return WordedPair(original, later, tuple(planted))


def _changed(text: str, turn: int, dice: Dice) -> tuple[str, list[tuple[int, Span, PlantedWord]]]:
    """A measure's text with changes: (offset of the clause, the clause, the change in it) for each."""
    pieces: list[str] = []
    found: list[tuple[int, Span, PlantedWord]] = []
    length, parts = 0, _CLAUSE.findall(text)
    if "".join(parts) != text:
        return text, []
    first = dice.below(_EVERY)
    for place, part in enumerate(parts):
        word = None
        if place % _EVERY == first and len(part) >= _SHORTEST:
            word = next(_ways(part, turn + len(found), dice), None)
        if word:
            found.append((length, Span(length, length + len(word.text)), word))
        piece = word.text if word else reword(part, dice.below) if not dice.below(_REWORDED) else part
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), found


def _ways(clause: str, turn: int, dice: Dice) -> Iterator[PlantedWord]:
    """What can be changed in a clause, the channel whose turn it is first."""
    for step in range(len(CHANNELS)):
        word = plant_word(CHANNELS[(turn + step) % len(CHANNELS)], clause, dice.below)
        if word and word.text != clause:
            yield word


def _heading_reworded(draft: Draft, front: int, dice: Dice) -> Draft:
    unit = draft.unit
    heading, text = unit.heading or "", unit.text
    if not text.startswith((unit.number or "") + heading):
        return draft
    other = reword(heading, dice.below, anywhere=True)
    changed = replace(unit, heading=other, text=text[:front] + other + text[front + len(heading) :])
    return replace(draft, unit=changed)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


# -- what is found ---------------------------------------------------------------------------------


def worded_figures(pair: WordedPair, found: ChangeReport) -> dict[str, Figure]:
    """Measure a comparison of a report with its copy.

    Args:
        pair: the report, its copy and what was changed.
        found: what the comparison found.

    Returns:
        Counts for each channel, where every change told and not planted is wrong; shares of the planted
        changes whose way is told rightly, and that rank above every plain rewording.
    """
    told = [change for link in found.links for change in link.changes]
    figures: dict[str, Figure] = {}
    hits: list[tuple[PlantedChange, MeaningChange]] = []
    for channel in CHANNELS:
        planted = [each for each in pair.planted if each.word.channel is channel]
        here = [change for change in told if change.channel is channel]
        pairs = [
            (each, match)
            for each in planted
            if (match := next((change for change in here if _tells(change, each)), None))
        ]
        wrong = sum(not any(_tells(change, each) for each in planted) for change in here)
        figures[_NAMES.get(channel, channel.value)] = Counts(len(pairs), wrong, len(planted))
        hits += pairs
    directed = [(each, change) for each, change in hits if each.word.direction]
    figures["direction"] = Share(
        sum(each.word.direction is change.direction for each, change in directed), len(directed)
    )
    figures["ranked"] = _ranked(hits, found)
    return figures


def _tells(change: MeaningChange, planted: PlantedChange) -> bool:
    """Whether a change is the planted one; what was taken out has no place of its own but the clause."""
    if len(planted.span) and len(change.later):
        return planted.span.start < change.later.end and change.later.start < planted.span.end
    return planted.clause.start <= change.later_clause.start < planted.clause.end


def _ranked(hits: Sequence[tuple[PlantedChange, MeaningChange]], found: ChangeReport) -> Share:
    """How many of the changes found are told by a finding above all plain rewordings.

    What is found of a target is told once, of all places that state it.
    """
    plain = max((each.importance for each in found.findings if _is_rewording(each)), default=0.0)
    again = {each.later.span: each.later.again for each in found.targets if each.later}
    above = [
        span
        for each in found.findings
        if each.importance > plain and not _is_rewording(each) and each.later
        for span in (each.later, *again.get(each.later, ()))
    ]
    ranked = sum(any(map(change.later_clause.meets, above)) for _, change in hits)
    return Share(ranked, len(hits))


def _is_rewording(finding: Finding) -> bool:
    """Whether a finding tells that something is said in other words; an exchanged stance is more."""
    if finding.kind is FindingKind.PHRASE_REWORDED:
        return finding.reason != "modifier"
    return finding.kind is FindingKind.PRIORITY_REWORDED
