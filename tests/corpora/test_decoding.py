"""Which charset a text file is in."""

import codecs

import pytest

from corpora.reading.decoding import decode

TEXT = "各位代表：现在，我代表市人民政府，向大会报告政府工作。过去一年，经济社会发展取得新成绩。\n" * 3
TRADITIONAL = "各位代表：現在，我代表國務院，向大會報告政府工作。過去一年，經濟社會發展取得新成績。\n" * 3

TABLE = [
    (TEXT.encode("utf-8"), TEXT, "utf-8"),
    (codecs.BOM_UTF8 + TEXT.encode("utf-8"), TEXT, "utf-8-sig"),
    (TEXT.encode("gb18030"), TEXT, "gb18030"),
    (TEXT.encode("gb2312"), TEXT, "gb18030"),
    (TRADITIONAL.encode("big5"), TRADITIONAL, "big5"),
    (TEXT.encode("utf-16"), TEXT, "utf-16"),
    (TEXT.encode("utf-16-le"), TEXT, "utf-16-le"),
    (TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
    (TEXT.replace("\n", "\r\n").encode("gb18030"), TEXT, "gb18030"),
    (TEXT.replace("\n", "\r").encode("utf-8"), TEXT, "utf-8"),
]


@pytest.mark.parametrize(("content", "text", "encoding"), TABLE)
def test_decode(content, text, encoding):
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 100, b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 4],
    ids=["every byte", "small numbers", "picture"],
)
def test_binary_is_no_text(content):
    assert decode(content) is None
