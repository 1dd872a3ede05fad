"""An invented adopted edition of the sample's last report: what the deputies are said to have changed."""

from msgspec.structs import replace

from compare.editions.comparison import compare_editions
from compare.editions.model import EditionComparison
from corpora.reading.report import as_work_report
from reports.cli.sample import read_sample

# What stands in the delivered text → what stands in the adopted one.
AMENDMENTS = (
    (
        "——2025年1月8日在澜川市第五届人民代表大会第五次会议上",
        "（2025年1月10日澜川市第五届人民代表大会第五次会议通过）",
    ),
    ("净增规模以上工业企业43家，", "净增规模以上工业企业43家、位居全省前列，"),
    ("城镇新增就业2.53万人，", "城镇新增就业２.５３万人，"),
    ("固定资产投资增长5%左右；", "固定资产投资增长6%以上；"),
    ("大力发展夜间经济，", "培育夜间经济，"),
    ("开通“澜水夜航”精品航线，", ""),
    ("探索建设零碳园区，", "加快建设零碳园区，"),
    ("提质改造特色街区4条，", "提质改造特色街区5条，"),
    ("推广“先用后转”模式，技术合同", "推广“先用后转”模式。技术合同"),
    (
        "推动本地配套率提高3个百分点。",
        "推动本地配套率提高3个百分点。\n守住安全底线。严禁新上淘汰类产能，对老旧装置逐台建档。",
    ),
)


_CHANGE_PLACES = "提升平台创新能力。", "加速科技成果转化。"


def adopted_text(text: str) -> str:
    """The text of the sample's last report with the amendments, and with two paragraphs in the other order.

    Raises:
        ValueError: an amendment is to words that the text does not have, or not once.
    """
    for old, new in AMENDMENTS:
        if text.count(old) != 1:
            raise ValueError(old)
        text = text.replace(old, new)
    lines = text.split("\n")
    one, other = (
        next(place for place, line in enumerate(lines) if line.startswith(start)) for start in _CHANGE_PLACES
    )
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def editions_of_sample() -> EditionComparison:
    """The sample's last report compared with its invented adopted edition."""
    delivered = read_sample()[-1]
    text = adopted_text(delivered.source.text)
    source = replace(delivered.source, name="lanchuan-2025-adopted.txt", text=text)
    return compare_editions(delivered, as_work_report(source))
