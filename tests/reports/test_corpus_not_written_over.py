"""What is written beside a corpus's reports: it replaces none of them, and is read as none of them."""

import pytest

from reports.cli.main import run

COMPARE = ["compare", "澜川:2024", "澜川:2025", "--corpus", "."]
CHECK = ["check", "lanchuan-2024.txt", "lanchuan-2025.txt", "--corpus", "."]


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "乡村振兴", "--corpus", "."],
        ["diffusion", "乡村振兴", "--corpus", "."],
        ["history", "澜川", "--corpus", "."],
        ["corpus", "list", "."],
        COMPARE,
        CHECK,
    ],
)
@pytest.mark.parametrize("output", ["lanchuan-2024.txt", "../corpus/lanchuan-2025-digest.txt"])
def test_no_report_of_a_corpus_is_written_over(arguments, output, corpus, capsys):
    before = (corpus / output).read_bytes()

    assert run([*arguments, "-o", output]) == 2
    assert "is one of the" in capsys.readouterr().err
    assert (corpus / output).read_bytes() == before


@pytest.mark.usefixtures("corpus")
def test_no_manifest_is_written_over(capsys):
    assert run(["find", "乡村振兴", "--corpus", ".", "-o", "manifest.csv"]) == 2
    assert "is the manifest of the corpus" in capsys.readouterr().err


@pytest.mark.parametrize("output", ["uses.txt", "uses.csv", "notes.md"])
def test_what_is_no_report_may_be_written_again_beside_a_corpus(output, corpus):
    for _ in range(2):
        assert run(["find", "乡村振兴", "--corpus", ".", "-o", output]) == 0
    assert (corpus / output).is_file()


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("output", ["changes.html", "changes.docx", "changes.txt", "changes.md"])
def test_a_result_in_a_corpus_is_no_further_report(output, capsys):
    assert run([*COMPARE, "-o", output]) == 0
    capsys.readouterr()

    assert run(["corpus", "list", "."]) == 0
    shown = capsys.readouterr().out
    assert f"  {output}" in shown.partition("未能读入的文件")[2]


@pytest.fixture
def corpus(tmp_path, sample_folder, monkeypatch):
    """A folder with reports of the sample and a manifest; it is the current one."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("lanchuan-2024.txt", "lanchuan-2025.txt", "lanchuan-2025-digest.txt"):
        (folder / name).write_bytes((sample_folder / name).read_bytes())
    (folder / "manifest.csv").write_text("file,year\nlanchuan-2024.txt,2024\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder
