"""Histories of real reports; skipped where ../shared is missing. Figures and years were read by hand."""

import pytest

from compare.comparison import compare_reports
from compare.history.concordance import ask, find_uses
from compare.history.model import CellKind, VariantKind
from compare.history.story import tell_history
from compare.model import PhraseStatus
from compare.undertakings.model import Period
from corpora.reading import read_work_report


@pytest.fixture(scope="module")
def national(shared):
    """The reports of the State Council, by year."""
    paths = sorted((shared / "corpus" / "national").glob("*.txt"))
    return {int(path.stem): read_work_report(path) for path in paths}


@pytest.fixture(scope="module")
def history(national):
    return tell_history(list(national.values()))


# -- one stance, with and without history ---------------------------------------------------------------------

STANCE = "适度宽松的货币政策"


def statuses(change_report, text):
    return {phrase.status: phrase for phrase in change_report.phrases if text in phrase.text}


def test_a_stance_is_new_for_the_pair_alone_and_returning_with_the_history(national):
    alone = statuses(compare_reports(national[2024], national[2025]), STANCE)
    assert PhraseStatus.NEW in alone
    assert PhraseStatus.RETURNING not in alone

    others = [report for year, report in national.items() if year not in (2024, 2025)]
    known = statuses(compare_reports(national[2024], national[2025], history=others), STANCE)
    assert PhraseStatus.NEW not in known
    assert (known[PhraseStatus.RETURNING].first_year, known[PhraseStatus.RETURNING].last_year) == (2009, 2013)


# -- searches: what published "firsts" went wrong about -------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "years"),
    [
        (STANCE, (2009, 2010, 2011, 2013, 2025)),
        ("工业互联网", (2015, 2018, 2019, 2023, 2024, 2025)),
        ("营业税改征增值税", (2012, 2013)),
        ("营改增", (2014, 2015, 2016, 2017, 2018, 2023)),
        ("分享经济", (2016, 2017)),
        ("共享经济", (2018, 2019)),
        ("人地钱挂钩", (2016, 2024)),
        ("双创升级版", (2018,)),
        ("智能机器人", (2014, 2025)),
        ("提高个人所得税起征点", (2008, 2018, 2019)),
        ("氢能", (2024,)),
        ("加氢", (2019,)),
        ("三农", (*range(2003, 2019), 2024, 2025)),
    ],
)
def test_the_years_of_a_phrase(national, phrase, years):
    assert find_uses(list(national.values()), ask(phrase)).years_with == years


def test_a_word_that_runs_over_a_phrase_makes_no_first_year(national):
    uses = find_uses(list(national.values()), ask("高质量"))
    crossing = {each.use.year for each in uses.found if each.use.crosses}
    assert {1988, 1993, 2005} <= crossing
    assert not {1988, 1993, 2005} & set(uses.years_with)


# -- lineages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("forms", "kind"),
    [
        (("营业税改征增值税", "营改增"), VariantKind.ABBREVIATION),
        (("分享经济", "共享经济"), VariantKind.WORD),
        (("社会管理", "社会治理"), VariantKind.WORD),
        (("稳健的货币政策", "适度宽松的货币政策"), VariantKind.MODIFIER),
        (("积极的财政政策", "更加积极的财政政策"), VariantKind.INSERTED),
        (("新型合作医疗制度", "新型农村合作医疗制度"), VariantKind.INSERTED),
    ],
)
def test_variants_of_one_formulation(history, forms, kind):
    found = [
        {member.text.strip("“”"): member for member in lineage.members}
        for lineage in history.lineages
        if set(forms) <= {member.text.strip("“”") for member in lineage.members}
    ]
    (members,) = found
    assert kind in {members[form].kind for form in forms}


@pytest.mark.parametrize(
    ("one", "other"), [("东部地区", "西部地区"), ("“十一五”规划", "“十二五”规划"), ("财政政策", "货币政策")]
)
def test_counterparts_and_other_plans_are_no_variants(history, one, other):
    together = [
        lineage
        for lineage in history.lineages
        if any(one in member.text for member in lineage.members)
        and any(other in member.text for member in lineage.members)
    ]
    assert together == []


# -- the panel of targets, every printed value from 2004 on ---------------------------------------------------

YEARS = (*range(2004, 2020), 2023, 2024, 2025)
PANEL = {
    "生产总值增速": (
        "7左右 8左右 8左右 8左右 8左右 8左右 8左右 8左右 7.5 7.5左右 7.5左右 7左右 6.5-7 6.5左右 6.5左右 6-6.5 "
        "5左右 5左右 5左右"
    ),
    "居民消费价格涨幅": (
        "- 4 3 3以内 4.8左右 4左右 3左右 4左右 4左右 3.5左右 3.5左右 3左右 3左右 3左右 3左右 3左右 "
        "3左右 3左右 2左右"
    ),
    "城镇新增就业": (
        "900 900 900 900不低于 1000 900以上 900以上 900以上 900以上 900以上 1000以上 1000以上 1000以上 1100以上 "
        "1100以上 1100以上 1200左右 1200以上 1200以上"
    ),
    "城镇登记失业率": (
        "- 4.6 4.6 4.6以内 4.5左右 4.6以内 4.6以内 4.6以内 4.6以内 4.6低于 4.6以内 4.5以内 4.5以内 4.5以内 "
        "4.5以内 4.5以内 - - -"
    ),
    "城镇调查失业率": "- - - - - - - - - - - - - - 5.5以内 5.5左右 5.5左右 5.5左右 5.5左右",
    "赤字率": "- - - - - 3以内 - 2左右 1.5左右 2左右 2.1 2.3 3 3 2.6 2.8 3 3 4左右",
    "赤字规模": (
        "- - - - - 9500 10500 9000 8000 1.2 13500 1.62 2.18 2.38 2.38 2.76 - 4.06 5.66"
    ),
    "中央财政赤字": "- 3000 2950 2450 1800 7500 8500 7000 5500 8500 9500 1.12 1.4 1.55 1.55 1.83 - - -",
    "广义货币M2": "- - - - - 17左右 17左右 16 14 13左右 13左右 12左右 13左右 12左右 ? ? ? ? ?",
}  # fmt: skip


@pytest.mark.parametrize("indicator", PANEL)
def test_the_panel_of_targets(history, indicator):
    (row,) = [row for row in history.targets if (row.indicator, row.period) == (indicator, Period.YEAR)]
    cells = {cell.year: cell for cell in row.cells}
    assert {year: written(cells[year]) for year in YEARS} == dict(
        zip(YEARS, PANEL[indicator].split(), strict=True)
    )


def written(cell):
    """A cell as the table above has it: - for absent, ? for words without a number."""
    if cell.value is None:
        return "-" if cell.kind is CellKind.ABSENT else "?"
    low, high = (f"{end:g}" for end in cell.value)
    return (low if low == high else f"{low}-{high}") + (cell.qualifier or "")


@pytest.mark.parametrize(
    ("indicator", "values"),
    [("生产总值增速", {2001: 7, 2006: 7.5, 2011: 7, 2016: 6.5}), ("城镇新增就业", {2011: 4500, 2016: 5000})],
)
def test_targets_for_several_years(history, indicator, values):
    (row,) = [
        row for row in history.targets if (row.indicator, row.period) == (indicator, Period.SEVERAL_YEARS)
    ]
    assert {cell.year: cell.value[0] for cell in row.cells if cell.value} == values


def test_years_without_a_report_are_missing_and_in_no_cell(history):
    assert set(history.shelf.missing) >= {2020, 2021, 2022}
    assert all(cell.year in history.shelf.years for row in history.targets for cell in row.cells)
