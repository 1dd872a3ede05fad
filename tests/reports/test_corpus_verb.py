"""`crossyear corpus list`, PLACE:YEAR wherever a SOURCE goes, and what `crossyear outline` can show alone."""

import json

import pytest

from reports.cli.main import run


@pytest.mark.usefixtures("folder")
def test_the_list_shows_every_file_and_goes_on_past_bad_ones(folder, capsys):
    (folder / "letter.txt").write_text("天下大势，分久必合，合久必分。" * 40, encoding="utf-8")

    assert run(["corpus", "list", ".", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "lanchuan-2025.txt" in shown
    assert "letter.txt" in shown
    assert "does not look like" in shown.replace("\n", " ")


@pytest.mark.usefixtures("folder")
def test_the_list_as_json(capsys):
    assert run(["corpus", "list", ".", "--format", "json"]) == 0
    files = {each["file"]: each for each in json.loads(capsys.readouterr().out)["files"]}

    assert files["lanchuan-2024.txt"]["id"] == "澜川市:2024"
    assert files["lanchuan-2024.txt"]["problem"] is None
    assert [doubt["code"] for doubt in files["lanchuan-2025.txt"]["doubts"]] == ["another-text"]


@pytest.mark.usefixtures("folder")
def test_a_report_named_by_place_and_year(capsys):
    assert run(["outline", "澜川:2024", "--corpus", ".", "--format", "json"]) == 0
    by_name = json.loads(capsys.readouterr().out)
    assert run(["outline", "lanchuan-2024.txt", "--format", "json"]) == 0

    assert by_name["units"] == json.loads(capsys.readouterr().out)["units"]


@pytest.mark.usefixtures("folder")
def test_a_comparison_of_reports_named_by_place_and_year(capsys):
    assert run(["compare", "澜川:2024", "澜川市:2025", "--corpus", ".", "--format", "json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert (document["earlier"]["year"], document["later"]["year"]) == (2024, 2025)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["outline", "澜川:2024"], "Name its folder with --corpus DIR"),
        (["outline", "澜川:2023", "--corpus", "."], "澜川市:2024"),
        (["outline", "澜川:2024", "--corpus", "nowhere"], "there is no such folder"),
        (["corpus", "list", "nowhere"], "there is no such folder"),
        (["corpus", "list", ".", "-o", "list.html"], "a list of reports is not written as html"),
        (["outline", "lanchuan-2024.txt", "--encoding", "klingon"], "there is no such charset"),
    ],
)
def test_what_cannot_be_is_told(arguments, message, capsys):
    assert run(arguments) == 2
    assert message in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_the_cleaned_text_alone(capsys):
    from corpora.reading import read_work_report

    assert run(["outline", "lanchuan-2024.txt", "--text"]) == 0
    assert capsys.readouterr().out == read_work_report("lanchuan-2024.txt").text + "\n"


def test_doubts_alone_and_their_exit_code(folder, capsys):
    assert run(["outline", "lanchuan-2024.txt", "--check", "--lang", "en"]) == 0
    assert "Nothing to check" in capsys.readouterr().out
    text = (folder / "lanchuan-2024.txt").read_text(encoding="utf-8")
    (folder / "gap.txt").write_text(text.replace("（二）", "（九）"), encoding="utf-8")

    assert run(["outline", "gap.txt", "--check", "--lang", "en"]) == 1
    shown = capsys.readouterr().out
    assert "a gap in the numbering: （一） … （九）" in shown
    assert "left out" not in shown


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("language", "named"), [("zh", "参与比较 {} 字"), ("en", "{} characters compared")])
def test_a_text_has_one_length_and_what_is_compared_of_it_is_called_so(language, named, capsys):
    from reports.cli.sample import read_sample
    from reports.rows.rows import OUTSIDE_ROLES

    later = read_sample()[-1]
    compared = sum(len(unit.span) for unit in later.units if unit.role not in OUTSIDE_ROLES)
    shown = {}
    for arguments in (
        ["outline", "lanchuan-2025.txt"],
        ["corpus", "list", "."],
        ["compare", "lanchuan-2024.txt", "lanchuan-2025.txt"],
    ):
        assert run([*arguments, "--lang", language, "--width", "200"]) == 0
        shown[arguments[0]] = capsys.readouterr().out

    assert compared != len(later.text)
    assert f"{len(later.text):,}" in shown["outline"]
    assert f"{len(later.text):,}" in shown["corpus"]
    assert named.format(f"{compared:,}") in shown["compare"]
