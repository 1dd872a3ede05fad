"""`crossyear corpus add`, `verify` and `remove`: the user's files are copied, checked, and never harmed."""

import csv
import json
from pathlib import Path

import pytest

from corpora.cache import FOLDER
from reports.cli.main import run

pytestmark = pytest.mark.usefixtures("folder")


def listed(capsys):
    capsys.readouterr()
    assert run(["corpus", "list", "reports", "--format", "json"]) == 0
    return {each["file"]: each for each in json.loads(capsys.readouterr().out)["files"]}


@pytest.fixture
def reports(folder):
    assert run(["corpus", "add", "lanchuan-2024.txt", "lanchuan-2025.txt", "reports"]) == 0
    return folder / "reports"


def test_added_files_are_copies_and_are_shown(folder, capsys):
    assert run(["corpus", "add", "lanchuan-2024.txt", "lanchuan-2025.txt", "reports", "--lang", "en"]) == 0

    shown = capsys.readouterr().out
    assert "Added to reports" in shown
    assert "lanchuan-2025.txt" in shown
    for name in ("lanchuan-2024.txt", "lanchuan-2025.txt"):
        assert (folder / "reports" / name).read_bytes() == (folder / name).read_bytes()
    assert set(listed(capsys)) == {"lanchuan-2024.txt", "lanchuan-2025.txt"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["recipe.txt", "reports"], "does not look like"),
        (["lanchuan-2024.txt", "recipe.txt", "reports"], "recipe.txt"),
        (["nowhere.txt", "reports"], "there is no such file"),
        (["reports"], "only the folder is named"),
        (["lanchuan-2024.txt", "lanchuan-2025.txt"], "is no folder"),
        (["lanchuan-2024.csv", "reports"], "no suffix of a report"),
    ],
)
def test_what_cannot_be_added_adds_nothing(arguments, message, folder, capsys):
    (folder / "lanchuan-2024.csv").write_bytes((folder / "lanchuan-2024.txt").read_bytes())

    assert run(["corpus", "add", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not Path("reports").exists()


def test_a_file_that_is_there_is_never_written_over(reports, folder, capsys):
    other = folder / "elsewhere"
    other.mkdir()
    (other / "lanchuan-2024.txt").write_bytes((folder / "lanchuan-2025.txt").read_bytes())
    before = (reports / "lanchuan-2024.txt").read_bytes()

    assert run(["corpus", "add", str(other / "lanchuan-2024.txt"), "reports"]) == 2
    assert "is there already and is another file" in capsys.readouterr().err
    assert run(["corpus", "add", "lanchuan-2024.txt", "reports"]) == 0
    assert (reports / "lanchuan-2024.txt").read_bytes() == before


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(
    ("language", "nothing", "there"),
    [
        ("zh", "reports 没有新加入的文件", "原来就有，内容相同："),
        ("en", "Nothing was added to reports", "There already, with the same content: "),
    ],
)
def test_what_is_there_already_is_not_told_as_added(language, nothing, there, folder, capsys):
    there += str(Path("reports", "lanchuan-2024.txt"))
    (folder / "new.txt").write_bytes((folder / "lanchuan-2024.txt").read_bytes())
    capsys.readouterr()

    assert run(["corpus", "add", "lanchuan-2024.txt", "reports", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(nothing)
    assert there in shown
    assert run(["corpus", "add", "lanchuan-2024.txt", "new.txt", "reports", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert nothing not in shown
    assert there in shown
    assert "new.txt" in shown


@pytest.mark.parametrize(
    ("language", "count", "headings", "missing"),
    [
        (
            "zh",
            "1 个文件未能读入，按清单不读 1 个",
            ("未能读入的文件", "按清单不读的文件"),
            "清单里有，文件夹里没有",
        ),
        (
            "en",
            "1 file could not be read; 1 left out, as the manifest says",
            ("Files that could not be read", "Files left out, as the manifest says"),
            "named in the manifest, but not there",
        ),
    ],
)
@pytest.mark.usefixtures("reports")
def test_a_file_left_out_on_purpose_is_told_apart(language, count, headings, missing, capsys):
    assert run(["corpus", "remove", "澜川:2024", "reports"]) == 0
    with Path("reports", "manifest.csv").open("a", encoding="utf-8") as manifest:
        manifest.write("gone.txt,\n")
    capsys.readouterr()

    assert run(["corpus", "list", "reports", "--lang", language, "--width", "100"]) == 0
    shown = capsys.readouterr().out
    unread, left_out = shown[shown.index(headings[0]) :].split(headings[1])
    assert count in shown
    assert ("gone.txt" in unread, missing in unread, "lanchuan-2024.txt" in unread) == (True, True, False)
    assert "lanchuan-2024.txt" in left_out


def test_verifying_tells_what_changed_by_its_exit_code(reports, capsys):
    assert run(["corpus", "verify", "reports"]) == 0
    path = reports / "lanchuan-2024.txt"
    path.write_bytes(path.read_bytes().replace(b"6%", b"7%"))
    (reports / "lanchuan-2025.txt").unlink()
    capsys.readouterr()

    assert run(["corpus", "verify", "reports", "--format", "json"]) == 1
    files = {each["file"]: each for each in json.loads(capsys.readouterr().out)["files"]}
    assert files["lanchuan-2024.txt"]["status"] == "changed"
    assert files["lanchuan-2024.txt"]["before"] != files["lanchuan-2024.txt"]["now"]
    assert (files["lanchuan-2025.txt"]["status"], files["lanchuan-2025.txt"]["now"]) == ("gone", None)
    assert run(["corpus", "verify", "reports"]) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_verification_as_text(language, reports, capsys):
    (reports / "lanchuan-2025.txt").unlink()
    capsys.readouterr()

    assert run(["corpus", "verify", "reports", "--lang", language]) == 1
    shown = capsys.readouterr().out
    assert "lanchuan-2025.txt" in shown
    assert {"zh": "不在 1", "en": "gone 1"}[language] in shown
    assert "lanchuan-2024.txt" not in shown


def test_a_removed_report_stays_on_disk_and_is_not_read(reports, capsys):
    assert run(["corpus", "remove", "澜川:2024", "reports"]) == 0
    assert (reports / "lanchuan-2024.txt").is_file()
    files = listed(capsys)
    assert "left out" in files["lanchuan-2024.txt"]["problem"]
    assert files["lanchuan-2025.txt"]["id"] == "澜川市:2025"
    readings = [path for path in (reports / FOLDER).rglob("readings/*/*") if path.is_file()]
    assert len(readings) == 1


def test_a_manifest_keeps_what_it_said(reports):
    manifest = reports / "manifest.csv"
    said = "file,note,place\r\nlanchuan-2024.txt,政府工作报告的全文，来自市人民政府的网页,\r\nlanchuan-2025.txt,,永安县\r\n"
    manifest.write_bytes(said.encode("gb18030"))

    assert run(["corpus", "remove", "lanchuan-2024.txt", "reports"]) == 0
    rows = list(csv.DictReader(manifest.read_bytes().decode("gb18030").splitlines()))
    assert rows == [
        {
            "file": "lanchuan-2024.txt",
            "note": "政府工作报告的全文，来自市人民政府的网页",
            "place": "",
            "skip": "yes",
        },
        {"file": "lanchuan-2025.txt", "note": "", "place": "永安县", "skip": ""},
    ]


def test_a_manifest_written_by_hand_is_not_changed(reports, capsys):
    text = '[[report]]\nfile = "lanchuan-2024.txt"\nplace = "永安县"\n'
    (reports / "manifest.toml").write_text(text, encoding="utf-8")

    assert run(["corpus", "remove", "lanchuan-2024.txt", "reports"]) == 2
    assert "skip = true" in capsys.readouterr().err
    assert (reports / "manifest.toml").read_text(encoding="utf-8") == text
    (reports / "manifest.toml").write_text(text + "skip = true\n", encoding="utf-8")
    assert "left out" in listed(capsys)["lanchuan-2024.txt"]["problem"]


def test_a_file_is_deleted_only_when_told(reports, capsys):
    assert run(["corpus", "remove", "reports/lanchuan-2024.txt", "reports", "--delete"]) == 0
    assert not (reports / "lanchuan-2024.txt").exists()
    assert not (reports / "manifest.csv").exists()
    assert set(listed(capsys)) == {"lanchuan-2025.txt"}
    assert run(["corpus", "verify", "reports"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing.txt", "reports"], "is no file of reports"),
        (["澜川:2019", "reports"], "there is no such report"),
        (["reports"], "only the folder is named"),
    ],
)
@pytest.mark.usefixtures("reports")
def test_what_cannot_be_removed(arguments, message, capsys):
    assert run(["corpus", "remove", *arguments]) == 2
    assert message in capsys.readouterr().err
