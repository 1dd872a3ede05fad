"""What each part of a report is for, told by heading, position, wording and the year it speaks of.

Every role comes with its reason in stable words: `heading`, `heading-year`, `position`, `inherited`, or the
name of the cue in the paragraph (`problems-cue`, `targets-cue`, `governance-cue`, `closing-cue`, `farewell`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from corpora.facts import as_year
from corpora.language import chinese, news
from corpora.model import Level, Role
from corpora.outline.draft import Draft
from corpora.outline.tails import after_farewell, end_chapters, first_sentence, is_farewell, tail

_FEWEST_GOVERNANCE_WORDS = 4  # different ones; a task about party building has one or two
_TARGETS_WITHIN = 3  # paragraphs at the head of a chapter without sections that may set its targets
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
    chapters = _chapter_roles(drafts, year, texts)
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
    for rule in (_without_headings, _problems, _targets_before_tasks, end_chapters, tail, after_farewell):
        given = rule(given, texts)
    return given


# -- sections --------------------------------------------------------------------------------------


def _chapter_roles(
    drafts: Sequence[Draft], year: int | None, texts: Sequence[str]
) -> dict[int, tuple[Role, str]]:
    """Roles of the outermost sections, by index. Of two chapters, one is a review and one a plan."""
    sections = [index for index, draft in enumerate(drafts) if draft.level is Level.SECTION]
    parts = sum(drafts[i].rank == 0 and not _is_annex(drafts[i]) for i in sections)
    highest = 0 if parts > 1 else chinese.CHAPTER_RANK  # 第一部分 holds 一、, which is no chapter then
    indices = [index for index in sections if drafts[index].rank <= highest]
    if indices:  # what stands before the first of them stands in none
        indices = [index for index in sections if index < indices[0]] + indices
    else:  # no chapters at all: the highest sections there are
        ranks = [drafts[index].rank for index in sections]
        indices = [index for index in sections if drafts[index].rank == min(ranks)]
    roles = {index: _chapter_role(drafts[index].heading or "", year) for index in indices}
    annex = next((i for i in indices[1:] if (roles[i] or (None,))[0] is Role.APPENDIX), len(drafts))
    roles |= {index: (Role.APPENDIX, "inherited") for index in indices if index > annex}
    body = [index for index in indices if (roles[index] or (None,))[0] is not Role.APPENDIX]
    for position, index in enumerate(body):
        if roles[index] is None:
            roles[index] = (Role.REVIEW if position == 0 and len(body) > 1 else Role.PLAN, "position")
            if index == body[-1] and len(body) > 2 and _is_about_government(texts[index:annex]):  # noqa: PLR2004 - review, plan
                roles[index] = (Role.GOVERNANCE, "governance-words")
    known = {index: role for index, role in roles.items() if role is not None}
    if not any(role is Role.PLAN for role, _ in known.values()):
        holders = [i for i in body if known[i][0] is Role.REQUIREMENTS and _has_sections(drafts, i)]
        if holders:
            known[holders[-1]] = (Role.PLAN, "holds-tasks")
    return known


def _is_about_government(texts: Sequence[str]) -> bool:
    """Whether a part is about the government itself by its words, where a rhetorical heading hides it."""
    whole = "\n".join(texts)
    told = sum(bool(word.search(whole)) for word in chinese.GOVERNANCE_WORDS)
    return told >= _FEWEST_GOVERNANCE_WORDS


def _is_annex(draft: Draft) -> bool:
    return bool(dict(chinese.HEADING_CUES)[Role.APPENDIX].search(draft.heading or ""))


def _chapter_role(heading: str, year: int | None) -> tuple[Role, str] | None:
    years = [as_year(found[0]) for found in chinese.YEAR_IN_HEADING.finditer(heading)]
    for role, cue in chinese.HEADING_CUES:
        if role is Role.PLAN and year and years and max(years) < year:
            return Role.REVIEW, "heading-year"  # `2024年的工作` says only whose work it is
        if cue.search(heading):
            return role, "heading"
    return (Role.PLAN, "heading-year") if year and years else None


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


def roles_by_year(drafts: Sequence[Draft], year: int, texts: Sequence[str]) -> list[Draft]:
    """Roles of an account that goes by field: in each, what a paragraph opens with tells the year.

    Args:
        drafts: units with roles.
        year: the report's year.
        texts: the text of each.
    """
    result = list(drafts)
    for index, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        found = news.OPENS_WITH_YEAR.match(text)
        if not found or draft.level is Level.SECTION or draft.role in {Role.FRAME, Role.APPENDIX}:
            continue
        is_past = as_year(found["year"]) < year if found["year"] else bool(found["past"])
        role = (
            Role.REVIEW if is_past else Role.REQUIREMENTS if chinese.TARGETS_CUE.search(text) else Role.PLAN
        )
        result[index] = replace(draft, role=role, reason="year-told")
    return result


# -- paragraphs ------------------------------------------------------------------------------------


def _problems(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """Shortcomings stand in the review: a paragraph that admits them, then items and the resolve to mend."""
    result = list(drafts)
    for index, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        if draft.role is not Role.REVIEW:
            continue
        before = result[index - 1] if index else draft
        if chinese.PROBLEMS_CUE.search(_opening_words(text)) or chinese.PROBLEMS_END.search(text):
            result[index] = replace(draft, role=Role.PROBLEMS, reason="problems-cue")
        elif before.role is Role.PROBLEMS and _goes_on(draft, text, texts[index - 1]):
            result[index] = replace(draft, role=Role.PROBLEMS, reason="follows")
    return result


def _goes_on(draft: Draft, text: str, before: str) -> bool:
    """Whether a paragraph still speaks of the shortcomings that the one before it told."""
    if draft.level is Level.SECTION:
        return False
    return bool(draft.number or before.endswith(("：", ":")) or chinese.PROBLEMS_GO_ON.match(text))


def _opening_words(text: str) -> str:
    return text[:140]


def _targets_before_tasks(drafts: list[Draft], texts: Sequence[str]) -> list[Draft]:
    """Guiding thought, targets and their reasons may stand at the head of the plan, before its first task."""
    result = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.level is not Level.SECTION or draft.role is not Role.PLAN:
            continue
        first_task = _first_task(drafts, index) or _after_targets(drafts, texts, index)
        if first_task is None:
            continue
        head = [i for i in range(index + 1, first_task) if drafts[i].role is Role.PLAN]
        if head and len(texts[head[-1]]) < _SHORT and chinese.LEAD_IN.search(texts[head[-1]]):
            head.pop()
        if any(chinese.TARGETS_CUE.search(texts[i]) for i in head):
            for i in head:
                result[i] = replace(result[i], role=Role.REQUIREMENTS, reason="targets-cue")
    return result


def _after_targets(drafts: Sequence[Draft], texts: Sequence[str], index: int) -> int | None:
    """Where the paragraphs of a chapter without sections or items go on behind its targets."""
    is_chapter = drafts[index].rank <= chinese.CHAPTER_RANK
    if not is_chapter or index + 1 == len(drafts) or _has_sections(drafts, index):
        return None
    inside = range(index + 1, min(index + 1 + _TARGETS_WITHIN, len(drafts)))
    told = [
        i
        for i in inside
        if drafts[i].role is Role.PLAN and chinese.TARGETS_CUE.search(first_sentence(texts[i]))
    ]
    return told[-1] + 1 if told else None


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
    if any(d.level is Level.SECTION and d.role is not Role.APPENDIX for d in drafts):
        return drafts
    told = [i for i, draft in enumerate(drafts) if draft.role is Role.OPENING]
    aims = next((i for i in told if chinese.THIS_YEAR_AIMS.search(texts[i][:120])), None)
    if aims is None:
        return drafts
    result = list(drafts)
    role, reason = Role.REVIEW, "before-aims"
    for index in told:
        first = first_sentence(texts[index])
        if chinese.OPENING_FORMULA.search(texts[index]):
            continue
        if index == aims:
            role, reason = Role.REQUIREMENTS, "targets-cue"
        elif role is Role.REQUIREMENTS and not chinese.TARGETS_CUE.search(first):
            role, reason = Role.PLAN, "after-aims"
        elif role is Role.PLAN and chinese.GOVERNANCE_CUE.search(texts[index][:160]):
            role, reason = Role.GOVERNANCE, "governance-cue"
        if index > aims and (is_farewell(texts[index]) or chinese.CLOSING_CUE.search(first)):
            role, reason = Role.CLOSING, "farewell" if is_farewell(texts[index]) else "closing-cue"
        result[index] = replace(drafts[index], role=role, reason=reason)
    return result
