"""The page is whole, and each of its marks leads to the words it speaks of."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec.structs import replace

from compare.comparison import compare_reports, compare_with_many
from compare.model import Comparison, FindingKind, PhraseStatus
from compare.overview import Overview
from corpora.model import Span
from corpora.reading import read_work_report
from reports.dashboard.page import render_dashboard
from reports.words.quoting import nested
from reports.words.sentences import finding_sentence

LANGUAGES = ("zh", "en")
TEMPLATES = files("reports.dashboard") / "templates"
HOSTILE = "</script><img src=x onerror=alert(1)><!--{{ 7*7 }}&lt;b&gt;\"'><svg/onload=alert(2)>"
SAMPLE = files("corpora") / "data"


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, placed, read_page):
    return read_page(render_dashboard(placed, request.param))


# ---- whole ---------------------------------------------------------------------------------------------


def test_every_unit_stands_on_the_page_once_and_as_it_is(page, placed):
    places = page.places
    units = [element.get("id") for element in page if "unit" in element.get("class", "").split()]
    expected = []
    for side, work_report in (("e", placed.pairs[0].earlier), ("l", placed.pairs[0].later)):
        for unit in work_report.units:
            expected.append(f"p1-{side}-{unit.id}")
            assert page.words(places[expected[-1]]) == unit.text
    assert Counter(units) == Counter(expected)


def test_ids_are_unique_and_every_link_leads_somewhere(page):
    ids = [element.get("id") for element in page if element.get("id")]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    targets = {link.get("href")[1:] for link in page.find("//a")}
    assert targets <= set(ids)
    for name in ("aria-labelledby", "data-chart"):
        assert {each for named in page.find(f"//@{name}") for each in named.split()} <= set(ids)
    assert set(page.find("//select/option/@value")) - {""} <= set(ids) | {"review", "plan"}


def assert_findings_lead_to_their_quotes(page, change_report, prefix="p1"):
    shown = page.find(f"//*[@id='{prefix}-findings']//li[contains(@class, 'finding')]")
    findings = sorted(change_report.findings, key=lambda finding: -finding.importance)
    assert len(shown) == len(findings)
    for item, finding in zip(shown, findings, strict=True):
        sides = ((change_report.earlier, finding.earlier), (change_report.later, finding.later))
        expected = [work_report.quote(span) for work_report, span in sides if span and len(span)]
        tellings = item.xpath("./div[@data-tongue]")
        assert [telling.get("data-tongue") for telling in tellings] == ["zh-CN", "en"]
        shared = item.xpath("./div[not(@data-tongue)]//a[@data-mark]")
        for telling in tellings:
            links = telling.xpath(".//a[@data-mark]") + shared
            assert sorted(page.quoted(link) for link in links) == sorted(expected)
            for link in links:
                words = link.find("q")
                text = page.quoted(link)
                # Between marks of ours the quote's own are those of the next level.
                assert page.words(link if words is None else words) in (text, nested(text))


def test_every_finding_is_told_and_leads_to_its_quotes(page, placed):
    assert_findings_lead_to_their_quotes(page, placed.pairs[0])
    assert {finding.kind for finding in placed.pairs[0].findings} == set(FindingKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_the_sentences_every_output_has(placed, language, shown):
    page = shown(placed, "zh")
    tag = {"zh": "zh-CN", "en": "en"}[language]
    shown = [page.words(each) for each in page.find(f"//*[@data-tongue='{tag}']/*[@class='sentence']")]
    findings = sorted(placed.pairs[0].findings, key=lambda finding: -finding.importance)
    assert shown == [finding_sentence(finding, placed.pairs[0], language) for finding in findings]


def test_a_sentence_that_quotes_a_text_leads_there_itself(placed, shown):
    pair = placed.pairs[0]
    finding = next(finding for finding in pair.findings if finding.kind is FindingKind.PHRASE_NEW)
    start = pair.later.text.index("低空经济")
    finding = replace(finding, earlier=None, later=Span(start, start + 4))
    page = shown(replace(placed, pairs=(replace(pair, findings=(finding,)),)))
    links = page.find("//*[@class='sentence']//a")
    assert [(page.words(link), page.quoted(link)) for link in links] == [("低空经济", "低空经济")] * 2
    assert not page.find("//*[@class='finding']//q"), "the quote is not told twice"


def test_every_formulation_leads_to_its_words(page, placed):
    tables = page.find("//*[@id='p1-phrases']//table")
    assert len(tables) == len({phrase.status for phrase in placed.pairs[0].phrases})
    links = [link for table in tables for link in table.xpath(".//a[@data-mark]")]
    wanted = {
        text for p in placed.pairs[0].phrases for text in (p.text, p.earlier_text, p.later_text) if text
    }
    assert links
    assert {page.quoted(link) for link in links} <= wanted
    for phrase in placed.pairs[0].phrases:
        (cell,) = [
            th for table in tables for th in table.xpath(".//tbody//th") if phrase.text in page.words(th)
        ][:1]
        counts = [page.words(td) for td in cell.getparent().xpath("./td")]
        assert counts[:2] == [str(phrase.earlier_count), str(phrase.later_count)]


def test_years_of_formulations_are_shown_with_history_only(placed, shown):
    def head(comparison):
        page = shown(comparison)
        return [page.words(th) for th in page.find("(//*[@id='p1-phrases']//table)[1]//thead//th")]

    pair = replace(placed.pairs[0], history_years=())
    with_history, without = head(placed), head(replace(placed, pairs=(pair,)))
    assert [name for name in with_history if name not in without] == ["最早见于", "上次见于"]


def test_what_was_not_compared_and_left_out_is_told(placed, shown):
    about = shown(placed).text("p1-about")
    for told in ("预期目标", "承诺兑现", "尚未比较", "页码", "第 3 页", "图片说明", "没有读出任何标题"):
        assert told in about
    for fact in ("2023.txt", "2024.txt", f"{2023:064x}", "2019—2020、2023年，缺2021—2022年", "甲市"):
        assert fact in about


def test_targets_and_promises_are_told_as_not_yet_compared_never_as_none(shown, placed):
    page = shown(placed)
    told = [page.words(section).split() for section in page.find("//*[@class='awaited']/section")]
    assert told == [["预期目标", "尚未比较"], ["承诺兑现", "尚未比较"]]
    compared = replace(placed.pairs[0], not_compared=())
    assert not shown(replace(placed, pairs=(compared,))).find("//*[@class='awaited']")


def test_counts_are_those_of_the_summary(placed, shown):
    page = shown(placed)
    numbers = page.find("//ul[@class='big']/li")
    big = {page.words(li.find(".//span")): page.words(li.find(".//b")) for li in numbers}
    assert big == {"新出现": "3", "未再出现": "2", "改写、拆分、合并": "7", "移位": "2"}
    pair = placed.pairs[0]
    chips = {
        chip.get("data-kind"): page.words(chip.find("span[@class='count']"))
        for chip in page.find("//button[@data-kind]")
    }
    for number in numbers:
        kinds = number.find("a").get("data-filter").split()
        assert sum(int(chips.get(kind, 0)) for kind in kinds) == int(page.words(number.find(".//b")))
    assert chips["new"] == str(len(pair.new_units))
    assert chips["moved"] == str(sum(link.moved for link in pair.links))
    rows = page.find("//*[@class and contains(concat(' ', @class, ' '), ' row ')]")
    for kind, count in chips.items():
        assert sum(kind in row.get("data-kinds").split() for row in rows) == int(count)


# Where each part of the page is explained.
EXPLAINED = {
    "findings": "First screen",
    "priorities": "Ranks of the priorities",
    "themes": "Formulations by theme",
    "phrases": "Formulations one by one",
    "targets": "Targets and outcomes",
    "outcomes": "Targets and outcomes",
    "promises": "Undertakings",
    "doubts": "About this comparison",
    "flow": "Where each part went",
    "spread": "Where the changes lie",
    "texts": "Texts side by side",
    "about": "About this comparison",
}


def test_every_part_stands_in_the_contents_and_is_explained(sample, shown):
    page = shown(sample)
    guide = (Path(__file__).parents[3] / "docs" / "dashboard.md").read_text(encoding="utf-8")
    listed = [link.get("href").removeprefix("#p1-") for link in page.find("//*[@data-parts='p1']//a")]
    parts = page.find("//*[@id='p1']//section[@id]/@id | //*[@id='p1']//*[@class='first']/section/@id")
    assert set(listed) == {part.removeprefix("p1-") for part in parts}
    for part in listed:
        assert f"\n## {EXPLAINED[part]}\n" in guide


# ---- several pairs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_pairs_open_with_the_overview(comparison_of_many, language, shown):
    page = shown(comparison_of_many, language)
    assert [section.get("id") for section in page.find("//main/section")] == ["overview", "p1", "p2"]
    overview = page.text("overview")
    for year in ("2021", "2022", "2023"):
        assert year in overview
    assert [pair.get("data-chosen") for pair in page.find("//*[@class='pair']")] == ["false", "true"]
    assert page.find("//a[@data-pair and @aria-current]/@data-pair") == ["p2"]
    ids = [element.get("id") for element in page if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in page.find("//a")} <= set(ids)


def test_the_overview_tells_the_first_year_and_leads_into_that_years_text(comparison_of_many, shown):
    page = shown(comparison_of_many)
    rows = page.find("(//*[@id='overview']//table)[1]/tbody/tr")
    assert [page.words(row.xpath("./td[last()]")[0]) for row in rows] == ["2021", "+均未见"]
    links = rows[0].xpath("./td/a")
    assert [link.get("href") for link in links] == ["#p1-e-s3", "#p2-e-s3"]
    assert [page.words(link) for link in links] == ["第2项", "第2项"]
    assert rows[0].xpath("./th/a/@href") == ["#p1-l-s2"]
    ages = {
        page.words(li.find(".//span/span")): page.words(li.find(".//b"))
        for li in page.find("//*[@id='overview']/ul/li")
    }
    assert ages == {"条举措最早见于2023年": "1", "条举措在所给报告中均未见": "1"}


# ---- small and strange ---------------------------------------------------------------------------------


def test_a_report_compared_with_itself_is_all_kept_and_folded(later, shown):
    pair = compare_reports(later, later)
    page = shown(Comparison((pair,), Overview((2024,), (), (), ())))
    assert "两个文本之间没有发现不同" in page.text("p1-findings")
    assert [chip.get("data-kind") for chip in page.find("//button[@data-kind]")] == ["kept"]
    assert not page.find("//*[contains(@class, 'is-changed')]")
    assert not page.find("//*[@class='rows']//ins | //*[@class='rows']//del")


def test_nothing_found_is_said(placed, shown):
    bare = replace(
        placed.pairs[0],
        **dict.fromkeys(("priorities", "phrases", "findings", "not_compared", "links", "new_units"), ()),
        dropped_units=(),
    )
    page = shown(replace(placed, pairs=(bare,)))
    whole = page.words(page.find("//main")[0])
    for said in ("没有发现新出现或未再出现的提法", "没有读出分列的工作任务", "两个文本全部作了比较"):
        assert said in whole
    assert not page.find("//*[@class='chart']")


@pytest.mark.parametrize("status", PhraseStatus)
def test_a_formulation_without_place_is_shown_without_link(placed, status, shown):
    pair = placed.pairs[0]
    phrase = replace(pair.phrases[0], status=status, earlier_spans=(), later_spans=())
    page = shown(replace(placed, pairs=(replace(pair, phrases=(phrase,)),)))
    assert phrase.text in page.text("p1-phrases")


# ---- real reports --------------------------------------------------------------------------------------


def assert_page_is_whole(comparison, page):
    for number, pair in enumerate(comparison.pairs, start=1):
        assert_findings_lead_to_their_quotes(page, pair, f"p{number}")
        for side, work_report in (("e", pair.earlier), ("l", pair.later)):
            for unit in work_report.units:
                assert page.text(f"p{number}-{side}-{unit.id}") == unit.text


def test_the_sample_is_shown_whole(shown):
    *earlier, later = (read_work_report(str(SAMPLE / f"lanchuan-{year}.txt")) for year in (2021, 2024, 2025))
    comparison = compare_with_many(earlier, later)
    assert_page_is_whole(comparison, shown(comparison))


@pytest.mark.parametrize(("earlier", "later"), [(2024, 2025), (2016, 2017)])
def test_real_pairs_are_shown_whole_and_small(shared, earlier, later, read_page):
    folder = shared / "corpus" / "national"
    reports = [read_work_report(str(folder / f"{year}.txt")) for year in (earlier, later)]
    comparison = compare_with_many(reports[:1], reports[1])
    document = render_dashboard(comparison, "zh")
    assert len(document.encode()) <= 6_500_000
    page = read_page(document)
    assert_page_is_whole(comparison, page)
    for link in page.find("//a[@data-mark]"):
        assert page.quoted(link)


def test_a_page_of_three_real_years_holds_plotly_once_and_little_else(shared):
    folder = shared / "corpus" / "national"
    *earlier, later = (read_work_report(str(folder / f"{year}.txt")) for year in (2023, 2024, 2025))
    document = render_dashboard(compare_with_many(earlier, later), "zh")
    assert document.count("plotly.js v") == 1
    assert len(document.encode()) <= 7_250_000
