"""The page as a document: safe, whole, the same every time, and each mark leads to the words it quotes."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import fields, replace
from importlib.resources import files
from itertools import pairwise
from string import Formatter

import pytest
from lxml import html

from compare.comparison import compare_reports, compare_with_many
from compare.model import Comparison, FindingKind, Overview, PhraseStatus
from corpora.model import Level, Span
from corpora.reading import read_work_report
from reports.dashboard import wording
from reports.dashboard.page import render_dashboard
from reports.dashboard.wording import PageWords, page_words
from reports.sentences import finding_sentence
from reports.vocabulary import Tone

LANGUAGES = ("zh", "en")
TEMPLATES = files("reports.dashboard") / "templates"
HOSTILE = "</script><img src=x onerror=alert(1)><!--{{ 7*7 }}&lt;b&gt;\"'><svg/onload=alert(2)>"
SAMPLE = files("corpora") / "data"


def parsed(document):
    return html.document_fromstring(document)


def by_id(root):
    return {element.get("id"): element for element in root.iter() if element.get("id")}


def text_of(element):
    return "".join(element.itertext())


def classes(element):
    return element.get("class", "").split()


def with_spans(change_report):
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


@pytest.fixture(scope="module")
def placed(comparison):
    return replace(comparison, pairs=tuple(with_spans(pair) for pair in comparison.pairs))


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, placed):
    return parsed(render_dashboard(placed, request.param))


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


def sample(*years):
    return [read_work_report(str(SAMPLE / f"lanchuan-{year}.txt")) for year in years]


# ---- safe ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(hostile, language):
    document = render_dashboard(hostile, language)
    root = parsed(document)
    assert not root.xpath("//img | //svg | //iframe | //object | //embed | //base | //link")
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert len(root.xpath("//script")) == 4
    assert HOSTILE in root.findtext(".//h1")
    assert HOSTILE in text_of(by_id(root)["p1-l-m1"])
    assert "49" not in text_of(by_id(root)["p1-l-m1"])


def test_hostile_text_stays_text_in_the_charts(hostile):
    root = parsed(render_dashboard(hostile, "zh"))
    figures = json.loads(by_id(root)["figures"].text)
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
        for directive in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].split("; ")
    )
    scripts = [script.text for script in page.xpath("//script[not(@type)]")]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    }
    assert len(scripts) == 3
    assert set(policy["script-src"].split()) == hashes
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["img-src"] == "data: blob:"
    assert set(policy) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}


def test_the_page_asks_for_nothing(page):
    for element in page.iter():
        assert "src" not in element.attrib
        assert element.get("href", "#").startswith("#")
    style = page.findtext(".//style")
    assert "url(" not in style
    assert "@import" not in style
    own = [script.text for script in page.xpath("//script") if "plotly.js v" not in script.text]
    assert not [script for script in own if re.search(r"https?:", script)]


def test_plotly_is_there_once_and_only_when_a_chart_is(placed):
    document = render_dashboard(placed, "zh")
    assert document.count("* plotly.js v") == 1
    bare = replace(placed.pairs[0], priorities=(), phrases=())
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


# ---- whole ---------------------------------------------------------------------------------------------


def test_every_unit_stands_on_the_page_once_and_as_it_is(page, placed):
    places = by_id(page)
    units = [element.get("id") for element in page.iter() if "unit" in classes(element)]
    expected = []
    for side, work_report in (("e", placed.pairs[0].earlier), ("l", placed.pairs[0].later)):
        for unit in work_report.units:
            expected.append(f"p1-{side}-{unit.id}")
            assert text_of(places[expected[-1]]) == unit.text
    assert Counter(units) == Counter(expected)


def test_ids_are_unique_and_every_link_leads_somewhere(page):
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    targets = {link.get("href")[1:] for link in page.xpath("//a")}
    assert targets <= set(ids)
    for name in ("aria-labelledby", "data-chart"):
        assert set(page.xpath(f"//@{name}")) <= set(ids)
    assert set(page.xpath("//select/option/@value")) - {""} <= set(ids) | {"review", "plan"}


def quoted(root, link):
    """What a link with a mark points at, by its offsets in code points."""
    start, end = map(int, link.get("data-mark").split("-"))
    return text_of(by_id(root)[link.get("href")[1:]])[start:end]


def assert_findings_lead_to_their_quotes(root, change_report, prefix="p1"):
    shown = root.xpath(f"//*[@id='{prefix}-findings']//li[contains(@class, 'finding')]")
    findings = sorted(change_report.findings, key=lambda finding: -finding.importance)
    assert len(shown) == len(findings)
    for item, finding in zip(shown, findings, strict=True):
        sides = ((change_report.earlier, finding.earlier), (change_report.later, finding.later))
        expected = [work_report.quote(span) for work_report, span in sides if span]
        links = item.xpath(".//a[@data-mark]")
        assert sorted(quoted(root, link) for link in links) == sorted(expected)
        for link in links:
            words = link.find("q")
            assert text_of(link if words is None else words) == quoted(root, link)


def test_every_finding_is_told_and_leads_to_its_quotes(page, placed):
    assert_findings_lead_to_their_quotes(page, placed.pairs[0])
    assert {finding.kind for finding in placed.pairs[0].findings} == set(FindingKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_the_sentences_every_output_has(placed, language):
    root = parsed(render_dashboard(placed, language))
    shown = [text_of(sentence) for sentence in root.xpath("//*[@class='sentence']")]
    findings = sorted(placed.pairs[0].findings, key=lambda finding: -finding.importance)
    assert shown == [finding_sentence(finding, placed.pairs[0], language) for finding in findings]


def test_a_sentence_that_quotes_a_text_leads_there_itself(placed):
    pair = placed.pairs[0]
    finding = next(finding for finding in pair.findings if finding.kind is FindingKind.PHRASE_NEW)
    start = pair.later.text.index("低空经济")
    finding = replace(finding, earlier=None, later=Span(start, start + 4))
    root = parsed(render_dashboard(replace(placed, pairs=(replace(pair, findings=(finding,)),)), "zh"))
    (link,) = root.xpath("//*[@class='sentence']//a")
    assert text_of(link) == quoted(root, link) == "低空经济"
    assert not root.xpath("//*[@class='finding']//q"), "the quote is not told twice"


def test_every_formulation_leads_to_its_words(page, placed):
    tables = page.xpath("//*[@id='p1-phrases']//table")
    assert len(tables) == len({phrase.status for phrase in placed.pairs[0].phrases})
    links = [link for table in tables for link in table.xpath(".//a[@data-mark]")]
    wanted = {
        text for p in placed.pairs[0].phrases for text in (p.text, p.earlier_text, p.later_text) if text
    }
    assert links
    assert {quoted(page, link) for link in links} <= wanted
    for phrase in placed.pairs[0].phrases:
        (cell,) = [
            th for table in tables for th in table.xpath(".//tbody//th") if phrase.text in text_of(th)
        ][:1]
        counts = [text_of(td) for td in cell.getparent().xpath("./td[contains(@class, 'n')]")]
        assert counts[:2] == [str(phrase.earlier_count), str(phrase.later_count)]


def test_years_of_formulations_are_shown_with_history_only(placed):
    def head(comparison):
        root = parsed(render_dashboard(comparison, "zh"))
        return [text_of(th) for th in root.xpath("(//*[@id='p1-phrases']//table)[1]//thead//th")]

    pair = replace(placed.pairs[0], history_years=())
    with_history, without = head(placed), head(replace(placed, pairs=(pair,)))
    assert [name for name in with_history if name not in without] == ["最早见于", "上次见于"]


def test_what_was_not_compared_and_left_out_is_told(placed):
    about = text_of(by_id(parsed(render_dashboard(placed, "zh")))["p1-about"])
    for told in ("预期目标", "承诺兑现", "尚未比较", "页码", "第 3 页", "图片说明", "没有读出任何标题"):
        assert told in about
    for fact in ("2023.txt", "2024.txt", f"{2023:064x}", "2019—2020、2023年，缺2021—2022年", "甲市"):
        assert fact in about


def test_counts_are_those_of_the_summary(placed):
    root = parsed(render_dashboard(placed, "zh"))
    big = {
        text_of(li.find(".//span")): text_of(li.find(".//b")) for li in root.xpath("//ul[@class='big']/li")
    }
    assert big == {"新出现": "2", "未再出现": "1", "改写、拆分、合并": "5", "移位": "1"}
    pair = placed.pairs[0]
    chips = {
        chip.get("data-kind"): text_of(chip.find("span[@class='count']"))
        for chip in root.xpath("//button[@data-kind]")
    }
    assert chips["new"] == str(len(pair.new_units))
    assert chips["moved"] == str(sum(link.moved for link in pair.links))
    rows = root.xpath("//*[@class and contains(concat(' ', @class, ' '), ' row ')]")
    for kind, count in chips.items():
        assert sum(kind in row.get("data-kinds").split() for row in rows) == int(count)


# ---- well made -----------------------------------------------------------------------------------------


def test_the_document_is_one_a_reader_of_any_kind_can_use(page):
    assert page.get("lang") in {"zh-CN", "en"}
    assert page.findtext(".//title").strip() == text_of(page.find(".//h1"))
    for landmark in ("main", "header", "nav", "footer"):
        assert len(page.xpath(f"//body/{landmark}")) == 1
    assert page.xpath("//body/a[1]/@href") == ["#content"]
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    for figure in page.xpath("//div[@role='img']"):
        assert figure.get("aria-label")
    for control in page.xpath("//input | //select"):
        assert control.get("aria-label")


def test_quotes_are_marked_as_chinese_on_an_english_page(placed):
    root = parsed(render_dashboard(placed, "en"))
    assert root.get("lang") == "en"
    assert {cell.get("lang") for cell in root.xpath("//*[contains(@class, 'cell')]")} == {"zh-CN"}
    assert set(root.xpath("//q/@lang")) == {"zh-CN"}


@pytest.mark.parametrize("field", [field.name for field in fields(PageWords)])
def test_words_stand_in_both_languages_with_the_same_places_and_are_used(field):
    zh, en = getattr(wording.ZH, field), getattr(wording.EN, field)
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
    assert any(re.search(rf"\b(?:w|words|page_words\([^)]*\))\.{field}\b", source) for source in sources)


def test_only_chinese_pages_are_in_chinese():
    assert page_words("zh") is wording.ZH
    assert page_words("en") is page_words("fr") is wording.EN
    assert not [text for text in map(str, fields_of(wording.EN)) if re.search("[\u4e00-\u9fff]", text)]


def fields_of(words):
    return [getattr(words, field.name) for field in fields(words)]


# ---- colours -------------------------------------------------------------------------------------------


def palettes():
    """The colours of the style sheet, light and dark."""
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
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


# ---- several pairs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_pairs_open_with_the_overview(comparison_of_many, language):
    root = parsed(render_dashboard(comparison_of_many, language))
    assert [section.get("id") for section in root.xpath("//main/section")] == ["overview", "p1", "p2"]
    overview = text_of(by_id(root)["overview"])
    for year in ("2021", "2022", "2023"):
        assert year in overview
    assert [pair.get("data-chosen") for pair in root.xpath("//*[@class='pair']")] == ["false", "true"]
    assert root.xpath("//a[@data-pair and @aria-current]/@data-pair") == ["p2"]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in root.xpath("//a")} <= set(ids)


def test_the_overview_tells_the_first_year_and_leads_into_that_years_text(comparison_of_many):
    root = parsed(render_dashboard(comparison_of_many, "zh"))
    rows = root.xpath("(//*[@id='overview']//table)[1]/tbody/tr")
    assert [text_of(row.xpath("./td[last()]")[0]) for row in rows] == ["2021", "+均未见"]
    links = rows[0].xpath("./td/a")
    assert [link.get("href") for link in links] == ["#p1-e-s3", "#p2-e-s3"]
    assert [text_of(link) for link in links] == ["第2项", "第2项"]
    assert rows[0].xpath("./th/a/@href") == ["#p1-l-s2"]
    ages = {
        text_of(li.find(".//span/span")): text_of(li.find(".//b"))
        for li in root.xpath("//*[@id='overview']/ul/li")
    }
    assert ages == {"条举措最早见于2023年": "1", "条举措在所给报告中均未见": "1"}


# ---- small and strange ---------------------------------------------------------------------------------


def test_a_report_compared_with_itself_is_all_kept_and_folded(later):
    pair = compare_reports(later, later)
    root = parsed(render_dashboard(Comparison((pair,), Overview((2024,), (), (), ())), "zh"))
    assert "两个文本之间没有发现变化" in text_of(by_id(root)["p1-findings"])
    assert [chip.get("data-kind") for chip in root.xpath("//button[@data-kind]")] == ["kept"]
    assert not root.xpath("//*[contains(@class, 'is-changed')]")
    assert not root.xpath("//*[@class='rows']//ins | //*[@class='rows']//del")


def test_nothing_found_is_said(placed):
    bare = replace(placed.pairs[0], priorities=(), phrases=(), findings=(), not_compared=())
    root = parsed(render_dashboard(replace(placed, pairs=(bare,)), "zh"))
    whole = text_of(root.find(".//main"))
    for said in ("没有发现新出现或未再出现的提法", "没有读出分列的工作任务", "两个文本全部作了比较"):
        assert said in whole
    assert not root.xpath("//*[@class='chart']")


@pytest.mark.parametrize("status", PhraseStatus)
def test_a_formulation_without_place_is_shown_without_link(placed, status):
    pair = placed.pairs[0]
    phrase = replace(pair.phrases[0], status=status, earlier_spans=(), later_spans=())
    root = parsed(render_dashboard(replace(placed, pairs=(replace(pair, phrases=(phrase,)),)), "zh"))
    assert phrase.text in text_of(by_id(root)["p1-phrases"])


# ---- real reports --------------------------------------------------------------------------------------


def assert_page_is_whole(comparison, root):
    for number, pair in enumerate(comparison.pairs, start=1):
        assert_findings_lead_to_their_quotes(root, pair, f"p{number}")
        for side, work_report in (("e", pair.earlier), ("l", pair.later)):
            for unit in work_report.units:
                assert text_of(by_id(root)[f"p{number}-{side}-{unit.id}"]) == unit.text


def test_the_sample_is_shown_whole():
    *earlier, later = sample(2021, 2024, 2025)
    comparison = compare_with_many(earlier, later)
    root = parsed(render_dashboard(comparison, "zh"))
    assert len(root.xpath("//*[@class='unit' or contains(@class, 'unit ')]")) == sum(
        len(work_report.units) for pair in comparison.pairs for work_report in (pair.earlier, pair.later)
    )
    assert [unit for unit in comparison.pairs[0].later.units if unit.level is Level.SECTION]


@pytest.mark.parametrize(("earlier", "later"), [(2024, 2025), (2016, 2017)])
def test_real_pairs_are_shown_whole_and_small(shared, earlier, later):
    folder = shared / "corpus" / "national"
    reports = [read_work_report(str(folder / f"{year}.txt")) for year in (earlier, later)]
    comparison = compare_with_many(reports[:1], reports[1])
    document = render_dashboard(comparison, "zh")
    assert len(document.encode()) <= 6_500_000
    root = parsed(document)
    assert_page_is_whole(comparison, root)
    for link in root.xpath("//a[@data-mark]"):
        assert quoted(root, link)
