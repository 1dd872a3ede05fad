"""English names of the known indicators; the Chinese ones are those of `compare.undertakings.indicators`."""

from types import MappingProxyType

from reports.words.language import Language
from reports.words.vocabulary import Word

ENGLISH = MappingProxyType(
    {
        "单位生产总值能耗": "energy use per unit of GDP",
        "单位生产总值二氧化碳排放": "CO2 per unit of GDP",
        "单位生产总值用水量": "water use per unit of GDP",
        "赤字率": "deficit, % of GDP",
        "中央财政赤字": "central deficit",
        "地方财政赤字": "local deficit",
        "赤字规模": "deficit",
        "新增政府债务总规模": "new government debt",
        "超长期特别国债": "ultra-long special bonds",
        "特别国债": "special treasury bonds",
        "长期建设国债": "construction bonds",
        "地方政府专项债券": "local special bonds",
        "地方政府债券": "local government bonds",
        "中央预算内投资": "central budget investment",
        "农村贫困人口减少": "rural poor lifted",
        "进城落户": "urban registration",
        "城镇新增就业": "new urban jobs",
        "城镇调查失业率": "surveyed unemployment",
        "城镇登记失业率": "registered unemployment",
        "工业品出厂价格": "producer prices",
        "居民消费价格涨幅": "consumer prices",
        "农村居民收入": "rural income",
        "城镇居民收入": "urban income",
        "居民收入增长": "household income",
        "国际收支": "balance of payments",
        "实际使用外资": "foreign investment used",
        "进出口总额增长": "foreign trade",
        "粮食产量": "grain output",
        "广义货币M2": "money supply M2",
        "社会融资规模": "total social financing",
        "新增人民币贷款": "new loans",
        "宏观杠杆率": "macro leverage",
        "一般公共预算收入": "budget revenue",
        "一般公共预算支出": "budget expenditure",
        "税收收入": "tax revenue",
        "规模以上工业增加值": "industrial value added",
        "固定资产投资": "fixed-asset investment",
        "社会消费品零售总额": "retail sales",
        "研发经费投入": "R&D spending",
        "户籍人口城镇化率": "registered urbanisation",
        "常住人口城镇化率": "urbanisation",
        "森林覆盖率": "forest cover",
        "空气质量优良天数比例": "days of good air",
        "细颗粒物浓度": "PM2.5",
        "主要污染物排放": "main pollutants",
        "生态环境质量": "environment",
        "生产总值增速": "GDP growth",
        "生产总值": "GDP",
    }
)

# The same as entries of the vocabulary, for what words stable keys by it.
INDICATOR_WORDS = MappingProxyType({name: Word(name, english) for name, english in ENGLISH.items()})


def indicator_name(name: str, language: str) -> str:
    """The name of an indicator in a language; words of the text stay as they are."""
    return name if language == Language.ZH else ENGLISH.get(name, name)
