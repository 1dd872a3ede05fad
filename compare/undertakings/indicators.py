"""The indicators that work reports set targets for: their name, the words that name them, what is wanted.

The names are those of the national accounts and of the reports' own sentence of targets; they come from the
domain, not from a year. An indicator that is not listed is known by its words alone.
"""

import re
from functools import lru_cache

from msgspec import Struct

from compare.undertakings.model import Aim


class Indicator(Struct, frozen=True):
    """A known indicator.

    Attributes:
        name: the canonical name.
        words: pattern of the words that name it.
        aim: which way is wanted of its number as the reports print it (a cut of energy use is printed as the
            size of the cut, so more is wanted).
        dimensions: what its numbers are measured in (see `corpora.quantities`).
    """

    name: str
    words: str
    aim: Aim
    dimensions: frozenset[str]


_COUNTRY = "(?:国内|地区|全国|全省|全市|全区|全县|市|省|区|县)"
_RATE = frozenset({"%"})
_SHARE = frozenset({"%", "point"})
_MONEY = frozenset({"yuan"})
_PEOPLE = frozenset({"person", ""})
_RATE_OR_MONEY = frozenset({"%", "yuan"})
_ANY_MONEY = frozenset({"%", "yuan", "dollar"})
_OF_PRODUCT = rf"(?:单位|万元){_COUNTRY}?(?:生产总值|GDP)(?:的)?"

# A longer name stands before a shorter one that it holds.
INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "单位生产总值能耗",
        rf"{_OF_PRODUCT}(?:综合)?(?:能耗|能源消耗)(?:强度)?"
        r"|能耗强度|能源消耗强度|单位能耗",
        Aim.MORE,
        _RATE,
    ),
    Indicator(
        "单位生产总值二氧化碳排放",
        rf"{_OF_PRODUCT}二氧化碳排放量?|碳排放强度",
        Aim.MORE,
        _RATE,
    ),
    Indicator("单位生产总值用水量", rf"{_OF_PRODUCT}用水量", Aim.MORE, _RATE),
    Indicator(
        "赤字率",
        r"赤字率|赤字[^，。]{0,12}占国内生产总值(?:的)?比[重例]|^占国内生产总值(?:的)?比[重例]",
        Aim.OPEN,
        _RATE,
    ),
    Indicator("中央财政赤字", r"中央(?:财政)?(?:预算)?赤字", Aim.OPEN, _MONEY),
    Indicator("地方财政赤字", r"地方(?:财政)?赤字", Aim.OPEN, _MONEY),
    Indicator("赤字规模", r"(?:全国)?(?:财政|预算)?赤字(?:规模|合计|总额)?", Aim.OPEN, _MONEY),
    Indicator("新增政府债务总规模", r"新增政府债务(?:总)?规模", Aim.OPEN, _MONEY),
    Indicator("超长期特别国债", r"超长期特别国债", Aim.OPEN, _MONEY),
    Indicator("特别国债", r"特别国债", Aim.OPEN, _MONEY),
    Indicator("长期建设国债", r"国债投资|(?:长期)?建设(?:性)?国债|(?<!超)长期国债", Aim.OPEN, _MONEY),
    Indicator("地方政府专项债券", r"(?:地方|政府)*专项债券?", Aim.OPEN, _MONEY),
    Indicator(
        "地方政府债券", r"地方(?:政府)?(?:发行|发|代发)?债券?|代地方(?:政府)?发债|地方发行", Aim.OPEN, _MONEY
    ),
    Indicator("中央预算内投资", r"中央预算内(?:基建|基本建设)?投资", Aim.OPEN, _MONEY),
    Indicator(
        "农村贫困人口减少",
        r"(?:农村)?贫困人口|农村贫困|脱贫(?:任务|人口)",
        Aim.MORE,
        frozenset({"person", "", "household"}),
    ),
    Indicator("进城落户", r"进城落户|城镇落户", Aim.MORE, _PEOPLE),
    Indicator(
        "城镇新增就业",
        r"(?:城镇|城乡)?新增(?:城镇|城乡)?就业(?:岗位)?",
        Aim.MORE,
        frozenset({"person", "", "count"}),
    ),
    Indicator("城镇调查失业率", r"(?:城镇)?调查失业率", Aim.LESS, _RATE),
    Indicator("城镇登记失业率", r"(?:城镇)?(?:登记)?失业率", Aim.LESS, _RATE),
    Indicator("工业品出厂价格", r"工业(?:生产者|品)出厂价格", Aim.OPEN, _RATE),
    Indicator(
        "居民消费价格涨幅",
        r"(?:居民)?消费价格(?:总水平|总指数|指数)?(?:涨幅|上涨|涨)?|物价(?:总)?(?:水平|涨幅)"
        r"|商品零售价格|价格总水平|CPI",
        Aim.LESS,
        _RATE,
    ),
    Indicator("农村居民收入", r"农(?:村居)?民(?:人均)?(?:可支配|纯)?收入", Aim.MORE, _RATE_OR_MONEY),
    Indicator("城镇居民收入", r"城镇(?:常住)?居民(?:人均)?(?:可支配)?收入", Aim.MORE, _RATE_OR_MONEY),
    Indicator("居民收入增长", r"(?:全体|全国|城乡)?居民(?:人均)?(?:可支配)?收入", Aim.MORE, _RATE_OR_MONEY),
    Indicator("国际收支", r"国际收支(?:状况)?", Aim.OPEN, frozenset()),
    Indicator("实际使用外资", r"(?:实际)?(?:使用|利用)外(?:商直接投)?资", Aim.MORE, _ANY_MONEY),
    Indicator("进出口总额增长", r"(?:外贸|货物|对外贸易)?进出口(?:贸易)?(?:总[额值])?", Aim.MORE, _ANY_MONEY),
    Indicator("粮食产量", r"粮食(?:总)?产(?:量|能)?|粮食(?:综合)?生产能力", Aim.MORE, frozenset({"kg"})),
    Indicator(
        "广义货币M2", r"广义货币(?:供应量)?(?:\(?M\s*2\)?)?|(?<![A-Za-z])M\s*2|货币供应量", Aim.OPEN, _RATE
    ),
    Indicator("社会融资规模", r"社会融资(?:总)?规模(?:存量|余额)?", Aim.OPEN, _RATE_OR_MONEY),
    Indicator("新增人民币贷款", r"新增(?:人民币)?贷款", Aim.OPEN, _MONEY),
    Indicator("宏观杠杆率", r"宏观杠杆率", Aim.OPEN, _RATE),
    Indicator(
        "一般公共预算收入",
        r"(?:地方)?一般公共预算收入|(?:地方|公共)?财政(?:一般预算)?收入",
        Aim.MORE,
        _RATE_OR_MONEY,
    ),
    Indicator(
        "一般公共预算支出", r"一般公共预算支出(?:规模)?|(?<!中央)(?:全国)?财政支出", Aim.OPEN, _RATE_OR_MONEY
    ),
    Indicator("税收收入", r"税收(?:收入)?(?=增长|完成|达到)", Aim.MORE, _RATE_OR_MONEY),
    Indicator(
        "规模以上工业增加值",
        r"(?:规模以上|规上|全部|全口径)?工业增加值|规上工业(?!企业)",
        Aim.MORE,
        _RATE_OR_MONEY,
    ),
    Indicator("固定资产投资", r"(?:全社会)?固定资产投资", Aim.MORE, _RATE_OR_MONEY),
    Indicator("社会消费品零售总额", r"社会消费品零售(?:总)?额?|社零总?额", Aim.MORE, _RATE_OR_MONEY),
    Indicator(
        "研发经费投入",
        r"(?:全社会)?(?:研发|研究与试验发展|R&D)(?:经费)?(?:投入|支出)(?:强度)?",
        Aim.MORE,
        frozenset({"%", "yuan", "point"}),
    ),
    Indicator("户籍人口城镇化率", r"户籍人口城镇化率", Aim.MORE, _SHARE),
    Indicator("常住人口城镇化率", r"(?:常住人口)?城镇化率", Aim.MORE, _SHARE),
    Indicator("森林覆盖率", r"森林覆盖率", Aim.MORE, _SHARE),
    Indicator(
        "空气质量优良天数比例",
        r"空气质量优良(?:天数)?(?:比[例率]|率)|优良天数(?:比[例率]|率)",
        Aim.MORE,
        _SHARE,
    ),
    Indicator(
        "细颗粒物浓度",
        r"细颗粒物(?:\(PM\s*2\.5\))?(?:年?平?均)?浓度|PM\s*2\.5(?:年?平?均)?浓度",
        Aim.LESS,
        frozenset({"%", "microgram"}),
    ),
    Indicator("主要污染物排放", r"主要污染物排放(?:总)?量?", Aim.OPEN, _RATE),
    Indicator("生态环境质量", r"生态环境(?:质量)?", Aim.OPEN, _RATE),
    Indicator(
        "生产总值增速",
        rf"(?<!单位)(?<!万元)(?<![洋业]){_COUNTRY}?生产总值(?:\(?GDP\)?)?"
        r"|(?<![A-Za-z])GDP|经济(?:年均)?增长(?!的?(?:质量|方式|点|极|潜力|动力|空间|贡献))(?:率|速度|预期目标|的预期目标)?|经济增速|增长(?:的)?预期目标",
        Aim.MORE,
        _RATE_OR_MONEY,
    ),
)

# `对经济增长的贡献率`, `占国内生产总值的比重`: the figure is another's.
_ANOTHERS = re.compile(r"(?:的)?(?:贡献|比[例重率]|之比|占比|弹性)")
_ANOTHERS_BEFORE = re.compile(r"[占对与]$")

# `开发区工业增加值`, `企业研发投入`: the figure is of a part, and says nothing of the whole.
_A_PART = re.compile(
    r"(?:开发区|园区|高新区|经开区|自贸区|试验区|企业|民间|民营|县域|乡村|农村|产业|工业|制造业|服务业|农业|旅游业?|高技术|中小|国有|[人户亩]均)(?:的)?$"
)

_BY_NAME = {indicator.name: indicator for indicator in INDICATORS}
_ANY = re.compile("|".join(f"(?P<i{number}>{each.words})" for number, each in enumerate(INDICATORS)))


class Named(Struct, frozen=True):
    """A known indicator where a text names it; offsets in the text given."""

    indicator: Indicator
    start: int
    end: int


@lru_cache(maxsize=4096)
def indicators_in(form: str) -> tuple[Named, ...]:
    """The known indicators that a text names, in reading order, none inside another.

    Args:
        form: the matching form of a clause.
    """
    return tuple(
        Named(INDICATORS[int(found.lastgroup[1:])], found.start(), found.end())
        for found in _ANY.finditer(form)
        if found.lastgroup and not _is_anothers(found, form)
    )


def _is_anothers(found: re.Match[str], form: str) -> bool:
    before = form[: found.start()]
    return bool(_A_PART.search(before)) or bool(
        _ANOTHERS_BEFORE.search(before) and _ANOTHERS.match(form, found.end())
    )


def known(name: str) -> Indicator | None:
    """The known indicator of a canonical name, or None."""
    return _BY_NAME.get(name)
