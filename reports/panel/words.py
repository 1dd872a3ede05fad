"""The words of a panel's codebook, in Chinese and in English."""

from msgspec import Struct

from reports.words.language import Language


class PanelWords(Struct, frozen=True):
    """Each word or sentence; `{…}` is filled in."""

    title: str
    standfirst: str
    table: str
    variable: str
    meaning: str
    unit: str
    values: str
    missing: str
    observed: str
    reasons: str
    value: str


_ZH = PanelWords(
    title="{corpus}：编码手册",
    standfirst="由各变量的定义和数据生成；codebook.csv 内容相同，中英文俱全。空值的原因写在所指的变量中。",
    table="{about}。共 {count:,} 行。",
    variable="变量",
    meaning="含义",
    unit="单位",
    values="取值",
    missing="缺失原因见",
    observed="有值行数（最小 – 最大）",
    reasons="缺失原因",
    value="取值",
)
_EN = PanelWords(
    title="{corpus}: codebook",
    standfirst="Made of the definitions of the variables and of the data; codebook.csv says the same in both "
    "languages. Why a value is missing stands in the variable that is named.",
    table="{about}. {count:,} {count:row|rows}.",
    variable="variable",
    meaning="what it says",
    unit="unit",
    values="values",
    missing="missing told by",
    observed="rows with a value (least – greatest)",
    reasons="Reasons for missing values",
    value="value",
)


def panel_words(language: str) -> PanelWords:
    """The words in a language; English for every language but Chinese."""
    return _ZH if language == Language.ZH else _EN
