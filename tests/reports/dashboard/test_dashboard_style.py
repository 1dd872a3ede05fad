"""The page is well made: for every reader, in both languages, in colours that everyone can tell apart."""

import re
from importlib.resources import files
from itertools import pairwise
from string import Formatter

import pytest
from msgspec.structs import fields

from reports.dashboard import view_wording, wording
from reports.dashboard.page import render_dashboard
from reports.dashboard.wording import page_words
from reports.words.vocabulary import Tone

LANGUAGES = ("zh", "en")
TEMPLATES = files("reports.dashboard") / "templates"
HOSTILE = "</script><img src=x onerror=alert(1)><!--{{ 7*7 }}&lt;b&gt;\"'><svg/onload=alert(2)>"
SAMPLE = files("corpora") / "data"


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, placed, read_page):
    return read_page(render_dashboard(placed, request.param))


# ---- well made -----------------------------------------------------------------------------------------


def test_the_document_is_one_a_reader_of_any_kind_can_use(page):
    assert page.root.get("lang") in {"zh-CN", "en"}
    assert page.find("//title")[0].text.strip() == page.words(page.find("//h1")[0])
    for landmark in ("main", "header", "nav", "footer"):
        assert len(page.find(f"//body/{landmark}")) == 1
    assert page.find("//body/a[1]/@href") == ["#content"]
    levels = [int(element.tag[1]) for element in page if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    for figure in page.find("//div[@role='img']"):
        assert figure.get("aria-label")
    for control in page.find("//input | //select"):
        assert control.get("aria-label")


def test_quotes_are_marked_as_chinese_on_an_english_page(placed, shown):
    page = shown(placed, "en")
    assert page.root.get("lang") == "en"
    assert {cell.get("lang") for cell in page.find("//*[contains(@class, 'cell')]")} == {"zh-CN"}
    assert set(page.find("//q/@lang")) == {"zh-CN"}


@pytest.mark.parametrize(
    ("words", "field"),
    [(words, field.name) for words in (wording, view_wording) for field in fields(words.ZH)],
)
def test_words_stand_in_both_languages_with_the_same_places_and_are_used(words, field):
    zh, en = getattr(words.ZH, field), getattr(words.EN, field)
    assert zh
    assert en

    def places(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert places(zh) == places(en)
    package = files("reports.dashboard")
    sources = [
        entry.read_text(encoding="utf-8")
        for folder in (package, TEMPLATES)
        for entry in folder.iterdir()
        if entry.name.endswith((".py", ".html"))
    ]
    assert any(
        re.search(rf"\b(?:[vw]|words|of_view|(?:page|view)_words\([^)]*\))\.{field}\b", source)
        for source in sources
    )


def test_only_chinese_pages_are_in_chinese():
    assert page_words("zh") is wording.ZH
    assert page_words("en") is page_words("fr") is wording.EN
    assert not [text for text in map(str, fields_of(wording.EN)) if re.search("[\u4e00-\u9fff]", text)]


def fields_of(words):
    return [getattr(words, field.name) for field in fields(words)]


# ---- colours -------------------------------------------------------------------------------------------


def palettes():
    """The colours of the style sheet, light and dark."""
    style = (TEMPLATES / "palette.css").read_text(encoding="utf-8")
    blocks = re.findall(r"color-scheme: (light|dark);(.*?)}", style, re.DOTALL)
    return [(scheme, dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))) for scheme, block in blocks]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_there_is_a_light_palette_and_the_dark_one_is_the_same_by_choice_and_by_system():
    schemes = [scheme for scheme, _ in palettes()]
    assert schemes == ["light", "dark", "dark"]
    assert palettes()[1] == palettes()[2]


@pytest.mark.parametrize(("scheme", "colours"), palettes())
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read(scheme, colours, tone):
    for ground in ("paper", "panel"):
        assert contrast(colours[tone.value], colours[ground]) >= 4.5, (scheme, tone, ground)
    assert contrast(colours[tone.value], colours["on-tone"]) >= 4.5
    assert contrast(colours["ink"], colours[f"{tone.value}-soft"]) >= 7


@pytest.mark.parametrize(("scheme", "colours"), palettes())
def test_ink_can_be_read_on_paper_and_on_what_is_marked(scheme, colours):
    for ground in ("paper", "panel", "find", "quote"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5, (scheme, ground)
    assert contrast(colours["ink-soft"], colours["paper"]) >= 4.5


def test_no_tone_is_told_by_red_against_green():
    """New and dropped are blue and vermilion, Okabe and Ito's pair that every kind of sight tells apart."""
    for _, colours in palettes():
        red, green, blue = (int(colours["new"][place : place + 2], 16) for place in (1, 3, 5))
        assert blue > green > red
        red, green, blue = (int(colours["gone"][place : place + 2], 16) for place in (1, 3, 5))
        assert red > green > blue
