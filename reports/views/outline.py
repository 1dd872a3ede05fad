"""`WorkReport` → blocks: how a report was read, so that a reader can see it and mend it with an option."""

from collections.abc import Iterable

from corpora.model import Doubt, LeftOut, Level, Role, Unit, WorkReport
from reports.blocks import Block, Column, Heading, Item, Items, Node, Paragraph, Row, Table, Tree
from reports.rows.rows import OUTSIDE_ROLES
from reports.views.annexes import view_annexes
from reports.views.context import named
from reports.views.left_out import left_out_table
from reports.words.captions import captions
from reports.words.doubts import doubt_sentence
from reports.words.reasons import (
    DOUBTS,
    FACT_NAMES,
    FACT_VALUES,
    FOUND_IN,
    LEFT_OUT_REASONS,
    OUTLINE_WORDS,
    ROLE_REASONS,
    reason_label,
)
from reports.words.vocabulary import label


def view_outline(work_report: WorkReport, language: str) -> tuple[Block, ...]:
    """A report as it was read: facts, doubts, parts, tree, and what was left out and why.

    Args:
        work_report: the report.
        language: `zh` or `en`.

    Returns:
        The blocks, in reading order.
    """
    words = captions(language)
    title = words.outline_title.format(place=work_report.place, year=work_report.year)
    return (
        Heading(title, level=1),
        _facts(work_report, language),
        *_doubts(work_report.doubts, language),
        Heading(words.parts),
        _parts(work_report, language),
        Heading(words.outline),
        _tree(work_report, language),
        *view_annexes(work_report, language),
        Heading(words.left_out),
        _left_out(work_report, language),
    )


def view_doubts(work_report: WorkReport, language: str) -> tuple[Block, ...]:
    """Only what a reader should check."""
    found = _doubts(work_report.doubts, language)
    return found or (Paragraph(reason_label(OUTLINE_WORDS, "nothing-to-check", language)),)


def _facts(work_report: WorkReport, language: str) -> Table:
    words = captions(language)
    shown = {"kind": label(work_report.kind, language), "edition": label(work_report.edition, language)}
    rows = [
        (
            fact.name,
            shown.get(fact.name) or reason_label(FACT_VALUES, fact.value, language),
            reason_label(FOUND_IN, fact.found_in, language),
        )
        for fact in work_report.facts
    ]
    if all(fact.name != "edition" for fact in work_report.facts):
        rows.append(("edition", label(work_report.edition, language), ""))
    source = work_report.source
    read_as = " ".join(filter(None, (source.format, source.encoding)))
    rows += [("source", source.name, read_as), ("characters", f"{len(work_report.text):,}", "")]
    columns = (Column(words.fact), Column(words.value, flexible=True), Column(words.found_where))
    return Table(
        columns,
        tuple(Row((reason_label(FACT_NAMES, name, language), value, where)) for name, value, where in rows),
    )


def _doubts(doubts: Iterable[Doubt], language: str) -> tuple[Block, ...]:
    items = tuple(_doubt(doubt, language) for doubt in doubts)
    return (Heading(captions(language).doubts), Items(items)) if items else ()


def _doubt(doubt: Doubt, language: str) -> Item:
    told = doubt_sentence(doubt.code, doubt.detail, language)
    if doubt.code not in DOUBTS:
        return Item("?", told)
    entry = DOUBTS[doubt.code]
    return Item(entry.symbol, told, entry.tone)


def _parts(work_report: WorkReport, language: str) -> Table:
    """One row for each role: why it was given, its units and its length."""
    words = captions(language)
    columns = (
        Column(words.part),
        Column(words.sections, right=True),
        Column(words.measures, right=True),
        Column(words.characters_column, right=True),
        Column(words.found_where, flexible=True),
    )
    rows = []
    for role in Role:
        units = [unit for unit in work_report.units if unit.role is role]
        if units:
            sections = sum(unit.level is Level.SECTION for unit in units)
            reasons = dict.fromkeys(reason_label(ROLE_REASONS, u.role_reason, language) for u in units)
            rows.append(
                Row(
                    (
                        label(role, language),
                        str(sections),
                        str(len(units) - sections),
                        f"{sum(len(unit.span) for unit in units):,}",
                        words.comma.join(reasons),
                    )
                )
            )
    return Table(columns, tuple(rows))


def _tree(work_report: WorkReport, language: str) -> Tree:
    """The compared units; a part's role stands above its first unit."""
    lengths = _lengths(work_report)
    nodes: list[Node] = []
    role: Role | None = None
    for unit in work_report.units:
        if unit.role in OUTSIDE_ROLES:
            continue
        note = captions(language).characters.format(count=f"{lengths[unit.id]:,}")
        if unit.role is not role:
            role = unit.role
            nodes.append(Node(unit.depth, f"[{label(role, language)}]"))
        nodes.append(Node(unit.depth, _line(unit), note, strong=unit.level is Level.SECTION))
    return Tree(tuple(nodes))


def _line(unit: Unit) -> str:
    name = named(unit.label)
    if not unit.number:
        return name
    return unit.number + ("" if unit.number[-1] in "、）—" else " ") + name


def _lengths(work_report: WorkReport) -> dict[str, int]:
    """Characters of each unit with all that stands under it."""
    lengths = {unit.id: len(unit.span) for unit in work_report.units}
    # Children follow their parents, so going backwards each total is complete when it is passed up.
    for unit in reversed(work_report.units):
        if unit.parent:
            lengths[unit.parent] += lengths[unit.id]
    return lengths


def _left_out(work_report: WorkReport, language: str) -> Block:
    """What cleaning took out and what stands outside the report, in the order of the source."""
    pieces = [
        LeftOut(unit.text, unit.role_reason, work_report.origin.at(unit.span.start))
        for unit in work_report.units
        if unit.role in OUTSIDE_ROLES
    ]
    everything = sorted((*work_report.left_out, *pieces), key=lambda piece: piece.source_start)
    if not everything:
        return Paragraph(captions(language).nothing_left_out)
    return left_out_table(everything, {**ROLE_REASONS, **LEFT_OUT_REASONS}, language)
