"""What a careful reader should check about an outline: missing parts, missing headings, gaps in numbering."""

import re
from collections.abc import Sequence

from corpora.annexes import as_number
from corpora.model import Doubt, Level, Role, TextKind, Unit

_NUMBER = re.compile(r"[0-9０-９]+|[一二三四五六七八九十百零〇]+")
_EXPECTED = (Role.REVIEW, Role.PLAN)


def find_outline_doubts(units: Sequence[Unit], kind: TextKind = TextKind.FULL) -> tuple[Doubt, ...]:
    """Doubts about an outline.

    Args:
        units: all units of a report.
        kind: full report, or an account, which retells parts without their headings.

    Returns:
        `part-missing`, `no-headings`, `part-without-heading` and `numbering-gap`, with what was seen.
    """
    sections = [unit for unit in units if unit.level is Level.SECTION]
    doubts = [
        Doubt("part-missing", role.value) for role in _EXPECTED if all(u.role is not role for u in units)
    ]
    if kind is TextKind.DIGEST:
        return (*doubts, *_gaps(sections))
    if not sections:
        doubts.append(Doubt("no-headings", ""))
    else:
        headed = {unit.role for unit in sections}
        present = {unit.role for unit in units}
        doubts += [
            Doubt("part-without-heading", role.value)
            for role in _EXPECTED
            if role in present and role not in headed
        ]
    return (*doubts, *_gaps(sections))


def _gaps(sections: Sequence[Unit]) -> list[Doubt]:
    """Numbers that neither go on nor begin again among sections of one parent and one style."""
    last: dict[tuple[str | None, str], tuple[int, str]] = {}
    doubts = []
    for section in sections:
        found = _NUMBER.findall(section.number or "")
        if not section.number or not found or section.role is Role.APPENDIX:
            continue
        number = as_number(found[-1])  # of 2.1 the 1
        place = (section.parent, _NUMBER.sub("#", section.number.translate(str.maketrans("()．", "（）."))))
        before = last.get(place, (0, ""))
        if number not in {before[0] + 1, 1}:
            seen = f"{before[1]} … {section.number}" if before[1] else section.number
            doubts.append(Doubt("numbering-gap", f"{seen}{section.label}"))
        last[place] = (number, section.number)
    return doubts
