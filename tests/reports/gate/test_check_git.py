"""`check --git REV`: a file of a repository against itself as it was, by git's own command line."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from reports.cli import check_inputs
from reports.cli.main import run

DATA = Path(__file__).resolve().parents[3] / "corpora" / "data"
NAME = "lanchuan-2025.txt"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder, *arguments):
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],  # noqa: S607 - any git will do
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with the draft in three revisions; the working copy has a fourth text."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "drafts"
    (folder / "sub").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    text = (DATA / NAME).read_text(encoding="utf-8")
    drafts = [
        text,
        text.replace("228个", "238个"),
        text.replace("228个", "238个").replace("462亿元", "470亿元"),
    ]
    for number, draft in enumerate(drafts):
        for place in (folder / NAME, folder / "sub" / NAME):
            place.write_text(draft, encoding="utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", f"draft {number}")
    git(folder, "tag", "v1.0", "HEAD~2")
    (folder / NAME).write_text(drafts[-1].replace("9.9万", "9.8万"), encoding="utf-8")
    (folder / "later-2025.txt").write_text(drafts[-1], encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("revision", "numbers"),
    [
        ("HEAD", set()),
        ("HEAD~1", {"470亿"}),
        ("main~2", {"238", "470亿"}),
        ("v1.0", {"238", "470亿"}),
    ],
)
@pytest.mark.parametrize("place", [NAME, f"sub/{NAME}"])
def test_a_file_is_compared_with_its_own_past(repository, place, revision, numbers):
    assert run(["check", "--git", revision, place, "-o", "x.json"]) == (1 if numbers else 0)
    document = json.loads((repository / "x.json").read_text(encoding="utf-8"))
    changed = [each for each in document["findings"] if each["rule"] == "number-changed"]
    assert {each["values"]["later_number"] for each in changed} == numbers
    assert document["earlier"]["source"] == f"{place}@{revision}"
    assert document["situation"] == "draft"
    assert {each["file"] for each in document["findings"]} <= {place}


def test_from_another_folder_and_by_an_absolute_path(repository, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["check", "--git", "HEAD~1", str(repository / NAME), "-o", "x.json"]) == 1
    document = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert {each["file"] for each in document["findings"]} == {f"drafts/{NAME}"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--git", "nowhere", NAME], "--git nowhere: there is no such revision"),
        (["--git", "HEAD~9", NAME], "--git HEAD~9: there is no such revision"),
        (["--git=--output=x", NAME], "--git '--output=x': is no revision"),
        (["--git=-h", NAME], "--git '-h': is no revision"),
        (["--git", "", NAME], "--git '': is no revision"),
        (["--git", f"HEAD:{NAME}", NAME], f"--git 'HEAD:{NAME}': is no revision"),
        (["--git", "HEAD HEAD", NAME], "--git 'HEAD HEAD': is no revision"),
        (["--git", "HEAD", "later-2025.txt"], "later-2025.txt: was not in the repository at HEAD"),
        (["--git", "HEAD", "missing.txt"], "missing.txt: there is no such file"),
        (["--git", "HEAD", "missing/a.txt"], "missing/a.txt: there is no such file"),
    ],
)
def test_a_revision_that_cannot_be_had_is_told(repository, capsys, arguments, said):
    assert run(["check", *arguments, "-o", "x.json"]) == 2
    assert f"crossyear: {said}" in capsys.readouterr().err
    assert json.loads((repository / "x.json").read_text(encoding="utf-8"))["verdict"] == "could not compare"
    assert not (repository / "x").exists()


def test_outside_a_repository(repository, tmp_path, capsys):
    lonely = tmp_path / NAME
    lonely.write_bytes((repository / NAME).read_bytes())
    assert run(["check", "--git", "HEAD", str(lonely)]) == 2
    assert "is in no git repository" in capsys.readouterr().err


@pytest.mark.usefixtures("repository")
def test_without_git(capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert run(["check", "--git", "HEAD", NAME]) == 2
    assert "--git needs the program git" in capsys.readouterr().err


@pytest.mark.usefixtures("repository")
def test_a_git_that_does_not_answer_is_told(capsys, monkeypatch):
    def wait(*_arguments, **options):
        raise subprocess.TimeoutExpired("git", options["timeout"])

    monkeypatch.setattr(check_inputs.subprocess, "run", wait)
    assert run(["check", "--git", "HEAD", NAME]) == 2
    assert "git could not be run" in capsys.readouterr().err
