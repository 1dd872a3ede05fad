"""The page is safe whatever a report says, asks for nothing, and is the same every time."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from importlib.resources import files

import pytest
from msgspec.structs import replace

from corpora.model import Span
from reports.dashboard.page import render_dashboard

LANGUAGES = ("zh", "en")
TEMPLATES = files("reports.dashboard") / "templates"
HOSTILE = "</script><img src=x onerror=alert(1)><!--{{ 7*7 }}&lt;b&gt;\"'><svg/onload=alert(2)>"
SAMPLE = files("corpora") / "data"


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, placed, read_page):
    return read_page(render_dashboard(placed, request.param))


@pytest.fixture(scope="module")
def hostile(placed):
    """The same comparison with text that would like to run wherever a report can put text."""
    pair = placed.pairs[0]

    def poisoned(work_report):
        units, text = [], HOSTILE + "\n"
        for unit in work_report.units:
            body = unit.text + HOSTILE
            span = Span(len(text), len(text) + len(body))
            shift = span.start - unit.span.start
            heading = unit.heading + HOSTILE if unit.heading else None
            units.append(replace(unit, text=body, span=span, body=unit.body + shift, heading=heading))
            text += body + "\n"
        return replace(
            work_report,
            text=text,
            units=tuple(units),
            title=HOSTILE,
            place=HOSTILE,
            source=replace(work_report.source, name=HOSTILE, sha256=HOSTILE),
        )

    earlier, later = poisoned(pair.earlier), poisoned(pair.later)
    start = later.text.index(HOSTILE, 1)
    phrases = tuple(
        replace(phrase, text=HOSTILE, earlier_spans=(), later_spans=(Span(start, start + len(HOSTILE)),))
        for phrase in pair.phrases
    )
    findings = tuple(
        replace(
            finding, earlier=None, later=None, values=tuple((name, HOSTILE) for name, _ in finding.values)
        )
        for finding in pair.findings
    )
    links = tuple(replace(link, edits=(), changes=(), matched_by=HOSTILE) for link in pair.links)
    not_compared = tuple(
        replace(entry, what=HOSTILE, reason=HOSTILE, detail=HOSTILE) for entry in pair.not_compared
    )
    pair = replace(
        pair,
        earlier=earlier,
        later=later,
        phrases=phrases,
        findings=findings,
        links=links,
        not_compared=not_compared,
    )
    return replace(placed, pairs=(pair,))


# ---- safe ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(hostile, language, read_page):
    document = render_dashboard(hostile, language)
    page = read_page(document)
    assert not page.find("//img | //svg | //iframe | //object | //embed | //base | //link")
    assert not [name for element in page for name in element.attrib if name.startswith("on")]
    assert len(page.find("//script")) == 6
    assert HOSTILE in page.words(page.find("//h1")[0])
    assert HOSTILE in page.text("p1-l-m1")
    assert "49" not in page.text("p1-l-m1")


def test_hostile_text_stays_text_in_the_charts(hostile, shown):
    figures = shown(hostile).figures("zh-CN")
    names = [note["text"] for figure in figures.values() for note in figure["layout"]["annotations"]]
    assert any("&lt;img src=x" in name for name in names)
    for figure in figures.values():
        for note in figure["layout"]["annotations"]:
            assert not re.search(r"<(?!/?b>)", note["text"]), "plotly would read this as markup"
        for trace in figure["data"]:
            for text in trace.get("hovertext", ()):
                assert not re.search(r"<(?!/?b>|br>)", text)


def test_scripts_run_by_their_hash_only(page):
    policy = dict(
        directive.split(" ", 1)
        for directive in page.find("//meta[@http-equiv='Content-Security-Policy']/@content")[0].split("; ")
    )
    scripts = [script.text for script in page.find("//script[not(@type)]")]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    }
    assert len(scripts) == 4
    assert set(policy["script-src"].split()) == hashes
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["img-src"] == "data: blob:"
    assert set(policy) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_the_page_asks_for_nothing(page):
    for element in page:
        assert "src" not in element.attrib
        assert element.get("href", "#").startswith("#")
    style = page.find("//style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    own = [script.text for script in page.find("//script") if "plotly.js v" not in script.text]
    assert not [script for script in own if re.search(r"https?:", script)]


def test_plotly_is_there_once_and_only_when_a_chart_is(placed):
    document = render_dashboard(placed, "zh")
    assert document.count("* plotly.js v") == 1
    bare = replace(placed.pairs[0], priorities=(), phrases=(), links=(), new_units=(), dropped_units=())
    without = render_dashboard(replace(placed, pairs=(bare,)), "zh")
    assert "plotly.js v" not in without
    assert len(without) < 500_000


# ---- the same every time -------------------------------------------------------------------------------


def test_the_same_comparison_gives_the_same_bytes(placed):
    assert render_dashboard(placed, "zh") == render_dashboard(placed, "zh")


RENDER = """
import hashlib, sys
from compare.comparison import compare_with_many
from corpora.reading import read_work_report
from reports.dashboard.page import render_dashboard
*earlier, later = (read_work_report(path) for path in sys.argv[1:])
print(hashlib.sha256(render_dashboard(compare_with_many(earlier, later), "zh").encode()).hexdigest())
"""


def test_the_same_files_give_the_same_bytes_whatever_the_hash_seed():
    paths = [str(SAMPLE / f"lanchuan-{year}.txt") for year in (2022, 2024, 2025)]
    digests = {
        subprocess.run(
            [sys.executable, "-c", RENDER, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
