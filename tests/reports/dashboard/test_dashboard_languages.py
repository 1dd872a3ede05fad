"""The page in both languages: the same page whichever it opens in, and a switch that leaves nothing behind."""

import re

import pytest
from lxml import html

from reports.dashboard.bilingual import Lexicon, Worded, both, joined
from reports.dashboard.page import render_dashboard
from reports.dashboard.views import Badge
from reports.gate.formats.page import render_check_page
from reports.gate.formats.view import verdict_title
from reports.gate.lines import tell
from reports.gate.verdict import Terms, judge

TAGS = {"zh": "zh-CN", "en": "en"}
OTHER = {"zh": "en", "en": "zh"}


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("新", "new", Worded("新", "new")),
        ("2024", "2024", "2024"),
        (("新", 1), ("new", 1), (Worded("新", "new"), 1)),
        ({"name": "新"}, {"name": "new"}, {"name": Worded("新", "new")}),
        (Badge("+", "新", "new"), Badge("+", "new", "new"), Badge("+", Worded("新", "new"), "new")),
        (None, None, None),
    ],
)
def test_trees_are_laid_over_each_other(one, other, shown):
    merged = both(one, other)
    assert merged == shown
    lexicon, expected = Lexicon("zh"), Lexicon("zh")
    assert lexicon.numbered(merged) == expected.numbered(shown)
    assert lexicon.as_json() == expected.as_json()


@pytest.mark.parametrize(
    ("one", "other"), [(1, 2), (("新",), ("new", "two")), ("新", None), (1.0, 1), ({"a": 1}, {"b": 1})]
)
def test_trees_that_differ_in_more_than_words_are_a_bug(one, other):
    with pytest.raises((ValueError, KeyError)):
        both(one, other)


def test_what_is_filled_in_is_filled_in_in_both():
    words = Worded("{name}文本", "{name} text").format(name=Worded("2024年", "2024"))
    assert (words, words.other) == ("2024年文本", "2024 text")
    told = joined(words, Worded("：", ": "), 3)
    assert (told, told.other) == ("2024年文本：3", "2024 text: 3")


def body(page):
    """What a reader of the page has before them: texts and what is said of them, without marks of ours."""
    return page.evaluate(
        """() => {
          const copy = document.documentElement.cloneNode(true);
          const own = ["data-w", "data-a", "data-width", "style"];
          for (const gone of copy.querySelectorAll("script, style, meta, .chart > *")) gone.remove();
          for (const element of copy.querySelectorAll("*")) {
            for (const name of own) element.removeAttribute(name);
          }
          return copy.outerHTML;
        }"""
    )


@pytest.mark.parametrize("language", TAGS)
def test_a_page_switched_is_the_page_written_in_that_language(opened, placed, language):
    written = opened(render_dashboard(placed, OTHER[language]), name="written.html")
    switched = opened(render_dashboard(placed, language), name="switched.html")
    switched.locator(f"[data-language='{TAGS[OTHER[language]]}']").click()
    assert switched.evaluate("document.documentElement.lang") == TAGS[OTHER[language]]
    assert switched.title() == written.title()

    def words(page):
        # Words that are the same in both need no mark; the marks of the others are taken off.
        return re.sub(r"</?span>", "", body(page))

    assert words(switched) == words(written)


def test_the_address_keeps_the_language_and_the_place(opened, document):
    page = opened(document, place="#p1-l-m8")
    page.locator("[data-language='en']").click()
    assert page.url.endswith("?lang=en#p1-l-m8")
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.sees("#p1-l-m8")
    page.locator(".parts a", has_text="Formulations").click()
    assert page.url.endswith("?lang=en#p1-phrases")
    page.locator("[data-language='zh-CN']").click()
    assert page.url.endswith("page.html#p1-phrases")


@pytest.mark.parametrize("address", ["?lang=fr", "?lang=", "?lang=__proto__", "?lang=%3Cscript%3E"])
def test_a_language_that_is_not_there_changes_nothing(opened, document, address):
    page = opened(document, place=address)
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.locator("[data-language][aria-pressed='true']").all_inner_texts() == ["中文"]


def test_charts_speak_the_language_too(opened, document):
    page = opened(document)
    page.draw("p1-bars")
    assert "新出现" in " ".join(page.locator("#p1-bars .annotation-text").all_text_contents())
    page.locator("[data-language='en']").click()
    page.draw("p1-bars")
    labels = " ".join(page.locator("#p1-bars .annotation-text").all_text_contents())
    assert "New in 2024" in labels
    assert "新出现" not in labels
    assert page.locator("#p1-bars").get_attribute("aria-label").startswith("Bar chart")


@pytest.mark.parametrize("language", TAGS)
def test_no_words_stand_as_marks_where_no_element_can(placed, language):
    root = html.document_fromstring(render_dashboard(placed, language))
    for element in root.iter():
        for value in element.attrib.values():
            assert "data-w" not in value
        if element.tag in {"option", "title"}:
            assert "<" not in (element.text or "")


def test_the_verdict_of_a_check_switches_with_the_page_and_leads_into_the_texts(opened, sample):
    told = tell(judge(sample.pairs[0], Terms()), "zh")
    page = opened(render_check_page(told, sample))
    for tag, words in (("zh-CN", "中文"), ("en", "English"), ("zh-CN", "中文")):
        page.locator(".choice button", has_text=words).click()
        (verdict,) = page.locator(".verdict:visible").all()
        assert verdict.get_attribute("lang") == tag
        assert verdict.locator("tbody tr").count() == len(told.open)
    assert page.locator(".verdict:visible h2").inner_text().endswith(verdict_title(told))
    observed = told.open[0].violation.observation
    earlier, later = sample.pairs[0].earlier, sample.pairs[0].later
    page.locator(".verdict:visible tbody a").first.click()
    quoted = later.quote(observed.later) if observed.later else earlier.quote(observed.earlier)
    assert page.highlighted() == [quoted]
