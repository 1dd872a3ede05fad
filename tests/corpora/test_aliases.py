"""Alias files: what they may say, and where the fault is when they say something else."""

import pytest

from corpora.aliases import read_aliases
from corpora.errors import SourceError


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "aliases.toml"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ('"一环一廊" = ["生态环", "文化廊"]', {"一环一廊": ("生态环", "文化廊")}),
        ('"梨改果" = "梨园税改征果园税"', {"梨改果": ("梨园税改征果园税",)}),
        ('# 注\n\n"梨改果" = ["梨改果", "梨改"]', {"梨改果": ("梨改",)}),
        ("", {}),
    ],
)
def test_an_alias_file(tmp_path, text, aliases):
    assert read_aliases(written(tmp_path, text)) == aliases


def test_in_another_charset(tmp_path):
    assert read_aliases(written(tmp_path, '"梨改果" = "梨园税改征果园税"', "gb18030")) == {
        "梨改果": ("梨园税改征果园税",)
    }


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('"甲乙" = ["丙丁"]\n"戊己" = [庚辛]', 2, "is no TOML"),
        ('"甲乙" = ["丙丁"', 1, "is no TOML"),
        ("梨改果 = 1", 1, "is no TOML"),  # a bare key is ASCII in TOML
        ('"甲乙" = ["丙丁"]\n\n"戊己" = 3', 3, "戊己 is given neither a form nor a list of forms"),
        ('"甲乙" = ["丙丁", 3]', 1, "甲乙 is given neither a form nor a list of forms"),
        ('"甲乙" = ["丙丁"]\n"戊己" = ["丙丁"]', 2, "丙丁 is a form of 甲乙 already"),
        ('"甲乙" = ["丙丁"]\n"丙丁" = ["戊己"]', 2, "丙丁 is a form of 甲乙 already"),
        ('"甲乙" = ["丙"]', 1, "'丙' is too short to look for"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, text, line, problem):
    path = written(tmp_path, text)
    with pytest.raises(SourceError) as told:
        read_aliases(path)
    assert str(told.value).startswith(f"{path}, line {line}: {problem}")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match="cannot be opened"):
        read_aliases(tmp_path / "nowhere.toml")
