"""What ends badly ends well: one clear message, the right exit code, no file left or overwritten."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reports.cli import main as command_line
from reports.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
EARLIER, LATER = "lanchuan-2024.txt", "lanchuan-2025.txt"
PROGRAM = [sys.executable, "-c", "from reports.cli.main import main; main()"]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "missing.txt", LATER], "missing.txt: there is no such file"),
        (["compare", EARLIER, "folder"], "folder: is a folder, not a file"),
        (["compare", EARLIER, "empty.txt"], "empty.txt: the file is empty"),
        (["compare", EARLIER, "blank.txt"], "blank.txt: there is no text in it"),
        (["compare", EARLIER, "binary.txt"], "binary.txt: "),
        (["compare", EARLIER, "cut.docx"], "cut.docx: "),
        (["compare", EARLIER, "broken.docx"], "broken.docx: the Word document is broken"),
        (["compare", EARLIER, "letter.docx"], "letter.docx: the Word document is broken"),
        (["compare", EARLIER, "locked.docx"], "locked.docx: is protected by a password"),
        (["compare", EARLIER, "old.doc"], "old.doc: the document (.doc) is broken"),
        (["compare", EARLIER, "recipe.txt"], "recipe.txt: does not look like a government work report"),
        (["compare", EARLIER, "short.txt"], "short.txt: does not look like a government work report"),
        (["compare", EARLIER, "undated.txt"], "undated.txt: no year can be found"),
        (["outline", "undated.txt"], "undated.txt: no year can be found"),
        (["outline", "missing.txt"], "missing.txt: there is no such file"),
        (["compare", EARLIER, LATER, "-o", "missing/x.html"], "missing/x.html: there is no folder"),
        (["compare", EARLIER, LATER, "-o", "empty.txt/x.html"], "empty.txt/x.html: "),
        (["compare", EARLIER, LATER, "-o", "folder"], "folder: is a folder, not a file"),
        (["compare", EARLIER, LATER, "-o", "../"], "../: is a folder, not a file"),
        (["outline", LATER, "-o", "folder"], "folder: is a folder, not a file"),
        (["check", EARLIER, LATER, "-o", "folder"], "folder: is a folder, not a file"),
        (["compare"], "compare needs two reports or more, the later one last"),
        (["compare", EARLIER], "compare needs two reports or more, the later one last"),
        (["compare", EARLIER, "--lang", "en"], "compare needs two reports or more"),
        (
            ["compare", "火星:2024", "澜川:2025", "--corpus", "."],
            '火星:2024: there is no such report in ".". crossyear corpus list . shows',
        ),
        (["compare", EARLIER, LATER, "-o", "x.xlsm"], "x.xlsm: the suffix chooses no format"),
        (["compare", EARLIER, LATER, "-o", "x"], "x: the suffix chooses no format"),
        (["compare", EARLIER, LATER, "--tables", EARLIER], f"{EARLIER}: is a file, not a folder"),
        (["compare", EARLIER, LATER, "--charts", EARLIER], f"{EARLIER}: is a file, not a folder"),
        (["compare", EARLIER, LATER, "--tables", "missing/t"], "missing/t: there is no folder"),
        (["compare", EARLIER, LATER, "--corpus", "missing"], "--corpus missing: there is no such folder"),
        (["compare", EARLIER, LATER, "--corpus", EARLIER], f"--corpus {EARLIER}: there is no such folder"),
        (
            ["compare", EARLIER, LATER, "--earlier-year", "2023", "--earlier-year", "2024"],
            "--earlier-year is given 2 times for 1 earlier reports",
        ),
        (
            ["compare", EARLIER, EARLIER, LATER, "--earlier-year", "2023"],
            "--earlier-year is given 1 times for 2 earlier reports",
        ),
        (["outline", LATER, "--text", "-o", "x.html"], "--text prints the text and is no html"),
        (["outline", LATER, "--text", "--format", "json"], "--text prints the text and is no json"),
        (["outline", LATER, "-o", "x.xlsx"], "an outline is not written as xlsx"),
        (["compare", EARLIER, LATER, "-o", EARLIER], f"{EARLIER}: is one of the files to read"),
        (
            ["compare", EARLIER, LATER, "-o", f"folder/../{LATER}"],
            f"folder/../{LATER}: is one of the files",
        ),
        (["outline", LATER, "-o", LATER], f"{LATER}: is one of the files to read"),
        (["check", EARLIER], "1 reports are named, not 2"),
        (["check", EARLIER, LATER, "--git", "HEAD"], "2 reports are named, not 1"),
        (["check", EARLIER, LATER, "-o", "x.pdf"], "x.pdf: the suffix chooses no format"),
        (["check", EARLIER, LATER, "--fail-on", "tagret-dropped"], "--fail-on: there is no 'tagret-dropped'"),
        (["check", EARLIER, LATER, "--reason", "x"], "--reason, --who and --until belong to --acknowledge"),
        (["check", "--init", "--rules", EARLIER], f"{EARLIER}: is there already"),
        (["demo", "-o", "x.pdf"], "x.pdf: the suffix chooses no format"),
        (["demo", "-o", "x.md"], "x.md: the demo writes its dashboard as a page"),
        (["demo", "-o", "empty.txt/x.html"], "empty.txt/x.html: "),
    ],
)
def test_wrong_input_gets_one_clear_message(folder, capsys, arguments, said):
    before = contents(folder)
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("crossyear: " + said)
    assert streams.err.count("\n") == 1
    assert len(streams.err) > len("crossyear: " + said) + 10  # what is wrong, and what to try
    assert contents(folder) == before


def test_without_a_browser_no_chart_is_asked_for_and_nothing_is_written(folder, capsys, monkeypatch):
    monkeypatch.setenv("CROSSYEAR_BROWSER", "no-such-browser")
    before = contents(folder)
    assert run(["compare", EARLIER, LATER, "-o", "x.md", "--charts", "c"]) == 2
    assert capsys.readouterr().err.startswith(
        "crossyear: CROSSYEAR_BROWSER=no-such-browser: there is no such program"
    )
    assert contents(folder) == before
    assert not (folder / "c").exists()


@pytest.mark.parametrize("target", ["xlsx", "docx", "parquet"])
@pytest.mark.usefixtures("folder")
def test_what_is_no_text_is_not_printed_on_a_terminal(capsys, monkeypatch, target):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(["compare", EARLIER, LATER, "--format", target]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(
        f"crossyear: --format {target} is no text and standard output is a terminal. "
    )
    assert f"-o NAME.{target}" in streams.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["outline"], "Missing argument"),
        (["outline", LATER, EARLIER], "unexpected extra argument"),
        (["compair", EARLIER, LATER], "Did you mean 'compare'?"),
        (["compare", EARLIER, LATER, "--format", "pdf"], "'pdf' is not one of"),
        (["corpus", "list", ".", "--format", "html"], "'html' is not one of"),
        (["compare", EARLIER, LATER, "--lang", "fr"], "'fr' is not one of"),
        (["compare", EARLIER, LATER, "--width", "10"], "is not in the range x>=40"),
        (["compare", EARLIER, LATER, "--later-year", "last"], "is not a valid int"),
        (["compare", EARLIER, LATER, "--colour"], "No such option"),
    ],
)
def test_wrong_usage_is_told(folder, capsys, arguments, said):
    before = contents(folder)
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert said in re.sub(r"[│\s]+", " ", streams.err)
    assert "Traceback" not in streams.err
    assert contents(folder) == before


def test_an_existing_output_survives_wrong_input(folder, capsys):
    (folder / "x.html").write_text("kept")
    assert run(["compare", EARLIER, "recipe.txt", "-o", "x.html"]) == 2
    assert (folder / "x.html").read_text() == "kept"
    assert "recipe.txt" in capsys.readouterr().err


def test_nothing_is_written_when_one_of_several_outputs_cannot_be(folder, capsys):
    assert run(["compare", EARLIER, LATER, "-o", "x.md", "-o", "missing/x.json"]) == 2
    assert not (folder / "x.md").exists()
    assert "missing/x.json" in capsys.readouterr().err


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.usefixtures("folder")
def test_a_bug_is_told_as_one(capsys, monkeypatch, debug):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("compare.comparison.compare_with_many", fail)
    assert run(["compare", EARLIER, LATER, *(["--debug"] if debug else [])]) == 70
    streams = capsys.readouterr()
    assert streams.out == ""
    assert ("Traceback" in streams.err) is debug
    assert "deep inside" in streams.err
    assert "this is a bug" in streams.err


@pytest.mark.usefixtures("folder")
def test_debug_shows_where_wrong_input_was_noticed(capsys):
    assert run(["outline", "missing.txt", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_ends_with_its_own_code(folder, capsys, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.comparison.compare_with_many", interrupt)
    (folder / "x.md").write_text("kept")
    assert run(["compare", EARLIER, LATER, "-o", "x.md"]) == 130
    assert "Traceback" not in capsys.readouterr().err
    assert (folder / "x.md").read_text() == "kept"


def start(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options
    )


@pytest.mark.usefixtures("folder")
def test_output_is_utf8_in_any_locale():
    program = start("outline", LATER)
    out, err = program.communicate()
    assert (program.returncode, err) == (0, b"")
    assert "政府工作报告" in out.decode("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_reader_that_leaves_is_no_error():
    with start("compare", EARLIER, LATER, "--format", "json") as program:
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_no_bug():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "outline", LATER],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"crossyear: standard output cannot be written (No space left on device)")


@pytest.mark.usefixtures("folder")
def test_the_interrupt_signal():
    os.mkfifo("pipe.txt")  # reading it waits for a writer that never comes
    program = start("outline", "pipe.txt")
    # The pipe can be opened for writing without waiting once the program reads it.
    while True:
        try:
            writer = os.open("pipe.txt", os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError:
            assert program.poll() is None
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()
    os.close(writer)
    assert (program.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def test_exit_codes_are_told_in_the_help(capsys):
    run(["--help"])
    shown = re.sub(r"\s+", " ", capsys.readouterr().out)
    codes = command_line.DONE, command_line.WRONG_INPUT, command_line.BUG, command_line.INTERRUPTED
    assert codes == (0, 2, 70, 130)
    assert all(f"{code} " in shown for code in codes)


@pytest.mark.parametrize(
    ("arguments", "offered"),
    [
        (["outline", LATER, "--bogus"], None),
        (["corpus", "list", ".", "--bogus"], None),
        (["outline", LATER, "--corpsu"], "--corpus"),
        (["compare", EARLIER, LATER, "--earlier-yaer", "2024"], "--earlier-year"),
        (["corpus", "list", ".", "--witdh", "60"], "--width"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_option_is_offered_only_where_one_is_near(capsys, arguments, offered):
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert "No such option" in told
    assert ("Possible options" in told) is (offered is not None)
    assert (offered or "") in told
