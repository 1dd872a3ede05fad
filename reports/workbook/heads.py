"""What stands at the head of a column: for texts side by side no head speaks of a change between them."""

from types import MappingProxyType
from typing import Any

from reports.tables.model import Both, Column

# By the head of a pair through time.
_ASIDE = MappingProxyType(
    {
        "变化": Both("异同", "difference"),
        "变动": Both("相差", "differs by"),
        "移位": Both("位置不同", "placed differently"),
        "仅序号变": Both("仅序号不同", "only numbered differently"),
        "原说法": Both("前一文本说法", "earlier form"),
        "现说法": Both("后一文本说法", "later form"),
        "原为": Both("前一文本用词", "earlier"),
        "现为": Both("后一文本用词", "later"),
        "保留（组）": Both("一致（组）", "links alike"),
        "改写（组）": Both("说法不同（组）", "links worded differently"),
        "拆分（组）": Both("一对多（组）", "links one to several"),
        "合并（组）": Both("多对一（组）", "links several to one"),
        "重组（组）": Both("多对多（组）", "links several to several"),
        "新出现（单元）": Both("仅见于后一文本（单元）", "units only in the later text"),
        "未再出现（单元）": Both("仅见于前一文本（单元）", "units only in the earlier text"),
        "移位（组）": Both("位置不同（组）", "links placed differently"),
        "新出现占后一文本": Both("仅见于后一文本的占比", "only there, share of the later text"),
        "未再出现占前一文本": Both("仅见于前一文本的占比", "only there, share of the earlier text"),
        "保留占后一文本": Both("一致占后一文本", "alike, share of the later text"),
    }
)
_COUNTED = "变化（处）"


def head_of(column: Column[Any], language: str, *, aside: bool) -> str:
    """The head of a column.

    Args:
        column: the column.
        language: `zh` or `en`.
        aside: whether the texts stand side by side, with no time between them.
    """
    label = column.label
    if not aside:
        return label.text(language)
    if label.zh.endswith(_COUNTED):
        channel = label.zh.removesuffix(_COUNTED)
        return Both(f"{channel}不同（处）", label.en.replace("changes", "differences")).text(language)
    return _ASIDE.get(label.zh, label).text(language)
