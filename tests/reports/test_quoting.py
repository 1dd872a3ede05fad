"""Quotes inside our quotation marks, as a Chinese reader expects them."""

import pytest

from reports.words.quoting import is_quoted_in, nested, quoted


@pytest.mark.parametrize(
    ("text", "is_name", "told"),
    [
        ("扩大内需", False, "“扩大内需”"),
        ("扩大内需", True, "“扩大内需”"),
        ("抓好“一河”工作", False, "“抓好‘一河’工作”"),
        ("抓好“一河‘两带’”工作", False, "“抓好‘一河“两带”’工作”"),
        ("“一河两带”", False, "“一河两带”"),
        ("“一河两带”", True, "“一河两带”"),
        ("“一河两带”规划", True, "“一河两带”规划"),
        ("“一河两带”规划有序推进", False, "“‘一河两带’规划有序推进”"),
        ("“一河”“两带”", False, "“‘一河’‘两带’”"),
        ("“一河两…", False, "“‘一河两…”"),
    ],
)
def test_marks_inside_marks(text, is_name, told):
    assert quoted(text, is_name=is_name) == told


def test_a_quote_is_found_in_a_sentence_with_either_marks():
    assert is_quoted_in("抓好“一河”工作，", "任务“抓好‘一河’工作”改为“修桥”。")
    assert is_quoted_in("“一河”", "提法“一河”未见。")
    assert not is_quoted_in("“两带”", "提法“一河”未见。")
    assert nested(nested("“一‘二’”")) == "“一‘二’”"
