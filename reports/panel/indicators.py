"""The known indicators as variables: their short names, and the unit in which each measure is told."""

from types import MappingProxyType

from msgspec import Struct

from compare.history.measures import ToldTarget
from compare.undertakings.indicators import INDICATORS
from corpora.quantities import measured_in
from reports.tables.model import Both

# Stable: scripts rely on them. With what stands behind them they must stay within 32 characters.
CODES = MappingProxyType(
    {
        "单位生产总值能耗": "energy_per_gdp",
        "单位生产总值二氧化碳排放": "co2_per_gdp",
        "单位生产总值用水量": "water_per_gdp",
        "赤字率": "deficit_rate",
        "中央财政赤字": "deficit_central",
        "地方财政赤字": "deficit_local",
        "赤字规模": "deficit",
        "新增政府债务总规模": "new_debt",
        "超长期特别国债": "ultra_long_bonds",
        "特别国债": "special_treasury_bonds",
        "长期建设国债": "construction_bonds",
        "地方政府专项债券": "local_special_bonds",
        "地方政府债券": "local_bonds",
        "中央预算内投资": "central_investment",
        "农村贫困人口减少": "poverty_reduction",
        "进城落户": "urban_registration",
        "城镇新增就业": "urban_jobs",
        "城镇调查失业率": "unemployment_surveyed",
        "城镇登记失业率": "unemployment_registered",
        "工业品出厂价格": "ppi",
        "居民消费价格涨幅": "cpi",
        "农村居民收入": "income_rural",
        "城镇居民收入": "income_urban",
        "居民收入增长": "income",
        "国际收支": "balance_of_payments",
        "实际使用外资": "fdi",
        "进出口总额增长": "trade",
        "粮食产量": "grain",
        "广义货币M2": "m2",
        "社会融资规模": "total_financing",
        "新增人民币贷款": "new_loans",
        "宏观杠杆率": "leverage",
        "一般公共预算收入": "budget_revenue",
        "一般公共预算支出": "budget_spending",
        "税收收入": "tax_revenue",
        "规模以上工业增加值": "industry",
        "固定资产投资": "investment",
        "社会消费品零售总额": "retail_sales",
        "研发经费投入": "rd",
        "户籍人口城镇化率": "urbanisation_registered",
        "常住人口城镇化率": "urbanisation",
        "森林覆盖率": "forest",
        "空气质量优良天数比例": "good_air_days",
        "细颗粒物浓度": "pm25",
        "主要污染物排放": "main_pollutants",
        "生态环境质量": "environment",
        "生产总值增速": "gdp",
    }
)


class Measure(Struct, frozen=True):
    """What numbers of one sort are told in, whatever unit was printed.

    Attributes:
        name: what it is called behind an indicator's short name.
        unit: the unit.
        size: of the unit, in the base of its dimension (`corpora.quantities`).
        dimensions: of the numbers that it takes.
    """

    name: str
    unit: Both
    size: float
    dimensions: frozenset[str]


_MEASURES = (
    Measure("pct", Both("%", "per cent"), 1.0, frozenset({"%"})),
    Measure("pp", Both("百分点", "percentage points"), 1.0, frozenset({"point"})),
    Measure("cny", Both("亿元", "100 million yuan"), 1e8, frozenset({"yuan"})),
    Measure("usd", Both("亿美元", "100 million US dollars"), 1e8, frozenset({"dollar"})),
    # 1200万人, 1200万 and 1200万个 jobs are one number.
    Measure("persons", Both("万人", "10,000 persons"), 1e4, frozenset({"person", "", "count"})),
    Measure("households", Both("万户", "10,000 households"), 1e4, frozenset({"household"})),
    Measure("tonnes", Both("万吨", "10,000 tonnes"), 1e7, frozenset({"kg"})),
    Measure("ug", Both("微克/立方米", "microgram per cubic metre"), 1.0, frozenset({"microgram"})),
)
# Income is of one person.
_OF_ONE_PERSON = Measure("cny", Both("元", "yuan"), 1.0, frozenset({"yuan"}))
_INCOMES = frozenset({"农村居民收入", "城镇居民收入", "居民收入增长"})
# The level of the product is an indicator of its own, which the table of known ones does not hold.
_NOT_TOLD_OF = frozenset({("生产总值增速", "cny")})

_CUT = Both("数值为降幅", "the number is the size of the cut")
_GROWTH = Both("增速", "growth")
# What the numbers of one measure mean, where its name does not tell. An amount in per cent is its growth.
_MEANINGS = MappingProxyType(
    {
        ("单位生产总值能耗", "pct"): _CUT,
        ("单位生产总值二氧化碳排放", "pct"): _CUT,
        ("单位生产总值用水量", "pct"): _CUT,
        ("主要污染物排放", "pct"): _CUT,
        ("细颗粒物浓度", "pct"): _CUT,
        ("研发经费投入", "pct"): Both(
            "增速或占生产总值比重，以长表原文为准",
            "growth or share of GDP, see the passage in the long table",
        ),
        ("广义货币M2", "pct"): _GROWTH,
    }
)


class Measured(Struct, frozen=True):
    """A known indicator in one measure: a group of variables of the wide table.

    Attributes:
        indicator: its canonical name.
        code: `gdp_pct`: how its variables begin.
        measure: what its numbers are told in.
    """

    indicator: str
    code: str
    measure: Measure

    @property
    def meaning(self) -> Both | None:
        """What its numbers mean, where the names of indicator and unit do not tell."""
        told = _MEANINGS.get((self.indicator, self.measure.name))
        if told is None and self.measure.name == "pp":
            return Both("变动的百分点", "change in percentage points")
        of_amount = any(each.indicator == self.indicator and each.measure.name == "cny" for each in MEASURED)
        return _GROWTH if told is None and self.measure.name == "pct" and of_amount else told

    def takes(self, target: ToldTarget) -> bool:
        """Whether a target is a number of this indicator and measure."""
        return target.indicator == self.indicator and target.dimension in self.measure.dimensions


def measures_of(indicator: str, dimensions: frozenset[str]) -> tuple[Measure, ...]:
    """The measures that an indicator is told in; none for one that is told in words only."""
    found = (
        _OF_ONE_PERSON if measure.name == "cny" and indicator in _INCOMES else measure
        for measure in _MEASURES
        if measure.dimensions & dimensions and (indicator, measure.name) not in _NOT_TOLD_OF
    )
    return tuple(found)


MEASURED: tuple[Measured, ...] = tuple(
    Measured(each.name, f"{CODES[each.name]}_{measure.name}", measure)
    for each in INDICATORS
    for measure in measures_of(each.name, each.dimensions)
)


def measure_of(target: ToldTarget) -> Measure | None:
    """The measure that a target's number is told in, or None for one in words or in an unusual unit."""
    return next((each.measure for each in MEASURED if each.takes(target)), None)


def in_unit(figure: float | None, target: ToldTarget, measure: Measure) -> float | None:
    """A printed figure of a target in the unit of a measure."""
    if figure is None:
        return None
    return round(figure * measured_in(target.unit or "")[1] / measure.size, 6)
