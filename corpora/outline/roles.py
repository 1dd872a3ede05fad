"""What each part of a report is for, told by heading, position, wording and the year it speaks of.

Every role comes with its reason in stable words: `heading`, `heading-year`, `position`, `inherited`, or the
name of the cue in the paragraph (`problems-cue`, `targets-cue`, `governance-cue`, `closing-cue`, `farewell`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.language import chinese
from corpora.model import Level, Role
from corpora.outline.draft import Draft

_CHAPTER = 1
_FIRST_SENTENCE = re.compile(r"^[^。！？]{0,120}[。！？]?")
_SHORT = 60  # a paragraph below this can be a mere lead-in to what follows


def assign_roles(drafts: Sequence[Draft], year: int | None, texts: Sequence[str]) -> list[Draft]:
    """Give every unit its role.

    Args:
        drafts: units in reading order, without roles except front matter and salutations (frame).
        year: the report's year, if known.
        texts: the text of each unit.

    Returns:
        The same units with roles and reasons; paragraphs behind the last section are put under its chapter.
    """
    chapters = _chapter_roles(drafts, year)
    given: list[Draft] = []
    stack: list[tuple[int, Role]] = []
    for index, draft in enumerate(drafts):
        if draft.role is Role.FRAME:
            given.append(draft)
        elif draft.level is Level.SECTION:
            while stack and stack[-1][0] >= draft.rank:
                stack.pop()
            role, reason = chapters.get(index) or _section_role(
                draft, stack[-1][1] if stack else Role.OPENING
            )
            stack.append((draft.rank, role))
            given.append(replace(draft, role=role, reason=reason))
        else:
            role = stack[-1][1] if stack else Role.OPENING
            given.append(replace(draft, role=role, reason="inherited" if stack else "position"))
    for rule in (_without_headings, _problems, _targets_before_tasks, _tail, _after_farewell):
        given = rule(given, texts)
    return given


# -- sections --------------------------------------------------------------------------------------


def _chapter_roles(drafts: Sequence[Draft], year: int | None) -> dict[int, tuple[Role, str]]:
    """Roles of the outermost sections, by index. Of two chapters, one is a review and one a plan."""
    parts = sum(draft.level is Level.SECTION and draft.rank == 0 and bool(draft.number) for draft in drafts)
    highest = 0 if parts > 1 else _CHAPTER  # 第一部分 holds 一、, which is no chapter then
    indices = [
        index for index, draft in enumerate(drafts)
        if draft.level is Level.SECTION and draft.rank <= highest
    ]  # fmt: skip
    if not indices:  # no chapters at all: the highest sections there are
        ranks = [draft.rank for draft in drafts if draft.level is Level.SECTION]
        indices = [
            i for i, draft in enumerate(drafts) if draft.level is Level.SECTION and draft.rank == min(ranks)
        ]
    roles = {index: _chapter_role(drafts[index].heading or "", year) for index in indices}
    annex = next((i for i in indices[1:] if (roles[i] or (None,))[0] is Role.APPENDIX), len(drafts))
    roles |= {index: (Role.APPENDIX, "inherited") for index in indices if index > annex}
    body = [index for index in indices if (roles[index] or (None,))[0] is not Role.APPENDIX]
    for position, index in enumerate(body):
        if roles[index] is None:
            roles[index] = (Role.REVIEW if position == 0 and len(body) > 1 else Role.PLAN, "position")
    known = {index: role for index, role in roles.items() if role is not None}
    if not any(role is Role.PLAN for role, _ in known.values()):
        holders = [i for i in body if known[i][0] is Role.REQUIREMENTS and _has_sections(drafts, i)]
        if holders:
            known[holders[-1]] = (Role.PLAN, "holds-tasks")
    return known


def _chapter_role(heading: str, year: int | None) -> tuple[Role, str] | None:
    for role, cue in chinese.HEADING_CUES:
        if cue.search(heading):
            return role, "heading"
    years = [int(found) for found in chinese.YEAR_IN_NAME.findall(heading)]
    if year and years:
        return (Role.REVIEW if max(years) < year else Role.PLAN), "heading-year"
    return None


def _has_sections(drafts: Sequence[Draft], index: int) -> bool:
    following = drafts[index + 1 :]
    inside = next((draft for draft in following if draft.level is Level.SECTION), None)
    return inside is not None and inside.rank > drafts[index].rank


def _section_role(draft: Draft, parent: Role) -> tuple[Role, str]:
    """A section has its chapter's role, unless it is about the government itself or an annex."""
    heading = draft.heading or ""
    cues = dict(chinese.HEADING_CUES)
    if cues[Role.APPENDIX].search(heading):
        return Role.APPENDIX, "heading"
    if parent in {Role.PLAN, Role.REQUIREMENTS} and cues[Role.GOVERNANCE].search(heading):
        return Role.GOVERNANCE, "heading"
    return parent, "inherited"


# -- paragraphs ------------------------------------------------------------------------------------


def _problems(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """Shortcomings stand in the review, in a paragraph that admits them in its first sentences."""
    return [
        replace(draft, role=Role.PROBLEMS, reason="problems-cue")
        if draft.role is Role.REVIEW and chinese.PROBLEMS_CUE.search(_opening_words(text))
        else draft
        for draft, text in zip(drafts, texts, strict=True)
    ]


def _opening_words(text: str) -> str:
    return text[:140]


def _targets_before_tasks(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """Guiding thought, targets and their reasons may stand at the head of the plan, before its first task."""
    result = list(drafts)
    for index, draft in enumerate(drafts):
        first_task = _first_task(drafts, index)
        if draft.level is not Level.SECTION or draft.role is not Role.PLAN or first_task is None:
            continue
        head = [i for i in range(index + 1, first_task) if drafts[i].role is Role.PLAN]
        if head and len(texts[head[-1]]) < _SHORT and chinese.LEAD_IN.search(texts[head[-1]]):
            head.pop()
        if any(chinese.TARGETS_CUE.search(texts[i]) for i in head):
            for i in head:
                result[i] = replace(result[i], role=Role.REQUIREMENTS, reason="targets-cue")
    return result


def _first_task(drafts: Sequence[Draft], index: int) -> int | None:
    """Where a chapter's tasks begin: its first section, or without any its first enumerated item."""
    for place in range(index + 1, len(drafts)):
        if drafts[place].level is Level.SECTION:
            return place if drafts[place].rank > drafts[index].rank else None
        if drafts[place].number and not _has_sections(drafts, index):
            return place
    return None


def _without_headings(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """A text without any heading: the review up to what it says of this year's aims, the plan after it."""
    if any(_is_body_section(draft) for draft in drafts):
        return drafts
    told = [i for i, draft in enumerate(drafts) if draft.role is Role.OPENING]
    aims = next((i for i in told if chinese.THIS_YEAR_AIMS.search(texts[i][:120])), None)
    if aims is None:
        return drafts
    result = list(drafts)
    role, reason = Role.REVIEW, "before-aims"
    for index in told:
        first = _first_sentence(texts[index])
        if chinese.OPENING_FORMULA.search(texts[index]):
            continue
        if index == aims:
            role, reason = Role.REQUIREMENTS, "targets-cue"
        elif role is Role.REQUIREMENTS and not chinese.TARGETS_CUE.search(first):
            role, reason = Role.PLAN, "after-aims"
        elif role is Role.PLAN and chinese.GOVERNANCE_CUE.search(texts[index][:160]):
            role, reason = Role.GOVERNANCE, "governance-cue"
        if index > aims and (_is_farewell(texts[index]) or chinese.CLOSING_CUE.search(first)):
            role, reason = Role.CLOSING, "farewell" if _is_farewell(texts[index]) else "closing-cue"
        result[index] = replace(drafts[index], role=role, reason=reason)
    return result


def _tail(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """Behind the last task: the government itself, then nationalities, army, Hong Kong, abroad, farewell.

    National reports give these no heading. Such paragraphs belong to the chapter, not to the last task.
    """
    last_section = max((i for i, d in enumerate(drafts) if _is_body_section(d)), default=None)
    if last_section is None:
        return drafts
    result = list(drafts)
    role: Role | None = None
    reason = ""
    for index in range(last_section + 1, len(drafts)):
        if drafts[index].role in {Role.FRAME, Role.APPENDIX}:
            continue
        role, reason = _tail_role(texts[index], role, reason, result[index].role)
        if role is not None:
            under = 0 if role is Role.CLOSING else 1
            result[index] = replace(result[index], role=role, reason=reason, under=under)
    return _out_of_the_last_task(result, texts, last_section)


def _is_body_section(draft: Draft) -> bool:
    return draft.level is Level.SECTION and draft.role is not Role.APPENDIX


def _tail_role(text: str, role: Role | None, reason: str, inherited: Role) -> tuple[Role | None, str]:
    first = _first_sentence(text)
    if chinese.CLOSING_CUE.search(first):
        return Role.CLOSING, "closing-cue"
    if _is_farewell(text):
        return Role.CLOSING, "farewell"
    if role is None and inherited is not Role.GOVERNANCE and chinese.GOVERNANCE_CUE.search(text[:160]):
        return Role.GOVERNANCE, "governance-cue"
    return role, reason


def _first_sentence(text: str) -> str:
    found = _FIRST_SENTENCE.match(text)
    return found.group() if found else text[:120]


def _is_farewell(text: str) -> bool:
    return bool(chinese.FAREWELL_CUE.search(text)) and text.rstrip().endswith("！")


def _out_of_the_last_task(drafts: list[Draft], texts: Sequence[str], last_section: int) -> list[Draft]:
    """A paragraph before the tail that speaks of a plan still to be made stands for itself."""
    tail = next((i for i in range(last_section + 1, len(drafts)) if drafts[i].under is not None), None)
    if tail is None or drafts[last_section].rank <= _CHAPTER:
        return drafts
    result = list(drafts)
    before = tail - 1
    if (
        before > last_section
        and drafts[before].heading is not None
        and chinese.NEXT_PLAN_CUE.search(texts[before][:40])
    ):
        result[before] = replace(drafts[before], under=1)
    return result


def _after_farewell(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """What follows the farewell and is no annex is not the report's own text (editors, sources)."""
    farewell = max((i for i, d in enumerate(drafts) if d.reason == "farewell"), default=None)
    if farewell is None:
        return drafts
    result = list(drafts)
    for index in range(farewell + 1, len(drafts)):
        if result[index].role is Role.APPENDIX or texts[index].endswith("！"):
            continue
        if result[index].role is not Role.FRAME:
            result[index] = replace(result[index], role=Role.FRAME, reason="after-farewell", under=0)
    return result
