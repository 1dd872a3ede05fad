"""Which lines are headings, and at which rank: numbered lines by themselves, plain lines, `第一，…`."""

from collections.abc import Sequence

from corpora.language import chinese
from corpora.model import Level, Role
from corpora.outline.draft import Draft
from corpora.outline.grammar import Paragraph, heading_end, mark_of

SECTION_RANK = 2  # marks up to this rank always open a section; 1. and （1） only when they stand alone
_PART_RANK = 0
_UNMARKED_RANK = 3
_ORDINAL_RANK = 5  # `第一，进一步加强农业` by itself, without a stop, is a heading
_FEWEST_WORDS = 2  # characters that are no marks; a line with fewer names nothing


def stands_alone(text: str, following: Paragraph | None) -> bool:
    """Whether a numbered line is a heading with its text in the paragraphs after it."""
    if following is None or mark_of(following.text) or chinese.LEADING_SALUTATION.match(following.text):
        return False
    if text.endswith("。") and len(following.text) <= len(text):  # the last of a list of sentences
        return False
    return chinese.is_heading_like(text.rstrip("。"))


def is_unmarked_heading(text: str, following: Paragraph | None) -> bool:
    """Whether a line without a number is a heading: it names something, and what follows is longer."""
    if following is None or not chinese.is_heading_like(text):
        return False
    if chinese.ANNEX_HEADING.search(text) or (chinese.CHAPTER_HEADING.search(text) and _is_bare(text)):
        return True
    return (
        text[-1] not in "：:，,、"
        and not chinese.LABELLED.match(text)
        and len(chinese.WORD.findall(text)) >= _FEWEST_WORDS
        and (len(following.text) > len(text) or _is_bullet(following.text))
    )


def _is_bare(text: str) -> bool:
    """Whether a line is nothing but a name: no punctuation, not even a comma."""
    return bool(chinese.BARE.fullmatch(text))


def _is_bullet(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.style in {"bullet", "dash"}


def rank_of_unmarked(text: str, plain_rank: int) -> int:
    """The rank of a heading without a number; `plain_rank` is that of one that names a chapter."""
    role = next((role for role, cue in chinese.HEADING_CUES if cue.search(text)), None)
    if role is Role.APPENDIX:
        return _PART_RANK
    if chinese.CLOSING_HEADING.search(text):
        return min(plain_rank, chinese.CHAPTER_RANK)
    return plain_rank if role and chinese.CHAPTER_HEADING.search(text) else _UNMARKED_RANK


def rank_of_plain_chapters(body: Sequence[Paragraph]) -> int:
    """The rank of a plain line that names a chapter (`2024年工作回顾`).

    Where nothing is numbered 一、, such lines are the chapters. They stand above 一、 where one tells the
    review and another what follows, and no numbered heading does: 一、 then counts the tasks. Everywhere
    else they are plain headings inside numbered chapters.
    """
    numbered, plain = [], []
    for paragraph, following in zip(body, [*body[1:], None], strict=True):
        mark = mark_of(paragraph.text)
        if mark and mark.rank <= chinese.CHAPTER_RANK:
            numbered.append(paragraph.text[: heading_end(paragraph.text, mark.length)])
        elif mark is None and is_unmarked_heading(paragraph.text, following):
            plain.append(paragraph.text)
    if not numbered:
        return chinese.CHAPTER_RANK
    cues = dict(chinese.HEADING_CUES)
    tells_review = any(cues[Role.REVIEW].search(each) for each in plain)
    tells_more = any(
        chinese.CHAPTER_HEADING.search(each) and not cues[Role.REVIEW].search(each) for each in plain
    )
    if tells_review and tells_more and not any(cues[Role.REVIEW].search(each) for each in numbered):
        return _PART_RANK
    return _UNMARKED_RANK


def ordinal_rank(drafts: Sequence[Draft]) -> int:
    """The rank of `第一，…` as a heading: it counts a chapter's tasks or stands below its （一）.

    The others that follow stand where the first does.
    """
    for draft in reversed(drafts):
        if draft.level is Level.SECTION and draft.rank <= chinese.CHAPTER_RANK:
            break
        if draft.level is Level.SECTION and (draft.number or "").startswith("第"):
            return draft.rank
    last = next((draft for draft in reversed(drafts) if draft.level is Level.SECTION), None)
    return SECTION_RANK if last is None or last.rank <= chinese.CHAPTER_RANK else _ORDINAL_RANK
