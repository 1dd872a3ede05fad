"""`crossyear check` as CI meets it: three answers in every format, whatever the input."""

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from corpora.errors import UsageError
from reports.cli import check_formats
from reports.cli.main import run

EARLIER, LATER = "lanchuan-2024.txt", "lanchuan-2025.txt"
NAMES = ["x.md", "x.json", "x.xml", "x.sarif", "x.html", "x.txt", "gl-code-quality.json"]
OUTPUTS = [word for name in NAMES for word in ("-o", name)]


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch):
    """What the machine that runs the tests tells of itself is not meant for them."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def answers(folder):
    """What each of the files says: passed, failed or could not compare."""
    text = {name: (folder / name).read_text(encoding="utf-8") for name in NAMES}
    document, sarif = json.loads(text["x.json"]), json.loads(text["x.sarif"])["runs"][0]
    suites = ET.fromstring(text["x.xml"])  # noqa: S314 - our own file
    quality = json.loads(text["gl-code-quality.json"])
    quality_says = (
        "passed" if all(each["severity"] not in {"critical", "blocker"} for each in quality) else "failed"
    )
    if any(each["check_name"] == "could-not-compare" for each in quality):
        quality_says = "could not compare"
    words = {"passed": "通过", "failed": "未通过", "could not compare": "无法比较"}
    told = {
        name: re.search(r"检查结果：(未通过|通过|无法比较)", text[name])[1]
        for name in ("x.md", "x.html", "x.txt")
    }
    return {
        "x.json": document["verdict"],
        "x.sarif": sarif["properties"]["verdict"],
        "x.xml": suites.get("name").removeprefix("crossyear check: "),
        "gl-code-quality.json": quality_says,
        **{name: next(state for state, word in words.items() if word == said) for name, said in told.items()},
    }


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([EARLIER, LATER], 1, "failed"),
        ([EARLIER, LATER, "--fail-on", "none"], 0, "passed"),
        ([LATER, LATER], 0, "passed"),
        ([LATER, LATER, "--fail-on", "any"], 0, "passed"),
        ([EARLIER, LATER, "--fail-on", "part-missing"], 0, "passed"),
        ([EARLIER, LATER, "--fail-on", "formulation-new"], 1, "failed"),
        (["missing.txt", LATER], 2, "could not compare"),
        ([EARLIER, "missing.txt"], 2, "could not compare"),
        ([EARLIER, "folder"], 2, "could not compare"),
        ([EARLIER, "empty.txt"], 2, "could not compare"),
        ([EARLIER, "binary.txt"], 2, "could not compare"),
        ([EARLIER, "broken.docx"], 2, "could not compare"),
        ([EARLIER, "locked.docx"], 2, "could not compare"),
        ([EARLIER, "recipe.txt"], 2, "could not compare"),
        ([EARLIER, "short.txt"], 2, "could not compare"),
        ([EARLIER, "undated.txt"], 2, "could not compare"),
        ([LATER, EARLIER], 2, "could not compare"),  # the years are the wrong way round
        ([EARLIER, LATER, "--later-year", "2019"], 2, "could not compare"),
        ([EARLIER, LATER, "--later-place", "云梧市"], 2, "could not compare"),
        ([EARLIER, LATER, "--rules", "missing.toml"], 2, "could not compare"),
        ([EARLIER, LATER, "--rules", "recipe.txt"], 2, "could not compare"),
        ([EARLIER, LATER, "--corpus", "missing"], 2, "could not compare"),
        ([EARLIER, LATER, "--encoding", "klingon"], 2, "could not compare"),
        ([EARLIER, LATER, "--baseline", "missing.json"], 2, "could not compare"),
        ([EARLIER, LATER, "--acknowledged", "recipe.txt"], 2, "could not compare"),
        (["--git", "HEAD", LATER], 2, "could not compare"),  # the folder is no repository
        (["缺:2024", LATER], 2, "could not compare"),
    ],
)
def test_every_format_gives_the_same_answer_whatever_the_input(folder, capsys, arguments, code, says):
    assert run(["check", *arguments, *OUTPUTS]) == code
    assert set(answers(folder).values()) == {says}
    streams = capsys.readouterr()
    assert streams.out == ""
    assert f"check {says}" in streams.err
    if code == 2:
        assert all(
            "不能当作没有变化" in (folder / name).read_text(encoding="utf-8") for name in ("x.md", "x.html")
        )


def test_the_terminal_shows_the_answer_and_the_reason(folder, capsys):
    assert run(["check", EARLIER, "recipe.txt", "--lang", "en"]) == 2
    streams = capsys.readouterr()
    assert "Check of recipe.txt: could not compare" in streams.out
    assert "This does not mean that nothing changed." in streams.out
    assert streams.err.startswith("crossyear: recipe.txt: does not look like a government work report")
    assert run(["check", LATER, LATER, "--fail-on", "any", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "passed" in shown
    assert "Compared: two texts of one year." in shown
    assert contents(folder).keys().isdisjoint(NAMES)


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (
            [EARLIER, "missing.txt"],
            "missing.txt: there is no such file. Check",
            "missing.txt：没有这个文件。核对",
        ),
        ([LATER, EARLIER], "the years do not fit: 2025, 2024. Check", "年份不合：2025, 2024。核对"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_standard_error_is_english_and_a_chinese_result_chinese(capsys, arguments, english, chinese):
    assert run(["check", *arguments, "--lang", "zh", "--width", "200"]) == 2
    streams = capsys.readouterr()
    assert streams.err.startswith(f"crossyear: {english}")
    assert chinese in streams.out
    assert english not in streams.out
    assert run(["check", *arguments, "--lang", "en", "--width", "200"]) == 2
    assert english in capsys.readouterr().out


def test_both_files_that_cannot_be_read_are_told(folder, capsys):
    assert run(["check", "missing.txt", "empty.txt", "-o", "x.json"]) == 2
    assert capsys.readouterr().err.count("crossyear: missing.txt") == 1
    problems = json.loads((folder / "x.json").read_text(encoding="utf-8"))["problems"]
    assert [problem["side"] for problem in problems] == ["earlier", "later"]


@pytest.mark.parametrize(
    ("rules", "code", "said"),
    [
        ('[[rule]]\nid = "part-missing"\n', 0, "通过"),
        ('[[rule]]\nid = "priority-dropped"\n', 1, "未通过"),
        ('[[rule]]\nid = "priority-droped"\n', 2, "Did you mean priority-dropped?"),
        ('[reading]\nyears = "same"\n[[rule]]\nid = "part-missing"\n', 2, "年份不合"),
        ('[reading.doubts]\npart-missing = 0\n[[rule]]\nid = "part-missing"\n', 0, "通过"),
    ],
)
def test_a_rules_file(folder, capsys, rules, code, said):
    (folder / "my.toml").write_text(rules, encoding="utf-8")
    assert run(["check", EARLIER, LATER, "--rules", "my.toml", "--width", "200"]) == code
    assert said in capsys.readouterr().out


def test_a_doubtful_reading_gives_no_verdict(folder, capsys):
    damaged = (folder / LATER).read_text(encoding="utf-8").replace("，", "\ufffd", 30)
    (folder / "damaged.txt").write_text(damaged, encoding="utf-8")
    assert run(["check", EARLIER, "damaged.txt", "--lang", "en"]) == 2
    assert (
        "the reading of damaged.txt is in doubt: 30 characters could not be read" in capsys.readouterr().err
    )
    (folder / "my.toml").write_text(
        '[reading.doubts]\nbad-characters = 1000\n[[rule]]\nid = "part-missing"\n'
    )
    assert run(["check", EARLIER, "damaged.txt", "--rules", "my.toml"]) == 0


@pytest.mark.parametrize(("name", "is_told"), [("knwon.toml", True), ("known.toml", False)])
def test_a_file_of_acknowledgements_that_is_not_there_is_noted(folder, capsys, name, is_told):
    (folder / "known.toml").write_text("", encoding="utf-8")
    assert run(["check", EARLIER, LATER, "--acknowledged", name]) == 1
    assert ("knwon.toml: there is no such file yet" in capsys.readouterr().err) is is_told


def test_init_writes_the_rules_once(folder, capsys):
    assert run(["check", "--init"]) == 0
    assert run(["check", EARLIER, LATER, "--rules", "crossyear-rules.toml"]) == 1
    before = contents(folder)
    assert run(["check", "--init"]) == 2
    assert "crossyear-rules.toml: is there already" in capsys.readouterr().err
    assert run(["check", "--init", "--rules", "other.toml"]) == 0
    assert (folder / "other.toml").read_bytes() == before["crossyear-rules.toml"]


def findings(folder, name="x.json"):
    return json.loads((folder / name).read_text(encoding="utf-8"))["findings"]


def test_a_baseline_lets_only_what_came_since_fail(folder):
    assert run(["check", EARLIER, LATER, "-o", "x.json"]) == 1
    assert run(["check", EARLIER, LATER, "--baseline", "x.json"]) == 0
    changed = (folder / LATER).read_text(encoding="utf-8").replace("城镇调查失业率5.5%左右；", "")
    (folder / "changed-2025.txt").write_text(changed, encoding="utf-8")
    assert run(["check", EARLIER, "changed-2025.txt", "--baseline", "x.json", "-o", "y.json"]) == 1
    failing = [each for each in findings(folder, "y.json") if each["fails"]]
    assert [each["rule"] for each in failing] == ["target-dropped"]
    assert {each["status"] for each in findings(folder, "y.json")} == {"open", "known"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is no JSON"),
        ("[]", "is no result of crossyear check"),
        ('{"findings": []}', "is no result of crossyear check"),
        ('{"verdict": "could not compare", "findings": []}', "that check could not compare"),
    ],
)
def test_a_baseline_that_tells_nothing_is_refused(folder, capsys, text, said):
    (folder / "known.json").write_text(text)
    assert run(["check", EARLIER, LATER, "--baseline", "known.json"]) == 2
    assert f"known.json: {said}" in capsys.readouterr().err


def test_findings_are_acknowledged_one_by_one(folder, capsys):
    run(["check", EARLIER, LATER, "-o", "x.json"])
    failing = [each["fingerprint"] for each in findings(folder) if each["fails"]]
    options = ["--acknowledged", "known.toml", "--reason", 'as "decided"\n', "--who", "李娜", "-o", "y.json"]
    for place, each in enumerate(failing, start=1):
        code = run(["check", EARLIER, LATER, "--acknowledge", each, *options])
        assert code == (0 if place == len(failing) else 1)
    text = (folder / "known.toml").read_text(encoding="utf-8")
    assert text.count("[[acknowledged]]") == len(failing)
    assert "# " in text.partition("[[acknowledged]]")[0].splitlines()[-1]  # the finding in words
    statuses = {each["fingerprint"]: each["status"] for each in findings(folder, "y.json")}
    assert {statuses[each] for each in failing} == {"acknowledged"}
    assert run(["check", EARLIER, LATER, "--acknowledged", "known.toml"]) == 0
    capsys.readouterr()
    assert run(["check", EARLIER, LATER, "--acknowledge", failing[0], *options]) == 2
    assert "is acknowledged already" in capsys.readouterr().err
    assert (folder / "known.toml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--acknowledge", "0123456789ab", "--reason", "x", "--who", "y"], "--acknowledge needs --acknowledged"),
        (["--acknowledge", "0123456789ab", "--acknowledged", "k.toml", "--who", "y"], "needs --reason"),
        (["--acknowledge", "0123456789ab", "--acknowledged", "k.toml", "--reason", "x"], "needs --who"),
        (["--acknowledge", "0123456789ab", "--acknowledged", "k.toml", "--reason", "x", "--who", " "], "needs --who"),
        (["--reason", "x"], "belong to --acknowledge"),
        ([EARLIER, LATER, "--acknowledge", "0123456789ab", "--acknowledged", "k.toml", "--reason", "x", "--who", "y"], "this check has no such finding"),
        (["--acknowledge", "12", "--acknowledged", "k.toml", "--reason", "x", "--who", "y"], "12 is no fingerprint"),
        (["--acknowledge", "0123456789ab", "--acknowledged", "k.toml", "--reason", "x", "--who", "y", "--until", "2001-01-01"], "lies in the past"),
    ],
)  # fmt: skip
def test_an_acknowledgement_that_cannot_hold_is_refused(folder, capsys, arguments, said):
    before = contents(folder)
    assert run(["check", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert contents(folder) == before


def test_acknowledgements_can_be_added_without_reports(folder, capsys):
    options = ["--acknowledged", "known.toml", "--reason", "x", "--who", "y", "--until", "2999-12-31"]
    assert run(["check", "--acknowledge", "0123456789ab", *options]) == 0
    assert "it was not looked up" in capsys.readouterr().err
    assert "until = 2999-12-31" in (folder / "known.toml").read_text(encoding="utf-8")


def test_expired_and_unused_acknowledgements_are_told(folder, capsys, monkeypatch):
    run(["check", EARLIER, LATER, "-o", "x.json"])
    first = next(each["fingerprint"] for each in findings(folder) if each["fails"])
    entries = f'[[acknowledged]]\nid = "{first}"\nreason = "r"\nwho = "w"\nuntil = 2026-06-30\n'
    entries += '[[acknowledged]]\nid = "0123456789ab"\nreason = "gone"\nwho = "w"\n'
    (folder / "known.toml").write_text(entries, encoding="utf-8")
    command = ["check", EARLIER, LATER, "--acknowledged", "known.toml", "-o", "y.json", "--format", "text"]
    for day, expired in (("1782777600", []), ("1782950400", [first])):  # 30 June and 2 July 2026
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        capsys.readouterr()
        assert run(command) == 1
        told = json.loads((folder / "y.json").read_text(encoding="utf-8"))["acknowledgements"]
        assert [entry["id"] for entry in told["expired"]] == expired
        assert [entry["id"] for entry in told["unused"]] == ["0123456789ab"]
        shown = capsys.readouterr().out
        assert ("已过期的确认" in shown) is bool(expired)
        assert "没有对应发现的确认" in shown


def test_github_gets_its_summary_and_annotations(folder, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    (folder / "summary.md").write_text("before\n")
    assert run(["check", EARLIER, LATER, "--format", "json"]) == 1
    streams = capsys.readouterr()
    commands = [line for line in streams.err.splitlines() if line.startswith("::")]
    assert len(commands) == 10
    assert commands[0].startswith(f"::error file={folder.name}/{LATER},line=")
    assert json.loads(streams.out)["verdict"] == "failed"
    assert run(["check", EARLIER, "recipe.txt"]) == 2
    assert "::error title=" in capsys.readouterr().err
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n# 澜川市 2025 年政府工作报告 检查结果：未通过")
    assert "/recipe.txt 检查结果：无法比较" in summary


def test_a_summary_that_cannot_be_written_does_not_stop_the_check(folder, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "missing" / "summary.md"))
    assert run(["check", LATER, LATER]) == 0
    assert "the step's summary is missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "0 reports are named, not 2"),
        ([LATER], "1 reports are named, not 2"),
        ([EARLIER, LATER, LATER], "3 reports are named, not 2"),
        ([EARLIER, LATER, "--git", "HEAD"], "2 reports are named, not 1"),
        ([EARLIER, LATER, "-o", "x.pdf"], "x.pdf: the suffix chooses no format"),
        ([EARLIER, LATER, "-o", "missing/x.md"], "missing/x.md: there is no folder"),
        ([EARLIER, LATER, "-o", LATER], f"{LATER}: is one of the files to read"),
        ([EARLIER, LATER, "--fail-on", "anything"], "--fail-on: there is no 'anything'"),
        ([EARLIER, LATER, "--fail-on", ""], "--fail-on: it names nothing"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(folder, capsys, arguments, said):
    before = contents(folder)
    assert run(["check", *arguments]) == 2
    streams = capsys.readouterr()
    assert (streams.out, streams.err.count("\n")) == ("", 1)
    assert streams.err.startswith(f"crossyear: {said}")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", "md"),
        ("a.XML", "junit"),
        ("a.sarif", "sarif"),
        ("a.json", "json"),
        ("gl-code-quality.json", "codequality"),
        ("out/gl-codequality.json", "codequality"),
        ("code-quality.jsn", None),
        ("a", None),
    ],
)
def test_names_choose_formats(name, expected):
    if expected is None:
        with pytest.raises(UsageError):
            check_formats.check_format_of(name)
    else:
        assert check_formats.check_format_of(name) == expected


def test_a_bug_is_no_verdict(folder, capsys, monkeypatch):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("compare.comparison.compare_with_many", fail)
    assert run(["check", EARLIER, LATER, "-o", "x.md"]) == 70
    assert not (folder / "x.md").exists()
    assert "this is a bug" in capsys.readouterr().err


def test_the_same_check_gives_the_same_bytes(folder):
    for _ in range(2):
        run(["check", EARLIER, LATER, *OUTPUTS])
        found = contents(folder)
    run(["check", str(Path(os.curdir) / EARLIER), LATER, *OUTPUTS])
    assert contents(folder)["x.sarif"] == found["x.sarif"]
    assert "\\" not in (folder / "x.sarif").read_text(encoding="utf-8").replace('\\"', "")
