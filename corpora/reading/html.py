"""Web pages: the running text of the page, with title; navigation and the like are told apart from it.

Government sites put the text into containers of many names (or of none), but always into one: the smallest
element that holds nearly all of the page's sentences. That needs no list of sites. Measured on pages built in
the manner of three usual templates, it finds every paragraph, where main-text extractors return the old
kind (one table cell, paragraphs set with `<br>`) as one lump.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from corpora.errors import SourceError
from corpora.language import chinese
from corpora.model import LeftOut
from corpora.reading.decoded import DecodedText
from corpora.reading.decoding import decode
from corpora.reading.kinds import refuse_our_page

_LOOKS_LIKE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,20})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its charset
# elements whose text no reader of the page sees as text
_SILENT = re.compile(r"script|style|noscript|template|select|textarea|button|iframe|object")
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6]|head|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody"
    r"|td|tfoot|th|thead|title|tr|ul"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# a line end between Chinese characters is no blank (CSS Text 3, segment breaks)
_CHINESE = r"[\u2e80-\u9fff\uff00-\uffef“”]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_CHINESE})\s*\n\s*(?={_CHINESE})")
_BLANKS = re.compile(r"[ \t\n\f]+")
_NEARLY_ALL = 0.85  # share of the page's sentences that the text's container must hold
_SENTENCE = re.compile(r"[。；！？]")


class _Line(Struct, frozen=True):
    """A line of the page as seen, and the element whose text it is."""

    text: str
    holder: object
    is_link: bool


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a web page."""
    return bool(_LOOKS_LIKE.match(text[:_HEAD].lstrip("\ufeff")))


def declared_charset(content: bytes) -> str | None:
    """The charset that a page says it is in."""
    found = _CHARSET.search(content[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def read_html(name: str, content: bytes, encoding: str | None = None) -> DecodedText:
    r"""The text of a web page.

    Args:
        name: the file as the user named it, for messages.
        content: the whole file.
        encoding: the user's word for the charset.

    Returns:
        All visible text, one block a line; what stands outside the running text and its title is marked as
        `page-frame`.

    Raises:
        SourceError: the charset cannot be told, the page is nested beyond reason, or it is a result of ours.
    """
    decoded = decode(content, encoding=encoding, declared=declared_charset(content))
    if decoded is None:
        raise SourceError(name, "is a web page in a charset that cannot be told", "Tell it with --encoding")
    refuse_our_page(name, decoded.text)
    lines = _lines(_root(name, decoded.text))
    kept = _running_text(lines)
    text = "\n".join(line.text for line in lines)
    return DecodedText(text, decoded.encoding, tuple(_outside(lines, kept)))


def _root(name: str, page: str) -> object:
    from lxml import etree

    # huge_tree: 2,048 levels instead of 256, which old pages with unclosed tags do reach
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise SourceError(name, "the page is nested too deeply to be read", "Copy its text into a .txt file")
    return root


def _lines(root: object) -> list[_Line]:
    from lxml import etree

    lines: list[_Line] = []
    pieces: list[tuple[str, object]] = []
    links = 0

    def end_line(*, is_link: bool) -> None:
        text = _BLANKS.sub(" ", _BREAK_IN_CHINESE.sub("", "".join(piece for piece, _ in pieces))).strip(" ")
        if text.strip():
            lines.append(_Line(text, pieces[0][1], is_link))
        pieces.clear()

    if root is None:
        return lines
    linked = total = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, node in walker:
        is_block = _BLOCK.fullmatch(node.tag)
        if is_block:
            end_line(is_link=linked * 2 > total)
            linked = total = 0
        if event == "start":
            links += node.tag == "a"
            if _SILENT.fullmatch(node.tag) or _HIDDEN.search(node.get("style") or ""):
                walker.skip_subtree()
                continue
            piece, holder = node.text, node
        else:
            links -= node.tag == "a"
            piece, holder = node.tail, node.getparent()
        if piece and holder is not None and (pieces or piece.strip()):
            pieces.append((piece, holder))
            total += len(piece.strip())
            linked += len(piece.strip()) if links else 0
    end_line(is_link=linked * 2 > total)
    return lines


def _running_text(lines: Sequence[_Line]) -> set[int]:
    """Which lines are the text and its title, by index."""
    weights: dict[object, int] = {}
    for line in lines:
        if not line.is_link and _SENTENCE.search(line.text):
            weights[line.holder] = weights.get(line.holder, 0) + len(line.text)
    if not weights:
        return set(range(len(lines)))
    container = _container(weights)
    inside = [index for index, line in enumerate(lines) if _is_inside(line.holder, container)]
    kept = set(range(inside[0], inside[-1] + 1))
    title = next((i for i in range(inside[0] - 1, -1, -1) if chinese.TITLE.match(lines[i].text)), None)
    if title is not None and not any(chinese.TITLE.match(lines[i].text) for i in inside[:5]):
        kept.add(title)
    return kept


def _container(weights: dict[object, int]) -> object:
    """The smallest element that holds nearly all of the weight."""
    totals: dict[object, int] = {}
    depth: dict[object, int] = {}
    for holder, weight in weights.items():
        chain = [holder, *holder.iterancestors()]  # type: ignore[attr-defined]
        for level, element in enumerate(reversed(chain)):
            totals[element] = totals.get(element, 0) + weight
            depth[element] = level
    needed = _NEARLY_ALL * sum(weights.values())
    return max((element for element, total in totals.items() if total >= needed), key=depth.__getitem__)


def _is_inside(element: object, container: object) -> bool:
    return element is container or any(up is container for up in element.iterancestors())  # type: ignore[attr-defined]


def _outside(lines: Sequence[_Line], kept: set[int]) -> Iterable[LeftOut]:
    """Runs of lines that are no running text, as they stand in the joined text."""
    position = 0
    for is_kept, run in groupby(range(len(lines)), key=lambda index: index in kept):
        text = "\n".join(lines[index].text for index in run)
        if not is_kept:
            yield LeftOut(text, "page-frame", position)
        position += len(text) + 1
