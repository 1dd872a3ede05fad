"""Blocks → one self-contained HTML page without scripts: it asks for nothing, and nothing in it can run.

The page shows what the terminal and Markdown show, laid out for a screen, a phone and paper. Report text is
escaped by the templates.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from reports.blocks import Block, Heading, Items, Node, Paragraph, Table, Tree
from reports.dashboard.assets import asset, environment, hash_sources
from reports.words.language import Language

_HAN = re.compile(r"[\u3400-\u9fff]")
_POLICY = "default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"
_PART = 2  # level of the headings that the contents list names


class _Branch(Struct, frozen=True):
    """A line of a tree with the lines below it."""

    node: Node
    below: "tuple[_Branch, ...]"


class _Shown(Struct, frozen=True):
    """A block as the template takes it: by name, headings with an anchor, trees as branches."""

    kind: str
    block: Block
    anchor: str = ""
    branches: tuple[_Branch, ...] = ()


def render_html(blocks: Iterable[Block], *, title: str, language: str, quoted: str) -> str:
    """Lay blocks out as a page.

    Args:
        blocks: what to show.
        title: the document's title, and its first heading where the blocks have none of level 1.
        language: `zh` or `en`, the language of our own words.
        quoted: language tag of the report's words, for screen readers and for the choice of type face.

    Returns:
        The document. The same blocks give the same text.
    """
    from markupsafe import Markup

    blocks = tuple(blocks)
    if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
        blocks = (Heading(title, level=1), *blocks)
    shown = [_shown(block, number) for number, block in enumerate(blocks)]
    style = asset("palette.css") + asset("document.css")

    def foreign(text: str) -> str | None:
        """The tag of a text in another language than the page's own."""
        return quoted if language != Language.ZH and _HAN.search(text) else None

    return (
        environment()
        .get_template("document.html")
        .render(
            language="zh-CN" if language == Language.ZH else "en",
            title=title,
            blocks=shown,
            contents=[
                each for each in shown if isinstance(each.block, Heading) and each.block.level == _PART
            ],
            foreign=foreign,
            policy=_POLICY.format(style=hash_sources([style])),
            style=Markup(style),  # noqa: S704 - our own files
        )
    )


def _shown(block: Block, number: int) -> _Shown:
    match block:
        case Heading():
            return _Shown("heading", block, anchor=f"h{number}")
        case Paragraph():
            return _Shown("paragraph", block)
        case Items():
            return _Shown("items", block)
        case Table():
            return _Shown("table", block)
        case Tree():
            return _Shown("tree", block, branches=_branches(block.nodes))


def _branches(nodes: Sequence[Node]) -> tuple[_Branch, ...]:
    """Indented lines as branches: a line holds those after it that are indented further."""
    found: list[_Branch] = []
    start = 0
    while start < len(nodes):
        end = start + 1
        while end < len(nodes) and nodes[end].depth > nodes[start].depth:
            end += 1
        found.append(_Branch(nodes[start], _branches(nodes[start + 1 : end])))
        start = end
    return tuple(found)
