"""What stands behind the last task: the government itself, nationalities, army, abroad, the farewell.

Reports give these no heading of their own; a salutation (`各位代表！`) sets them apart. They belong to the
chapter or to none, not to the section that happens to stand before them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from corpora.language import chinese
from corpora.model import Level, Role
from corpora.outline.draft import Draft

_FIRST_SENTENCE = re.compile(r"^[^。！？]{0,120}[。！？]?")
_OUTSIDE = frozenset({Role.FRAME, Role.APPENDIX})
_CUE_WITHIN = 160  # characters at a paragraph's beginning that tell what it is about


class _Chapter(Struct, frozen=True):
    """An outermost section: indices of its heading, of its last section, and behind its last paragraph."""

    heading: int
    last_section: int
    end: int


def end_chapters(drafts: Sequence[Draft], texts: Sequence[str]) -> list[Draft]:
    """Give a chapter the paragraphs that close it: shortcomings, thanks, what a salutation sets apart.

    Args:
        drafts: units with roles.
        texts: the text of each.
    """
    result = list(drafts)
    behind_all = max((i for i, draft in enumerate(drafts) if _is_body_section(draft)), default=-1)
    for chapter in _chapters(drafts):
        begin = _end_begins(drafts, texts, chapter)
        role: Role | None = None
        reason = ""
        for index in range(chapter.end if begin is None else begin, chapter.end):
            if result[index].role in _OUTSIDE:
                continue
            result[index] = replace(result[index], under=1)
            if index < behind_all and drafts[chapter.heading].role in {Role.PLAN, Role.GOVERNANCE}:
                role, reason = _tail_role(texts[index], role, reason, result[index].role)
                if role is not None:
                    result[index] = replace(result[index], role=role, reason=reason)
    return result


def _chapters(drafts: Sequence[Draft]) -> Iterator[_Chapter]:
    sections = [index for index, draft in enumerate(drafts) if draft.level is Level.SECTION]
    outermost: list[int] = []
    lowest = None
    for index in sections:
        if lowest is None or drafts[index].rank <= lowest:
            lowest = drafts[index].rank
            outermost.append(index)
    for heading, end in pairwise([*outermost, len(drafts)]):
        yield _Chapter(heading, max(index for index in sections if heading <= index < end), end)


def _end_begins(drafts: Sequence[Draft], texts: Sequence[str], chapter: _Chapter) -> int | None:
    last = chapter.last_section
    told_apart = {i for i in range(chapter.heading, last) if drafts[i].reason == "salutation"}
    # `各位代表！` behind each section belongs to that section; once, it opens the chapter's end.
    by_salutation = drafts[chapter.heading].role is Role.REVIEW or not told_apart
    heads_its_text = drafts[last].body >= drafts[last].span.end
    for index in range(last + 1, chapter.end):
        if drafts[index].role in _OUTSIDE:
            continue
        if drafts[index].role is Role.PROBLEMS:
            return index
        if index == last + 1 and heads_its_text:
            continue
        looks_back = drafts[index].role is Role.REVIEW and chinese.LOOKS_BACK.match(texts[index])
        if looks_back or (by_salutation and drafts[index - 1].reason == "salutation"):
            return index
    return None


def tail(drafts: Sequence[Draft], texts: Sequence[str]) -> list[Draft]:
    """Roles and places of the paragraphs behind the report's last section.

    Args:
        drafts: units with roles.
        texts: the text of each.
    """
    last_section = max((i for i, d in enumerate(drafts) if _is_body_section(d)), default=None)
    if last_section is None:
        return list(drafts)
    result = list(drafts)
    role: Role | None = None
    reason = ""
    for index in range(last_section + 1, len(drafts)):
        if drafts[index].role in _OUTSIDE:
            continue
        before = role
        role, reason = _tail_role(texts[index], role, reason, result[index].role)
        if before is None and reason == "closing-cue" and not _is_set_apart(drafts, last_section, index):
            role, reason = None, ""
        if role is not None:
            under = 0 if role is Role.CLOSING else 1
            if drafts[last_section].role is Role.CLOSING and reason != "farewell":
                under = 1
            result[index] = replace(result[index], role=role, reason=reason, under=under)
    return _out_of_the_last_task(result, texts, last_section)


def _is_set_apart(drafts: Sequence[Draft], last_section: int, index: int) -> bool:
    """Whether a salutation stands before the paragraph or right behind it, or nothing more is to come.

    Among the measures of the last task one may speak of nationalities or the army too.
    """
    if any(drafts[i].reason == "salutation" for i in range(last_section, index)):
        return True
    following = next((d for d in drafts[index + 1 :] if d.role is not Role.APPENDIX), None)
    return following is None or following.role is Role.FRAME


def _is_body_section(draft: Draft) -> bool:
    return draft.level is Level.SECTION and draft.role is not Role.APPENDIX


def _tail_role(text: str, role: Role | None, reason: str, inherited: Role) -> tuple[Role | None, str]:
    """The role of a paragraph of the tail; None while the chapter's own still holds."""
    if is_farewell(text):
        return Role.CLOSING, "farewell"
    if chinese.CLOSING_CUE.search(first_sentence(text)):
        return Role.CLOSING, "closing-cue"
    is_open = role in {None, Role.CLOSING} and inherited is not Role.GOVERNANCE
    if is_open and chinese.GOVERNANCE_CUE.search(text[:_CUE_WITHIN]):
        return Role.GOVERNANCE, "governance-cue"
    return role, reason


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, or its beginning."""
    found = _FIRST_SENTENCE.match(text)
    return found.group() if found else text[:120]


def is_farewell(text: str) -> bool:
    """Whether a paragraph is the closing call: `让我们…`, or a call that ends with an exclamation."""
    if chinese.CALL.search(text):
        return True
    return bool(chinese.FAREWELL_CUE.search(text)) and text.rstrip().endswith(("！", "!"))


def _out_of_the_last_task(drafts: list[Draft], texts: Sequence[str], last_section: int) -> list[Draft]:
    """A paragraph before the tail that speaks of a plan still to be made stands for itself."""
    begin = next((i for i in range(last_section + 1, len(drafts)) if drafts[i].under is not None), None)
    if begin is None or drafts[last_section].rank <= chinese.CHAPTER_RANK:
        return drafts
    result = list(drafts)
    before = begin - 1
    if (
        before > last_section
        and drafts[before].heading is not None
        and chinese.NEXT_PLAN_CUE.search(texts[before][:40])
    ):
        result[before] = replace(drafts[before], under=1)
    return result


def after_farewell(drafts: Sequence[Draft], texts: Sequence[str]) -> list[Draft]:
    """What follows the farewell and is no annex is not the report's own text (editors, sources).

    Args:
        drafts: units with roles.
        texts: the text of each.
    """
    farewell = max((i for i, d in enumerate(drafts) if d.reason == "farewell"), default=None)
    result = list(drafts)
    if farewell is None:
        return result
    for index in range(farewell + 1, len(drafts)):
        if result[index].role is Role.APPENDIX or texts[index].endswith(("！", "!")):
            continue
        if result[index].role is not Role.FRAME:
            result[index] = replace(result[index], role=Role.FRAME, reason="after-farewell", under=0)
    return result
