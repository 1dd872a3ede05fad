"""What is doubtful of a reading is told in one language, with what it is about."""

import pytest

from reports.words.doubts import doubt_sentence


@pytest.mark.parametrize(
    ("code", "detail", "zh", "en"),
    [
        (
            "year-disagrees", "file name: 2023; title: 2024", "年份说法不一：文件名：2023；标题：2024",
            "sources of the year disagree: file name: 2023; title: 2024",
        ),
        ("place-disagrees", "云梧", "地方说法不一：云梧", "sources of the place disagree: 云梧"),
        ("part-missing", "plan", "没有读出这一部分：工作任务", "this part was not found: plan"),
        ("no-headings", "", "没有读出任何标题", "no heading was found"),
        ("merge-conflict", "2", "有 2 处合并冲突没有解决", "merge conflicts that are not resolved: 2"),
        ("numbering-gap", "二、 … title: 四、", "编号不连续：二、 … title: 四、", "a gap in the numbering: 二、 … title: 四、"),
        ("unheard-of", "x", "unheard-of: x", "unheard-of: x"),
    ],
)  # fmt: skip
def test_doubts(code, detail, zh, en):
    assert doubt_sentence(code, detail, "zh") == zh
    assert doubt_sentence(code, detail, "en") == en
