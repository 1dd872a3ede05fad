"""The page as a tree and in a browser, and a comparison whose formulations have their places."""

import json
import re
from contextlib import contextmanager
from functools import cached_property
from importlib.resources import files

import pytest
from lxml import html
from msgspec import Struct
from msgspec.structs import replace

from compare.comparison import compare_with_many
from corpora.model import Span
from corpora.reading import read_work_report
from reports.dashboard.page import render_dashboard

SAMPLE = files("corpora") / "data"
WIDE = {"width": 1280, "height": 900}


class Document(Struct, frozen=True, dict=True):
    """The page as a tree."""

    root: html.HtmlElement

    @classmethod
    def of(cls, text):
        return cls(html.document_fromstring(text))

    def __iter__(self):
        return self.root.iter()

    def find(self, xpath):
        return self.root.xpath(xpath)

    @cached_property
    def places(self):
        return {element.get("id"): element for element in self if element.get("id")}

    def text(self, place):
        return self.words(self.places[place])

    @staticmethod
    def words(element):
        return "".join(element.itertext())

    def figures(self, tag):
        """The charts as a reader of a language sees them."""
        words = json.loads(self.places["words"].text)[tag]
        return json.loads(
            self.places["figures"].text,
            object_hook=lambda found: words[found["w"]] if set(found) == {"w"} else found,
        )

    def quoted(self, link):
        """What a link with a mark points at, by its offsets in code points."""
        start, end = map(int, link.get("data-mark").split("-"))
        return self.text(link.get("href")[1:])[start:end]


@pytest.fixture(scope="session")
def read_page():
    """Text of a page → the page as a tree."""
    return Document.of


@pytest.fixture(scope="session")
def shown(read_page):
    """A comparison → its page as a tree."""
    return lambda comparison, language="zh": read_page(render_dashboard(comparison, language))


def with_places(change_report):
    """Formulations with their places, found by looking."""

    def spans(text, work_report):
        return tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(text), work_report.text))

    phrases = tuple(
        replace(
            phrase,
            earlier_spans=spans(phrase.earlier_text or phrase.text, change_report.earlier),
            later_spans=spans(phrase.later_text or phrase.text, change_report.later),
        )
        for phrase in change_report.phrases
    )
    return replace(change_report, phrases=phrases)


@pytest.fixture(scope="session")
def placed(comparison):
    """The comparison in which every kind of change occurs, with the places of its formulations."""
    return replace(comparison, pairs=tuple(with_places(pair) for pair in comparison.pairs))


@pytest.fixture(scope="session")
def document(placed):
    return render_dashboard(placed, "zh")


@pytest.fixture(scope="session")
def sample():
    """A year of the sample against the year before, as the demo shows it."""
    earlier, later = (read_work_report(str(SAMPLE / f"lanchuan-{year}.txt")) for year in (2024, 2025))
    return compare_with_many([earlier], later)


@pytest.fixture(scope="session")
def sample_document(sample):
    return render_dashboard(sample, "zh")


class Reader:
    """Somebody before the page: what they can do and see; the rest is playwright's page."""

    def __init__(self, page):
        self.page = page

    def __getattr__(self, name):
        return getattr(self.page, name)

    def draw(self, chart):
        """Scrolls to a chart and waits until it is drawn."""
        self.locator(f"#{chart}").scroll_into_view_if_needed()
        self.wait_for_selector(f"#{chart}.drawn svg.main-svg")

    def highlighted(self, name="quote"):
        """The stretches of text that are highlighted now."""
        return self.evaluate(
            "name => Array.from(CSS.highlights.get(name) || [], range => range.toString())", name
        )

    def passages(self, pair="p1"):
        """The passages that show; headings that only lead to them are not counted."""
        return self.locator(f"#{pair}-texts .row:not(.pointer):not(.leads):visible")

    def sees(self, selector):
        box = self.locator(selector).first.bounding_box()
        return box is not None and 0 <= box["y"] < self.viewport_size["height"]

    @contextmanager
    def led_elsewhere(self):
        """What happens inside must change the address."""
        before = self.url
        yield
        self.wait_for_function("before => location.href !== before", arg=before)

    def click_mark(self, chart, locator):
        """Points at a mark of a chart, reads what it tells and clicks: a sheet of plotly's catches the mouse."""
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.mouse.move(*middle)
        self.wait_for_selector(f"#{chart} .hoverlayer .hovertext")
        told = self.locator(f"#{chart} .hoverlayer").text_content()
        self.mouse.click(*middle)
        return told


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a document as a reader does; afterwards nothing may have been asked for or complained about."""
    complaints, contexts = [], []

    def opener(text, *, name="page.html", place="", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, "color_scheme": "light"} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)

        def leaves(address):
            # A saved chart is a blob of the page itself.
            return re.split("[?#]", address)[0] != path.as_uri() and not address.startswith(
                ("blob:", "data:")
            )

        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if leaves(request.url) else None)
        page.goto(f"{path.as_uri()}{place}")
        return Reader(page)

    yield opener
    for context in contexts:
        context.close()
    assert complaints == []
