"""Which charset a text file is in."""

import codecs

import pytest

from corpora.errors import UsageError
from corpora.reading.decoded import DecodedText
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
    assert decode(content) == DecodedText(text, encoding)


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 100, b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 4],
    ids=["every byte", "small numbers", "picture"],
)
def test_binary_is_no_text(content):
    assert decode(content) is None


def test_a_cut_download_is_read_up_to_the_cut():
    assert decode((TEXT * 20).encode()[:-2]).text == (TEXT * 20)[:-2] + "\ufffd"
    assert decode((TEXT * 20).encode("gb18030")[:-2]).encoding == "gb18030"


DECLARED = [
    ("gb2312", TEXT.encode("gb18030"), "gb18030"),
    ("big5", TRADITIONAL.encode("big5"), "big5"),
    ("gb2312", TEXT.encode("utf-8"), "utf-8"),  # what is UTF-8 throughout is not GB2312, whatever it says
    ("big5", TEXT.encode("utf-16"), "utf-16"),
    ("no-such-charset", TEXT.encode("gb18030"), "gb18030"),
]


@pytest.mark.parametrize(("declared", "content", "taken"), DECLARED)
def test_what_a_file_declares_counts_where_it_can_be_true(declared, content, taken):
    assert decode(content, declared=declared).encoding == taken


def test_the_users_charset_wins():
    content = "经济发展".encode("gb18030")

    assert decode(content, encoding="GBK").text == "经济发展"
    assert decode(content, encoding="latin-1").text != "经济发展"


@pytest.mark.parametrize(
    ("encoding", "problem"),
    [
        ("klingon", "no such charset"),
        ("rot13", "no such charset"),
        ("utf-8", "not in this charset"),
        ("\0", "no such"),
    ],
)
def test_a_users_charset_that_cannot_be(encoding, problem):
    with pytest.raises(UsageError, match=problem):
        decode("经济发展".encode("gb18030"), encoding=encoding)
