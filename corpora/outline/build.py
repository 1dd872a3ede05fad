"""Builds the outline of a report: front matter, sections by rank of their marks, measures below them."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from corpora.language import chinese, news
from corpora.model import Level, Role, Span, TextKind, Unit
from corpora.outline.digest import digest_drafts
from corpora.outline.draft import Draft
from corpora.outline.grammar import ITEM_RANK, Mark, Paragraph, heading_end, mark_of, paragraphs, topic_end
from corpora.outline.headings import (
    SECTION_RANK,
    is_unmarked_heading,
    ordinal_rank,
    rank_of_plain_chapters,
    rank_of_unmarked,
    stands_alone,
)
from corpora.outline.roles import assign_roles, roles_by_year

_SHORT_ITEM = 45  # an enumerated line of this length without a text of its own is the topic of what follows


def outline(text: str, kind: TextKind, year: int | None) -> tuple[Unit, ...]:
    """Cut a clean text into sections and measures with roles.

    Args:
        text: clean text, one line end between paragraphs.
        kind: full report or news digest.
        year: the report's year, if known; tells review from plan in headings.

    Returns:
        All units in reading order. Their spans share nothing and cover all paragraphs.
    """
    found = paragraphs(text)
    if kind is TextKind.DIGEST and (told := digest_drafts(found)):
        return _units(text, told)
    drafts = _full_drafts(found)
    texts = [text[draft.span.start : draft.span.end] for draft in drafts]
    drafts = assign_roles(drafts, year, texts)
    if kind is TextKind.DIGEST and year:
        drafts = roles_by_year(drafts, year, texts)
    return _units(text, drafts)


def _full_drafts(found: tuple[Paragraph, ...]) -> list[Draft]:
    front = _front_matter_length(found)
    drafts = [Draft(paragraph.span, role=Role.FRAME, reason="front-matter") for paragraph in found[:front]]
    body = [part for paragraph in found[front:] for part in _without_salutation(paragraph)]
    plain_rank = rank_of_plain_chapters(body)
    index, in_glossary = 0, False
    while index < len(body):
        if in_glossary and (entry := _glossary_entry(body[index])):
            drafts.append(entry)
            index += 1
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        # Of a list whose items stand alone, no item is the topic of the paragraph behind it.
        in_list = bool(drafts) and drafts[-1].number is not None and drafts[-1].span == body[index - 1].span
        draft, used = _draft(body[index], following, _Around(plain_rank, drafts, in_list))
        if draft.level is Level.SECTION:
            in_glossary = bool(chinese.GLOSSARY.search(draft.heading or ""))
        drafts.append(draft)
        index += used
    return drafts


def _without_salutation(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """`各位代表！信心凝聚力量…` as the salutation and the paragraph proper."""
    found = chinese.LEADING_SALUTATION.match(paragraph.text)
    if not found or found.end() >= len(paragraph.text):
        return (paragraph,)
    border = paragraph.span.start + found.end()
    return (
        Paragraph(Span(paragraph.span.start, border), found.group()),
        Paragraph(Span(border, paragraph.span.end), paragraph.text[found.end() :]),
    )


def _front_matter_length(found: tuple[Paragraph, ...]) -> int:
    """How many paragraphs stand before the report begins: title, date, office and name, source line."""
    in_contents = False
    texts = [paragraph.text for paragraph in found]
    for index, paragraph in enumerate(found):
        in_contents = in_contents or bool(chinese.CONTENTS_LINE.match(paragraph.text))
        if in_contents and _is_entry_of_contents(paragraph.text, texts[index + 1 :]):
            continue
        if chinese.SESSION_LINE.match(paragraph.text):
            continue
        if chinese.SALUTATION.match(paragraph.text) or chinese.OPENING_FORMULA.search(paragraph.text):
            return index
        mark = mark_of(paragraph.text)
        if (mark and mark.rank < ITEM_RANK) or _opens_a_chapter(paragraph.text):
            return index
        if len(paragraph.text) > _SHORT_ITEM and paragraph.text[-1] in chinese.SENTENCE_ENDS:
            return index
    return 0


def _opens_a_chapter(line: str) -> bool:
    is_chapter = chinese.is_heading_like(line) and chinese.CHAPTER_HEADING.search(line)
    return bool(is_chapter) and not chinese.TITLE_LINE.search(line) and "报告" not in line


def _is_entry_of_contents(line: str, following: list[str]) -> bool:
    """Whether a line of a table of contents comes again as a heading; a page number may follow it."""
    heading = re.sub(r"[\s.．…·]*[0-9０-９]*$", "", line)
    return bool(heading) and any(text.startswith(heading) for text in following)


class _Around(Struct, frozen=True):
    """What the text before a paragraph says of its place.

    Attributes:
        plain_rank: rank of a plain line that names a chapter.
        drafts: the units before it.
        in_list: whether the paragraph before is an item that stands alone.
    """

    plain_rank: int
    drafts: Sequence[Draft]
    in_list: bool


def _draft(paragraph: Paragraph, following: Paragraph | None, around: _Around) -> tuple[Draft, int]:
    """The unit a paragraph opens, and how many paragraphs it takes up."""
    text = paragraph.text
    if reason := _frame_reason(text):
        return Draft(paragraph.span, role=Role.FRAME, reason=reason), 1
    mark = mark_of(text)
    if mark is None:
        if is_unmarked_heading(text, following):
            rank = rank_of_unmarked(text, around.plain_rank)
            return Draft(paragraph.span, Level.SECTION, rank, None, text, paragraph.span.end), 1
        return _measure(paragraph, None), 1
    is_ordinal = mark.style == "item-ordinal" and text[-1] not in chinese.SENTENCE_ENDS
    if is_ordinal and stands_alone(text, following):
        mark = replace(mark, rank=ordinal_rank(around.drafts))
    if mark.rank <= SECTION_RANK or (mark.rank < ITEM_RANK and stands_alone(text, following)):
        return _section(paragraph, mark), 1
    if mark.rank == ITEM_RANK and not around.in_list and _is_topic_of_next(text, mark, following):
        assert following is not None  # noqa: S101 - told by _is_topic_of_next
        both = Paragraph(Span(paragraph.span.start, following.span.end), f"{text}\n{following.text}")
        return _measure(both, mark), 2
    return _measure(paragraph, mark), 1


def _frame_reason(text: str) -> str | None:
    if chinese.SALUTATION.match(text):
        return "salutation"
    return "news-frame" if news.CREDIT_LINE.match(text) else None


def _glossary_entry(paragraph: Paragraph) -> Draft | None:
    """An entry of a glossary, which looks like a heading and is none."""
    found = chinese.GLOSSARY_ENTRY.match(paragraph.text)
    if not found:
        return None
    body = paragraph.span.start + found.end()
    return Draft(paragraph.span, number=found["number"], heading=found["term"], body=body)


def _is_topic_of_next(text: str, mark: Mark, following: Paragraph | None) -> bool:
    """Whether an item is a topic sentence whose text stands in the next paragraph."""
    if following is None or mark.style not in {"item-is", "item-ordinal", "dash"}:
        return False
    one_sentence = text[-1] in "。：:" and not any(stop in text[:-1] for stop in "。；！？")
    return (
        one_sentence
        and len(text) <= _SHORT_ITEM
        and mark_of(following.text) is None
        and not chinese.SALUTATION.match(following.text)
    )


def _section(paragraph: Paragraph, mark: Mark) -> Draft:
    end = heading_end(paragraph.text, mark.length)
    if end is None:  # a numbered paragraph without a heading of its own: its first clause names it
        clause = next((i for i, c in enumerate(paragraph.text) if c in "，：；" and i > mark.length), None)
        end = clause or len(paragraph.text)
    body = end + 1 if end < len(paragraph.text) and paragraph.text[end] in "。！？，：；" else end
    start = paragraph.span.start
    heading = paragraph.text[mark.length : end].strip()
    return Draft(paragraph.span, Level.SECTION, mark.rank, mark.text, heading, start + body)


def _measure(paragraph: Paragraph, mark: Mark | None) -> Draft:
    after_mark = mark.length if mark else 0
    end = topic_end(paragraph.text, after_mark, enumerated=mark is not None)
    start = paragraph.span.start
    if end is None:
        return Draft(paragraph.span, number=mark.text if mark else None, body=start + after_mark)
    heading = paragraph.text[after_mark:end]
    return Draft(paragraph.span, number=mark.text if mark else None, heading=heading, body=start + end + 1)


class _Open(Struct, frozen=True):
    """A section that still takes children."""

    rank: int
    id: str
    depth: int


def _units(text: str, drafts: list[Draft]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    counts = {Level.SECTION: 0, Level.MEASURE: 0}
    stack: list[_Open] = []
    for draft in drafts:
        counts[draft.level] += 1
        unit_id = f"{draft.level.value[0]}{counts[draft.level]}"
        if draft.level is Level.SECTION:
            while stack and stack[-1].rank >= draft.rank:
                stack.pop()
        holders = (
            [] if draft.role is Role.FRAME else stack[: draft.under] if draft.under is not None else stack
        )
        parent = holders[-1] if holders else None
        unit = Unit(
            unit_id, draft.level, draft.role, draft.reason, draft.number, draft.heading,
            parent.id if parent else None,
            draft.span, max(draft.body, draft.span.start), text[draft.span.start : draft.span.end],
            parent.depth + 1 if parent else 0,
        )  # fmt: skip
        units.append(unit)
        if draft.level is Level.SECTION:
            stack.append(_Open(draft.rank, unit_id, unit.depth))
    return tuple(units)
