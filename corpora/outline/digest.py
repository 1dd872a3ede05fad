"""Reads a news report of a session: which paragraphs tell what the report said, and what part each one tells.

Newspapers retell the report in reported speech (指出, 总结了, 分析了, 作出安排), one paragraph or two a
part, with its tasks as `一是 … 二是 …` inside the paragraph. Around it stand head-lines, lists of people
and the session's course.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from corpora.language import chinese, news
from corpora.model import Level, Role, Span
from corpora.outline.draft import Draft
from corpora.outline.grammar import ITEM_RANK, Mark, Paragraph, mark_of

_TASK_RANK = 2
_FEWEST_ITEMS = 2  # 一是 alone is a word, not an enumeration
_SHORTEST_PART = 8  # characters of a `；` part that can be a measure of its own
_ATTRIBUTION = 40  # characters at a paragraph's start within which its speaker is named
_PART_MARK = re.compile(r"[；;]")
_HEADING_STOP = re.compile(r"[。！？]")
_CLAUSE_STOP = re.compile(r"[，,。]")
_LONGEST_HEADING = 60


def digest_drafts(found: Sequence[Paragraph]) -> list[Draft]:
    """The units of a digest, with roles.

    Args:
        found: all paragraphs.

    Returns:
        Frame paragraphs and the reporter's own sentences as they are; of the digest, tasks of the plan as
        sections with their parts as measures, other enumerated items as measures. Nothing when no paragraph
        retells the report.
    """
    speaker = _speaker(found)
    told = _told_range(found, speaker)
    if not told:
        return []
    drafts: list[Draft] = []
    role = Role.REVIEW
    for index, paragraph in enumerate(found):
        if index not in told:
            drafts.append(Draft(paragraph.span, role=Role.FRAME, reason="news-frame"))
            continue
        role, reason = _role(paragraph.text, role)
        under = None if role is Role.PLAN else 0  # only the plan has sections; what follows it stands in none
        for piece, is_reporters in _pieces(paragraph, speaker):
            if is_reporters:
                drafts.append(Draft(piece.span, role=Role.FRAME, reason="news-frame"))
                continue
            drafts.extend(
                replace(draft, role=role, reason=reason, under=under)
                for draft in _paragraph_drafts(piece, role)
            )
    return drafts


def _told_range(found: Sequence[Paragraph], speaker: str | None) -> range:
    """The paragraphs from the first to the last that report what the report says."""
    telling = [index for index, paragraph in enumerate(found) if _tells(paragraph.text, speaker)]
    return range(telling[0], telling[-1] + 1) if telling else range(0)


def _speaker(found: Sequence[Paragraph]) -> str | None:
    for paragraph in found:
        for delivered in news.DELIVERS.finditer(paragraph.text):
            return delivered.group("speaker")
    return None


def _tells(text: str, speaker: str | None) -> bool:
    opening = re.split(r"[。！？]", text, maxsplit=1)[0][:_ATTRIBUTION]
    return (
        _names_source(opening, speaker)
        and bool(news.REPORTED_SPEECH.search(opening))
        and not news.LISTED_PEOPLE.search(opening)
        and not news.OTHER_SPEECH.search(opening)
    )


def _names_source(words: str, speaker: str | None) -> bool:
    is_named = "报告" in words or (speaker is not None and speaker in words)
    return is_named or bool(news.HEAD_SPEAKS.search(words))


def _pieces(paragraph: Paragraph, speaker: str | None) -> Iterator[tuple[Paragraph, bool]]:
    """A paragraph cut at the reporter's own sentences, each piece with whether it is one."""
    text, start, position = paragraph.text, paragraph.span.start, 0
    own = [found.span() for found in news.SUMS_UP.finditer(text) if _names_source(found["who"], speaker)]
    for begin, end in (*own, (len(text), len(text))):
        for first, last, is_reporters in ((position, begin, False), (begin, end, True)):
            if text[first:last].strip():
                yield Paragraph(Span(start + first, start + last), text[first:last]), is_reporters
        position = end


def _role(text: str, before: Role) -> tuple[Role, str]:
    """The part a paragraph tells; parts come in their usual order, so a cue cannot lead back."""
    order = (Role.REVIEW, Role.PROBLEMS, Role.REQUIREMENTS, Role.PLAN, Role.GOVERNANCE, Role.CLOSING)
    for role, cue in news.DIGEST_CUES:
        if cue.search(text[:160]) and order.index(role) >= order.index(before):
            return role, "digest-cue"
    if before in {Role.PROBLEMS, Role.REQUIREMENTS} and len(_items(text)) >= _FEWEST_ITEMS:
        return Role.PLAN, "enumerated-after-requirements"
    return before, "follows"


def _items(text: str) -> list[re.Match[str]]:
    return list(chinese.INLINE_ITEM.finditer(text))


def _paragraph_drafts(paragraph: Paragraph, role: Role) -> Iterator[Draft]:
    text, start = paragraph.text, paragraph.span.start
    items = _items(text)
    if len(items) < _FEWEST_ITEMS:
        mark = mark_of(text)
        if mark is None or mark.text[0] in "首其最":  # 最后，市长说 … counts nothing
            yield from _parts(text, start, 0, len(text))
        elif role is Role.PLAN:
            yield from _task(text, start, mark, 0, len(text))
        else:
            yield _item(text, start, mark, 0, len(text))
        return
    if text[: items[0].start()].strip():
        yield Draft(Span(start, start + items[0].start()), body=start)
    ends = [item.start() for item in items[1:]] + [len(text)]
    for item, end in zip(items, ends, strict=True):
        begin = item.start("mark")
        mark = Mark("item-is", ITEM_RANK, item["mark"], len(item["mark"]))
        if role is Role.PLAN:
            yield from _task(text, start, mark, begin, end)
        else:
            yield _item(text, start, mark, begin, end)


def _item(text: str, offset: int, mark: Mark, begin: int, end: int) -> Draft:
    words = begin + mark.length
    stop = _stop_of_heading(text, words, end)
    if stop is None or stop + 1 >= end:  # one sentence only: its first clause names the item
        clause = _CLAUSE_STOP.search(text, words, end)
        stop = clause.start() if clause else end
    return Draft(
        Span(offset + begin, offset + end), number=mark.text, heading=text[words:stop],
        body=offset + min(stop + 1, end),
    )  # fmt: skip


def _task(text: str, offset: int, mark: Mark, begin: int, end: int) -> Iterator[Draft]:
    """A task of the plan: a section with its `；` parts as measures."""
    words = begin + mark.length
    stop = _stop_of_heading(text, words, end) or end
    after = min(stop + 1, end)
    yield Draft(
        Span(offset + begin, offset + after), Level.SECTION, _TASK_RANK, mark.text,
        text[words:stop], offset + after,
    )  # fmt: skip
    yield from _parts(text, offset, after, end)


def _stop_of_heading(text: str, start: int, end: int) -> int | None:
    stop = _HEADING_STOP.search(text, start, end)
    return stop.start() if stop and stop.start() - start <= _LONGEST_HEADING else None


def _parts(text: str, offset: int, start: int, end: int) -> Iterator[Draft]:
    """Cut at `；`; a part too short to stand alone stays with the one before."""
    borders = [start]
    for found in _PART_MARK.finditer(text, start, end):
        if found.end() - borders[-1] >= _SHORTEST_PART and end - found.end() >= _SHORTEST_PART:
            borders.append(found.end())
    for begin, stop in zip(borders, [*borders[1:], end], strict=True):
        if text[begin:stop].strip():
            yield Draft(Span(offset + begin, offset + stop), body=offset + begin)
