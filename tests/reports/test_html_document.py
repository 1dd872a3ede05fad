"""Blocks as a page: the same facts as the other text outputs, escaped, without anything that runs."""

import base64
import hashlib
import re

import pytest
from lxml import html

from reports.blocks import Column, Heading, Item, Items, Node, Paragraph, Row, Table, Tree
from reports.html_document import render_html
from reports.views.outline import view_doubts, view_outline
from reports.words.vocabulary import Tone


def page(*blocks, language="zh", quoted="zh"):
    return render_html(blocks, title="澜川市", language=language, quoted=quoted)


def parsed(*blocks, **options):
    return html.fromstring(page(*blocks, **options))


NASTY = "</style><script>alert(1)</script>\"' onload=x & <b>"
BLOCKS = [
    Heading(NASTY, level=1),
    Heading(NASTY),
    Paragraph(NASTY),
    Items((Item("+", NASTY, Tone.NEW, ((NASTY, NASTY),)),)),
    Table((Column(NASTY), Column("n", right=True)), (Row((NASTY, "1")),), NASTY),
    Tree((Node(0, NASTY, NASTY, strong=True), Node(1, NASTY))),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_text_is_shown_as_it_stands_and_makes_no_element(block):
    root = parsed(Heading("题", level=1), block)

    assert NASTY in root.text_content()
    assert not root.xpath("//script | //main//b[normalize-space()=''] | //*[@onload]")


def test_only_its_own_style_may_be_used():
    root = parsed(Heading("题", level=1))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = root.xpath("//style/text()")

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not root.xpath("//*[@style] | //*[@src] | //link")


def test_nothing_on_it_leads_elsewhere(earlier):
    text = page(*view_outline(earlier, "zh"))

    assert not re.search(r"https?:|url\(|@import", text)
    assert all(target.startswith("#") for target in html.fromstring(text).xpath("//@href"))


def test_colours_paper_and_phones_are_thought_of():
    text = page(Heading("题", level=1))

    for needed in ("prefers-color-scheme: dark", "@media print", "max-width: 40rem", "name=viewport"):
        assert needed in text


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language(language, tag):
    assert parsed(Heading("题", level=1), language=language).get("lang") == tag


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [("en", "扩大内需", "zh"), ("en", "opening", None), ("zh", "扩大内需", None), ("zh", "2025", None)],
)
def test_words_in_another_language_than_the_page_say_so(language, text, tag):
    root = parsed(Tree((Node(0, text),)), language=language)

    assert root.xpath(f"//li//*[text()='{text}']")[0].get("lang") == tag


def test_indented_lines_stand_inside_the_line_they_belong_to():
    nodes = (Node(0, "一"), Node(1, "甲"), Node(2, "子"), Node(1, "乙"), Node(0, "二"), Node(3, "深"))
    root = parsed(Tree(nodes))

    above = {
        text: [each.strip() for each in root.xpath(f"//*[text()='{text}']/ancestor::details/summary//text()")]
        for text in ("子", "乙", "二", "深")
    }
    assert {text: [each for each in found if each] for text, found in above.items()} == {
        "子": ["一", "甲"], "乙": ["一"], "二": ["二"], "深": ["二"],
    }  # fmt: skip


def test_headings_are_listed_where_there_are_several():
    one = parsed(Heading("题", level=1), Heading("甲"))
    two = parsed(Heading("题", level=1), Heading("甲"), Heading("乙"), Heading("小", level=3))

    assert one.xpath("//nav") == []
    links = two.xpath("//nav//a")
    assert [link.text for link in links] == ["甲", "乙"]
    assert [two.get_element_by_id(link.get("href")[1:]).text for link in links] == ["甲", "乙"]


def test_blocks_without_a_title_get_the_documents():
    assert parsed(Paragraph("无")).xpath("//h1/text()") == ["澜川市"]
    assert parsed(Heading("题", level=1), Paragraph("无")).xpath("//h1/text()") == ["题"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", [view_outline, view_doubts])
def test_every_word_of_the_view_is_on_the_page(view, language, earlier):
    blocks = view(earlier, language)
    shown = parsed(*blocks, language=language).text_content()

    assert all(word in shown for block in blocks for word in words(block) if word)


def words(block):
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Items():
            for item in block.items:
                yield from (item.symbol, item.text, *sum(item.quotes, ()))
        case Table():
            yield block.more
            yield from (column.title for column in block.columns)
            yield from (cell for row in block.rows for cell in row.cells)
        case Tree():
            yield from (word for node in block.nodes for word in (node.text, node.note))


def test_rows_items_and_paragraphs_carry_their_tone():
    root = parsed(
        Items((Item("+", "新", Tone.NEW),)),
        Table((Column("甲"),), (Row(("乙",), Tone.GONE),)),
        Paragraph("丙", Tone.MOVED),
    )

    assert [root.xpath(path)[0] for path in ("//ol/li/@class", "//tbody/tr/@class", "//main/p/@class")] == [
        "tone-new", "tone-gone", "tone-moved",
    ]  # fmt: skip
