"""What became of sections, measures and their words, as observations."""

from compare.model import (
    ChangeReport,
    Edit,
    EditKind,
    FindingKind,
    Link,
    LinkKind,
    PriorityChange,
    PriorityStatus,
)
from corpora.model import Level, Span, Unit
from reports.gate.observations import Observation, Observed
from reports.gate.rules import RuleKind
from reports.gate.texts import Text, Texts
from reports.words.told import SEVERAL

PRIORITIES = {
    PriorityStatus.NEW: (RuleKind.PRIORITY_NEW, FindingKind.PRIORITY_NEW),
    PriorityStatus.DROPPED: (RuleKind.PRIORITY_DROPPED, FindingKind.PRIORITY_DROPPED),
    PriorityStatus.MOVED: (RuleKind.PRIORITY_MOVED, FindingKind.PRIORITY_MOVED),
}


def observe_tasks(texts: Texts) -> Observed:
    """Priorities that came, went or moved, and priorities whose headings were changed."""
    for row in texts.change_report.priorities:
        if row.status in PRIORITIES:
            yield _priority(row, texts)
    tasks = _tasks(texts.change_report)[1]
    for link in texts.change_report.links:
        if not link.partial and tasks & set(link.later) and _is_changed(link, texts):
            yield _changed_task(link, texts)


def observe_units(texts: Texts) -> Observed:
    """Sections and measures without counterpart, and those that stand elsewhere; tasks are told as such."""
    change_report = texts.change_report
    told = _tasks(change_report)
    linked = {each for link in change_report.links for each in link.earlier}
    for unit in texts.earlier.compared():
        if unit.id not in linked | told[0]:
            yield _alone((unit, None))
    linked = {each for link in change_report.links for each in link.later}
    for unit in texts.later.compared():
        if unit.id not in linked | told[1]:
            yield _alone((None, unit))
    for link in change_report.links:
        if link.moved and not link.partial and not told[1] & set(link.later):
            yield _moved(link, texts)


def _tasks(change_report: ChangeReport) -> tuple[set[str | None], set[str | None]]:
    rows = change_report.priorities
    return {row.earlier_unit for row in rows}, {row.later_unit for row in rows}


def observe_wording(texts: Texts) -> Observed:
    """Linked text that does not read as it did, priorities' headings aside."""
    tasks = _tasks(texts.change_report)[1]
    for link in texts.change_report.links:
        if not link.partial and _is_changed(link, texts) and not tasks & set(link.later):
            yield _reworded(link, texts)


def _is_changed(link: Link, texts: Texts) -> bool:
    return link.kind is not LinkKind.KEPT or any(_is_edit(edit, texts) for edit in link.edits)


def _is_edit(edit: Edit, texts: Texts) -> bool:
    """Whether words were changed; that （四） is now （五） follows from what came or went before it."""
    if edit.kind is EditKind.EQUAL:
        return False
    return not (_is_in_mark(edit.earlier, texts.earlier) and _is_in_mark(edit.later, texts.later))


def _is_in_mark(span: Span, text: Text) -> bool:
    unit = text.at(span)
    return unit is not None and span.end <= unit.span.start + len(unit.number or "")


def heading_span(unit: Unit | None) -> Span | None:
    """The heading of a unit with its mark, or its first clause."""
    if unit is None:
        return None
    at = max(unit.text.find(unit.label), 0)
    return Span(unit.span.start, unit.span.start + at + len(unit.label))


def _priority(row: PriorityChange, texts: Texts) -> Observation:
    kind, told_as = PRIORITIES[row.status]
    one, other = texts.earlier.unit(row.earlier_unit), texts.later.unit(row.later_unit)
    named = other or one
    values = [("heading", named.label)] if named else []
    values += [("earlier_heading", one.label), ("earlier_rank", str(row.earlier_rank))] if one else []
    values += [("later_heading", other.label), ("later_rank", str(row.later_rank))] if other else []
    ranks = (row.earlier_rank or 0) - (row.later_rank or 0)
    labels = [unit.label for unit in (one, other) if unit]
    if row.status is PriorityStatus.MOVED:
        labels.append("up" if ranks > 0 else "down")
    return Observation(
        kind, heading_span(one), heading_span(other), row.earlier_unit, row.later_unit,
        tuple(labels), tuple(values), told_as, size=float(abs(ranks)),
    )  # fmt: skip


def _changed_task(link: Link, texts: Texts) -> Observation:
    ones = [texts.earlier.units[each] for each in link.earlier]
    others = [texts.later.units[each] for each in link.later]
    earlier, later = (SEVERAL.join(unit.label for unit in side) for side in (ones, others))
    kind, told_as = RuleKind.PRIORITY_REGROUPED, FindingKind.PRIORITY_MERGED
    if link.kind in {LinkKind.REWORDED, LinkKind.KEPT}:
        kind, told_as = RuleKind.PRIORITY_REWORDED, FindingKind.PRIORITY_REWORDED
    elif link.kind is LinkKind.SPLIT:
        told_as = FindingKind.PRIORITY_SPLIT
    values = ("earlier_heading", earlier), ("later_heading", later)
    identity = tuple(unit.text for unit in (*ones, *others))
    return Observation(
        kind,
        heading_span(ones[0]),
        heading_span(others[0]),
        ones[0].id,
        others[0].id,
        identity,
        values,
        told_as,
    )


def _alone(units: tuple[Unit | None, Unit | None]) -> Observation:
    one, other = units
    unit = one or other
    label, gone = unit.label if unit else "", one is not None
    if unit is not None and unit.level is Level.SECTION:
        kind, told_as = RuleKind.SECTION_UNMATCHED, None
    else:
        kind = RuleKind.MEASURE_DROPPED if gone else RuleKind.MEASURE_NEW
        told_as = FindingKind.MEASURE_DROPPED if gone else FindingKind.MEASURE_NEW
    return Observation(
        kind, heading_span(one), heading_span(other), one.id if one else None, other.id if other else None,
        ("dropped" if gone else "new", label), (("heading", label),), told_as,
    )  # fmt: skip


def _moved(link: Link, texts: Texts) -> Observation:
    one, other = texts.earlier.units[link.earlier[0]], texts.later.units[link.later[0]]
    places = (
        texts.earlier.section(_above(one, texts, "earlier")),
        texts.later.section(_above(other, texts, "later")),
    )
    values = ("heading", other.label), ("earlier_heading", places[0]), ("later_heading", places[1])
    told_as = FindingKind.MEASURE_MOVED if all(places) and places[0] != places[1] else None
    return Observation(
        RuleKind.MEASURE_MOVED, heading_span(one), heading_span(other), one.id, other.id,
        (one.label, other.label, *places), values, told_as,
    )  # fmt: skip


def _above(unit: Unit, texts: Texts, side: str) -> Unit | None:
    text = texts.earlier if side == "earlier" else texts.later
    return text.unit(unit.parent)


def _reworded(link: Link, texts: Texts) -> Observation:
    """The first place that differs is what is quoted and pointed at; the whole texts are what it is."""
    ones = [texts.earlier.units[each] for each in link.earlier]
    others = [texts.later.units[each] for each in link.later]
    first = next((edit for edit in link.edits if _is_edit(edit, texts)), None)
    spans = (first.earlier, first.later) if first else (ones[0].span, others[0].span)
    identity = (*(unit.text for unit in ones), "→", *(unit.text for unit in others))
    one = texts.earlier.at(spans[0]) if first else ones[0]
    other = texts.later.at(spans[1]) if first else others[0]
    values = (
        ("heading", others[0].label), ("kind", link.kind.value),
        ("earlier_words", texts.earlier.quote(spans[0])), ("later_words", texts.later.quote(spans[1])),
    )  # fmt: skip
    return Observation(
        RuleKind.TEXT_CHANGED, spans[0], spans[1], one.id if one else None, other.id if other else None,
        identity, values,
    )  # fmt: skip
