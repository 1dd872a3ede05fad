"""Two places, or two texts of one year, stand side by side: every output says which of them has what."""

import io
import re

import docx
import openpyxl
import pytest
from msgspec.structs import replace

from compare.model import Channel, Comparison, Direction, FindingKind, PhraseStatus, PriorityStatus
from compare.overview import Overview
from compare.undertakings.model import TargetChangeKind
from corpora.model import TextKind
from reports.blocks import Heading
from reports.circular.document import render_circular
from reports.dashboard.page import render_dashboard
from reports.html_document import render_html
from reports.markdown import render_markdown
from reports.terminal import render_terminal
from reports.views.change import pair_title, view_comparison
from reports.views.context import EVERYTHING, SCREEN, digest_notes
from reports.views.formulations import history_line
from reports.words.aside import ASIDE
from reports.words.pairs import is_through_time, pair_channel_label, pair_word, side_labels, text_names
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import Outcome
from reports.workbook.book import render_workbook

# What is only true where time lies between the texts; none of the made-up quotes holds such words.
OF_TIME = re.compile(
    r"^变化$|新出现|未再|新列|新提|新举措|新目标|重新出现|换了说法|改为|变为|升至|降至|移到|移位|文本文本|（所查年份：）|增写"
    r"|no longer|\b[Nn]ew (in|formulation|measure|target|priority)|now reads|becomes|goes from|is back"
    r"|\(years looked at: \)|rises from|falls from|moves from|reworded"
)
UNTOUCHED = {FindingKind.TARGET_MISSED, FindingKind.PROMISES_SILENT}  # told only of a year and the next


def aside(change_report, kind):
    """The hand-made pair as two places of one year, or as two texts of one report."""
    earlier = replace(change_report.earlier, year=2024, place="乙省" if kind == "places" else "甲市")
    findings = tuple(each for each in change_report.findings if each.kind not in UNTOUCHED)
    return replace(
        change_report, earlier=earlier, findings=findings, history_years=(), outcomes=(), promises=()
    )


@pytest.fixture(params=["places", "texts"])
def pair(request, change_report):
    return aside(change_report, request.param)


@pytest.fixture
def comparison(pair):
    return Comparison((pair,), Overview((), (), (), ()))


@pytest.mark.parametrize(
    ("one", "other", "through_time"),
    [
        ((2023, "甲市"), (2024, "甲市"), True),
        ((2020, "甲市"), (2024, "甲市"), True),
        ((2024, "甲市"), (2024, "甲市"), False),
        ((2024, "乙省"), (2024, "甲市"), False),
        ((2023, "乙省"), (2024, "甲市"), False),
    ],
)
def test_only_one_place_in_two_years_is_told_through_time(change_report, one, other, through_time):
    pair = replace(
        change_report,
        earlier=replace(change_report.earlier, year=one[0], place=one[1]),
        later=replace(change_report.later, year=other[0], place=other[1]),
    )
    assert is_through_time(pair) is through_time


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (
            FindingKind.PRIORITY_NEW,
            "只有甲市单列任务“扩大内需”，乙省文本未见对应任务。",
            "Only the 甲市 text lists the priority “扩大内需”; no such priority was found in the 乙省 text.",
        ),
        (
            FindingKind.MEASURE_DROPPED,
            "举措“扩大内需”只见于乙省文本。",
            "The measure “扩大内需” was found only in the 乙省 text.",
        ),
        (
            FindingKind.TARGET_NEW,
            "目标“生产总值增速”只见于甲市文本：“地区生产总值增长5.5%左右”。",
            "Target, GDP growth: found only in the 甲市 text, “地区生产总值增长5.5%左右”.",
        ),
        (
            FindingKind.TARGET_CHANGED,
            "目标“生产总值增速”：乙省为“地区生产总值增长6%左右”，甲市为“地区生产总值增长5.5%左右”（甲市数值较低，-0.5 个百分点）。",
            "Target, GDP growth: “地区生产总值增长6%左右” in the 乙省 text, “地区生产总值增长5.5%左右” in the 甲市 text (lower in 甲市, -0.5 points).",
        ),
        (
            FindingKind.PHRASE_NEW,
            "提法“低空经济”只见于甲市文本。",
            "The formulation “低空经济” was found only in the 甲市 text, not in the 乙省 text.",
        ),
        (
            FindingKind.PHRASE_REWORDED,
            "提法不同：乙省为“扩大内需”，甲市为“全力扩大内需”。",
            "The formulation reads “扩大内需” in the 乙省 text and “全力扩大内需” in the 甲市 text.",
        ),
        (
            FindingKind.NEGATION_CHANGED,
            "否定不同：乙省为“不搞大水漫灌”，甲市为“搞大水漫灌”。",
            "A negation differs: “不搞大水漫灌” in the 乙省 text, “搞大水漫灌” in the 甲市 text.",
        ),
    ],
)
def test_sentences_of_two_places(change_report, kind, zh, en):
    pair = aside(change_report, "places")
    (found,) = [each for each in pair.findings if each.kind is kind]
    assert finding_sentence(found, pair, "zh") == zh
    assert finding_sentence(found, pair, "en") == en


def test_two_texts_of_one_report_are_called_by_their_order(change_report):
    pair = aside(change_report, "texts")
    (found,) = [each for each in pair.findings if each.kind is FindingKind.PHRASE_NEW]
    assert finding_sentence(found, pair, "zh") == "提法“低空经济”只见于后一份文本。"
    assert "only in the later text, not in the earlier text." in finding_sentence(found, pair, "en")
    assert side_labels(pair, "zh") == text_names(pair, "zh") == ("前一份", "后一份")
    assert side_labels(aside(change_report, "places"), "en") == ("text 1", "text 2")


@pytest.mark.parametrize("kind", sorted(set(FindingKind) - UNTOUCHED))
def test_no_finding_is_told_through_time(pair, kind):
    (found,) = [each for each in pair.findings if each.kind is kind]
    for language, stop in (("zh", "。"), ("en", ".")):
        for finding in (found, replace(found, values=())):
            told = finding_sentence(finding, pair, language)
            assert told.endswith(stop)
            assert not OF_TIME.search(told), told


def test_an_own_past_is_told_apart_from_the_other_text(change_report):
    pair = replace(aside(change_report, "places"), history_years=(2021, 2023))
    (found,) = [each for each in pair.findings if each.kind is FindingKind.PHRASE_NEW]
    told = finding_sentence(found, pair, "zh")
    assert told == "提法“低空经济”只见于甲市文本，甲市此前文本也未见（所查年份：2021、2023年，缺2022年）。"
    assert history_line(pair, "zh") == "另查甲市往年报告，所查年份：2021、2023年，缺2022年"
    assert history_line(aside(change_report, "places"), "zh") == "只比较这两份文本，没有查其他年份"


@pytest.mark.parametrize("enum", ASIDE)
def test_labels_of_one_enum_differ_in_every_language(enum, pair):
    for language in ("zh", "en"):
        assert len({pair_word(kind, pair).label(language) for kind in enum}) == len(enum)


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (Outcome.NEW, "仅见于甲市", "only in 甲市"),
        (Outcome.DROPPED, "仅见于乙省", "only in 乙省"),
        (PriorityStatus.DROPPED, "仅乙省单列", "listed only in 乙省"),
        (PhraseStatus.CARRIED, "两者都有", "in both"),
        (TargetChangeKind.RAISED, "甲市数值较高", "higher in 甲市"),
        (Channel.NUMBER, "数字", "number"),
    ],
)
def test_labels_name_the_text_that_has_it(change_report, kind, zh, en):
    entry = pair_word(kind, aside(change_report, "places"))
    assert (entry.zh, entry.en) == (zh, en)


def test_the_way_of_a_change_is_that_of_the_second_text(change_report):
    pair = aside(change_report, "places")
    assert pair_channel_label(Channel.STRENGTH, Direction.WEAKER, pair, "zh") == "力度：甲市较弱"
    assert pair_channel_label(Channel.STRENGTH, Direction.WEAKER, pair, "en") == "strength: weaker in 甲市"
    assert pair_channel_label(Channel.STRENGTH, Direction.WEAKER, change_report, "zh") == "力度减弱"
    assert pair_channel_label(Channel.STRENGTH, None, pair, "zh") == "力度"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_output_tells_of_time(comparison, language):
    blocks = view_comparison(comparison, language, EVERYTHING)
    for text in (
        render_terminal(view_comparison(comparison, language, SCREEN)),
        render_markdown(blocks),
        render_html(blocks, title="x", language=language, quoted="zh"),
    ):
        assert not OF_TIME.search(text), OF_TIME.search(text)


def words_of_page(page):
    """What a reader sees of a page, in both languages: no styles, no program, no names that stay stable."""
    shown = re.sub(r"<style.*?</style>|<script.*?</script>", "", page, flags=re.DOTALL)
    shown = re.sub(r' (data-(?!w)[a-z-]+|class|id|href)=("[^"]*"|[^ >]*)', "", shown)
    return shown + "".join(re.findall(r"<script[^>]*json[^>]*>.*?</script>", page, flags=re.DOTALL))


def test_the_page_does_not_tell_of_time_in_either_language(comparison):
    assert not OF_TIME.search(words_of_page(render_dashboard(comparison, "zh")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_circular_does_not_tell_of_time(comparison, language):
    document = docx.Document(io.BytesIO(render_circular(comparison, language)))
    texts = [each.text for each in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert [text for text in texts if OF_TIME.search(text)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_does_not_tell_of_time(comparison, language):
    workbook = openpyxl.load_workbook(io.BytesIO(render_workbook(comparison, language)))
    first, *sheets, _dictionary = workbook.worksheets
    rows = [*first.iter_rows(values_only=True)]
    rows += [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    assert [cell for row in rows for cell in row if isinstance(cell, str) and OF_TIME.search(cell)] == []


def test_a_pair_through_time_is_told_as_before(change_report):
    comparison = Comparison((change_report,), Overview((), (), (), ()))
    text = render_terminal(view_comparison(comparison, "zh", SCREEN))
    assert {"新出现", "未再出现"} <= set(re.findall(r"新出现|未再出现|仅见于", text))
    assert "仅见于" not in text


def test_an_english_name_that_is_no_place_stands_with_its_noun(change_report):
    assert pair_word(Outcome.NEW, aside(change_report, "texts")).en == "only in the later text"


def test_what_a_digest_lacks_the_report_may_have(change_report):
    digest = replace(change_report, later=replace(change_report.later, kind=TextKind.DIGEST))
    assert digest_notes(digest, "zh") == ("2024年只有新闻摘要：其中未见的内容，报告原文不一定没有。",)
    assert digest_notes(change_report, "zh") == ()
    comparison = Comparison((digest,), Overview((), (), (), ()))
    assert "只有新闻摘要" in render_terminal(view_comparison(comparison, "zh", SCREEN), width=200)
    assert "只有新闻摘要" in render_dashboard(comparison, "zh")


def test_titles_say_what_is_compared(change_report):
    texts = aside(change_report, "texts")
    assert pair_title(texts, "zh") == "甲市 2024 年政府工作报告两份文本对比"
    assert pair_title(texts, "en") == "甲市: two texts of the 2024 work report compared"
    assert isinstance(
        view_comparison(Comparison((texts,), Overview((), (), (), ())), "zh", SCREEN)[0], Heading
    )
