"""What the verbs that search a corpus do not show: how much it is, and where it is to be found."""

import pytest

from reports.cli.main import run


@pytest.mark.parametrize("verb", [["history", "澜川"], ["find", "乡村振兴"], ["diffusion", "乡村振兴"]])
@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ("file\n", "not looked into: 11 unreadable"),
        ("file,skip\nempty.txt,yes\n", "not looked into: 10 unreadable"),
    ],
)
def test_what_was_not_looked_into_is_told_but_not_what_is_left_out(verb, manifest, told, folder, capsys):
    (folder / "manifest.csv").write_text(manifest, encoding="utf-8")
    assert run([*verb, "--corpus", "."]) == 0
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_find_says_where_the_rest_is_in_formats_that_it_has(capsys):
    assert run(["find", "[一-龥]{2}", "--regex", "--corpus", "."]) == 0
    shown = capsys.readouterr().out
    assert "项未列，见 Markdown、JSON 或 CSV 输出" in shown
    assert "网页" not in shown.partition("项未列")[2].partition("\n")[0]
    assert shown.partition("\n写法\n")[2].partition("\n原文\n")[0].count("项未列") == 1
