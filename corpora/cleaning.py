"""From a source's text to clean paragraphs, as a list of small steps that only ever take characters away.

Each step looks at the text as the steps before left it and names stretches to take out, with the reason. What
carries words (captions, page numbers, licence tails) is kept as `LeftOut`; white space and invisible
characters are simply not copied. Because nothing is ever put in or exchanged, each kept character leads
back to its place in the source, and kept text plus what was left out is the source's text, white space aside.

Paragraphs of the clean text are separated by one line end each. Running the steps on clean text changes
nothing.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from corpora.language import chinese
from corpora.model import LeftOut, Origin

Cut = tuple[int, int]


class Draft(Struct, frozen=True):
    """Text on its way, with the source offset of each of its characters and what was taken out so far."""

    text: str
    offsets: tuple[int, ...]
    left_out: tuple[LeftOut, ...] = ()


class CleanText(Struct, frozen=True):
    """Clean text, the way back to the source, and what was left out (in the source's order)."""

    text: str
    origin: Origin
    left_out: tuple[LeftOut, ...]


class Step(Struct, frozen=True):
    """One cleaning step.

    Attributes:
        name: stable key; of steps that take out words it is the reason shown to users.
        why: what goes wrong without it.
        find: yields the stretches to take out of a text, ascending, without overlap.
        keeps_words: False for steps that take out words, which are then listed as left out.
    """

    name: str
    why: str
    find: Callable[[str], Iterable[Cut]]
    keeps_words: bool = True


def clean(source_text: str, outside: Iterable[LeftOut] = ()) -> CleanText:
    r"""Clean a source's decoded text.

    Args:
        source_text: the text as decoded, with `\\n` line ends.
        outside: stretches of it that its format showed to be no text of the report, ascending.

    Returns:
        The clean text with its map to `source_text` and what was left out.
    """
    draft = Draft(source_text, tuple(range(len(source_text))))
    draft = _take_outside(draft, tuple(outside))
    for step in STEPS:
        cuts = tuple(step.find(draft.text))
        if not step.keeps_words:
            pieces = _left_out(draft, cuts, source_text, step.name)
            draft = replace(draft, left_out=draft.left_out + pieces)
        draft = _take_out(draft, cuts)
    left_out = tuple(sorted(draft.left_out, key=lambda piece: piece.source_start))
    return CleanText(draft.text, _origin(draft.offsets), left_out)


def _take_outside(draft: Draft, outside: tuple[LeftOut, ...]) -> Draft:
    """What the layout of the source's format sets apart."""
    cuts = tuple((piece.source_start, piece.source_start + len(piece.text)) for piece in outside)
    pieces = tuple(
        found
        for piece, cut in zip(outside, cuts, strict=True)
        for found in _left_out(draft, (cut,), draft.text, piece.reason)
    )
    return _take_out(replace(draft, left_out=pieces), cuts)


def _take_out(draft: Draft, cuts: tuple[Cut, ...]) -> Draft:
    if not cuts:
        return draft
    kept_text: list[str] = []
    kept_offsets: list[int] = []
    position = 0
    for start, end in cuts:
        kept_text.append(draft.text[position:start])
        kept_offsets.extend(draft.offsets[position:start])
        position = end
    kept_text.append(draft.text[position:])
    kept_offsets.extend(draft.offsets[position:])
    return Draft("".join(kept_text), tuple(kept_offsets), draft.left_out)


def _left_out(draft: Draft, cuts: Iterable[Cut], source_text: str, reason: str) -> tuple[LeftOut, ...]:
    """What the cuts take out, as it stands in the source, without what an earlier step took from within."""
    pieces = []
    for start, end in cuts:
        places = [draft.offsets[at] for at in range(start, end) if not draft.text[at].isspace()]
        first = 0
        for at in range(1, len(places) + 1):
            is_end = at == len(places)
            if is_end or source_text[places[at - 1] + 1 : places[at]].strip():
                piece = source_text[places[first] : places[at - 1] + 1]
                pieces.append(LeftOut(piece, reason, places[first]))
                first = at
    return tuple(pieces)


def _origin(offsets: tuple[int, ...]) -> Origin:
    starts = [
        index for index in range(len(offsets)) if index == 0 or offsets[index] != offsets[index - 1] + 1
    ]
    return Origin(tuple(starts), tuple(offsets[start] for start in starts))


# -- the steps -------------------------------------------------------------------------------------

_ZERO_WIDTH = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]+"
# a line of nothing else is where the printed page ended, often inside a sentence: it is no gap between
# paragraphs
_INVISIBLE = re.compile(rf"(?<=\n){_ZERO_WIDTH}\n|{_ZERO_WIDTH}")
_LINE_EDGES = re.compile(r"^[^\S\n]+|[^\S\n]+$", re.MULTILINE)
_MARKDOWN_MARK = re.compile(r"^(?:(?:#{1,6}|>)[^\S\n]+)+", re.MULTILINE)
_DIGITS = "[0-9０-９]{1,3}"
_MARKED_PAGE = re.compile(
    rf"^(?:[-－—–·]\s*{_DIGITS}\s*[-－—–·]|第\s*{_DIGITS}\s*页(?:[，,\s]*共\s*{_DIGITS}\s*页)?)$",
    re.MULTILINE,
)
_PAGE_JUMP = re.compile(
    r"[（(【](?:下转|上接)[^）)】\n]{0,16}版[^）)】\n]{0,12}[）)】]|^[^\S\n]*(?:下转|上接)[^。\n]{0,12}版[^\S\n]*$",
    re.MULTILINE,
)
_BARE_NUMBER = re.compile(rf"^{_DIGITS}$", re.MULTILINE)
_SPACE_AT_NUMBER = re.compile(
    r"(?<=[\u3400-\u9fff，。；：、（“])[ \u00a0\u3000]+(?=[0-9０-９])"
    r"|(?<=[0-9０-９%％])[ \u00a0\u3000]+(?=[\u3400-\u9fff%％，。；：、）”])"
    r"|(?<=[0-9０-９])[ \u00a0]+(?=[.．][0-9０-９])|(?<=[0-9０-９][.．])[ \u00a0]+(?=[0-9０-９])"
    # digits set apart one by one: 1 9 9 8 年
    r"|(?<=(?<![0-9０-９])[0-9０-９])[ \u00a0](?=[0-9０-９](?![0-9０-９]))"
    r"|(?<=\bPM)[ \u00a0]+(?=[0-9])|(?<=\bM)[ \u00a0]+(?=[0-3]\b)"
)


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterable[Cut]]:
    return lambda text: ((found.start(), found.end()) for found in pattern.finditer(text))


_ORNAMENT = re.compile(r"^[^\w\n]+$", re.MULTILINE)


def _ornaments(text: str) -> Iterable[Cut]:
    """Rules, asterisks and what is left of lost words; the joint of a torn sentence is none."""
    return ((found.start(), found.end()) for found in _ORNAMENT.finditer(text))


def _blank_lines(text: str) -> Iterable[Cut]:
    """All line ends but one between paragraphs, and those at both ends of the text."""
    for found in re.finditer(r"\n+", text):
        at_border = found.start() == 0 or found.end() == len(text)
        start = found.start() if at_border else found.start() + 1
        if start < found.end():
            yield start, found.end()


def _licence_tail(text: str) -> Iterable[Cut]:
    found = chinese.LICENCE_TAIL.search(text)
    if found:
        yield found.start(), len(text)


def _captions(text: str) -> Iterable[Cut]:
    """Picture captions: a credit line and the short lines that stand in one block with it."""
    lines = list(re.finditer(r"[^\n]*\n?", text))
    last_end = after_last = 0
    for index, line in enumerate(lines):
        if not chinese.PHOTO_CREDIT.search(line.group().strip()):
            continue
        first = index
        while first > after_last and _is_caption_line(lines[first - 1].group()):
            first -= 1
        start = max(lines[first].start(), last_end)
        last_end = line.end() - line.group().endswith("\n")
        after_last = index + 1
        yield start, last_end


def _is_caption_line(line: str) -> bool:
    words = line.strip()
    return bool(words) and len(words) <= chinese.LONGEST_CAPTION and words[-1] not in chinese.SENTENCE_ENDS


_LONGEST_TITLE = 80  # characters of a title or date line, which may open with a dash as items do


def _broken_lines(text: str) -> Iterable[Cut]:
    """Line ends inside a sentence: left by links, page breaks, columns and captions."""
    lines = list(re.finditer(r"[^\n]+", text))
    by_blank_lines = _paragraphs_are_set_apart(text, lines)
    paragraph = lines[0].group() if lines else ""
    for before, line in pairwise(lines):
        gap = line.start() - before.end()
        if _goes_on(paragraph, line.group(), same_block=by_blank_lines and gap == 1):
            yield before.end(), line.start()
            paragraph += line.group()
        else:
            paragraph = line.group()


def _paragraphs_are_set_apart(text: str, lines: list[re.Match[str]]) -> bool:
    """Whether blank lines separate the paragraphs, so that a single line end may be a break inside one."""
    ended = [line for line in lines[:-1] if line.group()[-1] in chinese.SENTENCE_ENDS]
    apart = sum(text.startswith("\n\n", line.end()) for line in ended)
    return apart > len(ended) / 2


def _goes_on(paragraph: str, line: str, *, same_block: bool) -> bool:
    """Whether a line continues the paragraph before it."""
    if line[0] in chinese.CANNOT_BEGIN or paragraph[-1] in chinese.CANNOT_END or paragraph in {"——", "—"}:
        return True
    if paragraph[-1] in chinese.SENTENCE_ENDS or chinese.BEGINS_PARAGRAPH.match(line):
        return False
    if len(paragraph) <= _LONGEST_TITLE and not same_block and chinese.TITLE_LINE.search(paragraph):
        return False
    if chinese.is_heading_like(paragraph) and not (same_block and chinese.MID_SENTENCE.search(line[:4])):
        # an unmarked short line in a block of its own paragraph is a piece of a torn sentence, unless
        # numbered
        return (
            same_block and not chinese.NUMBERED.match(paragraph) and not chinese.TITLE_LINE.search(paragraph)
        )
    return True


STEPS = (
    Step("invisible", "zero-width characters break numbers and searches", _matches(_INVISIBLE)),
    Step("page-jump", "a newspaper's jump lines cut sentences", _matches(_PAGE_JUMP), keeps_words=False),
    Step("line-edges", "indents and trailing blanks are layout", _matches(_LINE_EDGES)),
    Step(
        "markdown",
        "heading and quote marks stand in texts that are no .md files too",
        _matches(_MARKDOWN_MARK),
        keeps_words=False,
    ),
    Step("number-spaces", "blanks around numbers break the search for them", _matches(_SPACE_AT_NUMBER)),
    Step("licence", "the licence note of a wiki is no part of the report", _licence_tail, keeps_words=False),
    Step("caption", "captions cut sentences of a newspaper text", _captions, keeps_words=False),
    Step("page-number", "page numbers are no text", _matches(_MARKED_PAGE), keeps_words=False),
    Step("broken-lines", "links, page breaks and subscripts tear sentences apart", _broken_lines),
    Step(
        "page-number",
        "a number that belongs to no sentence is a page's",
        _matches(_BARE_NUMBER),
        keeps_words=False,
    ),
    Step("broken-lines", "what a page number tore apart goes together", _broken_lines),
    Step("ornament", "a line without a word in it is set, not said", _ornaments, keeps_words=False),
    Step("broken-lines", "what an ornament tore apart goes together", _broken_lines),
    Step("blank-lines", "one line end separates paragraphs", _blank_lines),
)
# What readers of formats with a layout tell apart before the steps.
LAYOUT_REASONS = ("page-number", "running-head", "page-frame")
LEFT_OUT_REASONS = tuple(
    dict.fromkeys((*(step.name for step in STEPS if not step.keeps_words), *LAYOUT_REASONS))
)
