"""Files are replaced whole or not at all; what cannot be written is refused beforehand."""

import os
import stat
import sys

import pytest

from corpora.errors import UsageError
from reports import output
from reports.output import check_destination, write_output, write_standard_output

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder):
    return sorted(path.name for path in folder.iterdir())


NOT_FOR_ROOT = pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")


def test_a_new_file_is_written_as_utf8(tmp_path):
    write_output(str(tmp_path / "x.md"), "提法\n“引”")
    assert (tmp_path / "x.md").read_bytes() == "提法\n“引”".encode()
    assert names(tmp_path) == ["x.md"]


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path):
    before = os.umask(0o027)
    try:
        write_output(str(tmp_path / "x.md"), "")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o640


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path):
    target = tmp_path / "x.md"
    target.write_text("old and long")
    target.chmod(0o600)
    write_output(str(target), "new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_output(str(tmp_path / "link.md"), "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_device_is_written_to(tmp_path):
    write_output(os.devnull, "x")
    assert names(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_existing_file_survives_a_failure_and_nothing_is_left_behind(tmp_path, monkeypatch, step):
    def fail(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    target = tmp_path / "x.md"
    target.write_text("old")
    monkeypatch.setattr(output.Path if step == "replace" else output.os, step, fail)
    with pytest.raises(UsageError, match="No space left on device"):
        write_output(str(target), "new")
    assert target.read_text() == "old"
    assert names(tmp_path) == ["x.md"]


def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_output(str(tmp_path / "x.md"), "new")
    assert names(tmp_path) == []


def test_names_that_are_no_text_are_written_as_escapes(tmp_path):
    write_output(str(tmp_path / "x.md"), "a\udcff")
    assert (tmp_path / "x.md").read_bytes() == b"a\\udcff"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (".", "is a folder, not a file"),
        ("missing/x.md", "there is no folder"),
        ("file.txt/x.md", "is not a folder"),
    ],
)
def test_what_cannot_be_written_is_refused(tmp_path, path, said):
    (tmp_path / "file.txt").write_text("")
    with pytest.raises(UsageError, match=said):
        check_destination(str(tmp_path / path))


@NOT_FOR_ROOT
@pytest.mark.parametrize("path", ["closed/x.md", "closed.md"])
def test_what_may_not_be_written_is_refused(tmp_path, path):
    (tmp_path / "closed").mkdir(mode=0o500)
    (tmp_path / "closed.md").touch(mode=0o400)
    with pytest.raises(UsageError, match="cannot be written"):
        check_destination(str(tmp_path / path))


@pytest.mark.parametrize("path", ["-", "x.md", "kept.md"])
def test_what_can_be_written_is_not_touched_by_the_check(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept.md").write_text("kept")
    check_destination(path)
    assert names(tmp_path) == ["kept.md"]
    assert (tmp_path / "kept.md").read_text() == "kept"


def test_standard_output(capsysbinary):
    write_output("-", "提法\n")
    write_standard_output("a\udcff")
    assert capsysbinary.readouterr().out == "提法\n".encode() + b"a\\udcff"


def test_standard_output_without_an_encoding_to_set(monkeypatch):
    class Plain:
        written = ""

        def write(self, text):
            self.written += text

        def flush(self):
            pass

    monkeypatch.setattr(sys, "stdout", Plain())
    write_standard_output("提法")
    assert sys.stdout.written == "提法"
