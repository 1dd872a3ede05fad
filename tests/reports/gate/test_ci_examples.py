"""What docs/ci.md offers to copy does what it says: the shell recipe, the action's script, the YAML files."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reports.gate.rules import RuleKind
from reports.gate.rules_file import read_rules
from reports.gate.words import RULES

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "docs" / "examples" / "ci"
DATA = ROOT / "corpora" / "data"
EARLIER, LATER = DATA / "lanchuan-2024.txt", DATA / "lanchuan-2025.txt"
YAML = [*EXAMPLES.glob("*.y*ml"), ROOT / "action.yml", ROOT / ".pre-commit-hooks.yaml"]
BASH = shutil.which("bash")

needs_bash = pytest.mark.skipif(BASH is None, reason="needs bash")


@pytest.fixture
def program(tmp_path):
    """A `crossyear` on the PATH that is this checkout's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    path = folder / "crossyear"
    code = "from reports.cli.main import main; main()"
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "{code}" "$@"\n')
    path.chmod(0o755)
    return path


def run(script, folder, program, *arguments, **variables):
    ours = {"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_OUTPUT"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment["PATH"] = f"{program.parent}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        [BASH, str(script), *map(str, arguments)],
        cwd=folder,
        env={**environment, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@needs_bash
@pytest.mark.parametrize(
    ("reports", "code", "verdict"),
    [
        ((EARLIER, LATER), 0, "passed"),
        ((DATA / "lanchuan-2022.txt", LATER), 2, "could not compare"),  # the rules want consecutive years
        ((DATA / "lanchuan-2021.txt", DATA / "lanchuan-2022.txt"), 1, "failed"),
        ((EARLIER, "missing.txt"), 2, "could not compare"),
    ],
)
def test_the_shell_recipe_checks_the_sample(tmp_path, program, reports, code, verdict):
    done = run(EXAMPLES / "check.sh", tmp_path, program, *reports, "results/check")
    assert done.returncode == code, done.stderr
    folder = tmp_path / "results" / "check"
    assert {path.name for path in folder.iterdir()} == {
        *("check.md", "check.json", "check.html", "check.xml", "check.sarif", "gl-code-quality.json")
    }
    document = json.loads((folder / "check.json").read_text(encoding="utf-8"))
    assert document["verdict"] == verdict
    if code == 0:  # it passes because of what the example acknowledges, not because nothing was found
        assert document["counts"]["acknowledged"] > 0


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code", "verdict"),
    [
        ({"EARLIER": str(EARLIER), "LATER": str(LATER)}, 1, "failed"),
        ({"EARLIER": str(EARLIER), "LATER": str(LATER), "FAIL_ON": "none"}, 0, "passed"),
        ({"EARLIER": str(EARLIER), "LATER": "missing.txt"}, 2, "could not compare"),
        ({"EARLIER": str(EARLIER), "LATER": "$(touch x);missing"}, 2, "could not compare"),
        ({"EARLIER": str(EARLIER), "LATER": "--help"}, 2, "could not compare"),
        ({"EARLIER": str(EARLIER), "LATER": str(LATER), "FAIL_ON": "anything"}, 2, "could not compare"),
        ({"GIT": "--upload-pack=x", "LATER": str(LATER)}, 2, "could not compare"),
    ],
)
def test_the_script_of_the_action_tells_the_verdict_and_leaves_a_comment(
    tmp_path, program, inputs, code, verdict
):
    stale = tmp_path / "crossyear-check"
    stale.mkdir()
    (stale / "check.md").write_text("what an earlier run said")
    (tmp_path / "output").touch()
    variables = {f"CHECK_{name}": value for name, value in inputs.items()}
    variables |= {"CROSSYEAR": str(program), "GITHUB_OUTPUT": "output", "CHECK_LANG": "en"}
    done = run(ROOT / "scripts" / "action.sh", tmp_path, program, **variables)
    assert done.returncode == code, done.stderr
    assert (tmp_path / "output").read_text() == f"verdict={verdict}\nfolder=crossyear-check\n"
    assert f": {verdict}" in (stale / "check.md").read_text(encoding="utf-8").splitlines()[0]
    assert not (tmp_path / "x").exists()


def test_the_examples_rules_are_rules():
    assert read_rules((EXAMPLES / "rules.toml").read_text(encoding="utf-8"), "rules.toml").rules


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.name)
def test_actions_of_others_are_pinned_and_inputs_never_stand_in_a_command(path):
    text = path.read_text(encoding="utf-8")
    assert "\t" not in text
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert [name for name, _ in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}|\./[\w/]+", name)] == []
    assert all(re.search(r"# v\d", rest) for name, rest in used if "@" in name)
    commands = re.findall(r"^\s*(?:- )?run: (.*)$", text, flags=re.MULTILINE)
    assert [command for command in commands if "${{" in command] == []


def test_the_workflow_has_the_least_permissions():
    text = (EXAMPLES / "github-workflow.yml").read_text(encoding="utf-8")
    assert "permissions:\n  contents: read\n\njobs:" in text
    granted = re.findall(r"^      ([\w-]+): (read|write)", text, flags=re.MULTILINE)
    assert granted == [("contents", "read"), ("security-events", "write"), ("pull-requests", "write")]


def test_the_action_passes_every_input_to_its_script():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs = re.findall(r"^  ([\w-]+):\n    description", text.partition("\noutputs:")[0], flags=re.MULTILINE)
    script = (ROOT / "scripts" / "action.sh").read_text(encoding="utf-8")
    assert inputs
    for name in inputs:
        variable = f"CHECK_{name.upper().replace('-', '_')}"
        assert f"{variable}: ${{{{ inputs.{name} }}}}" in text
        assert f"${{{variable}" in script or f"${variable}" in script


def test_the_document_tells_of_every_rule():
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert [kind for kind in RuleKind if f"| `{kind.value}` | {RULES[kind].help} |\n" not in text] == []


def test_our_own_ci_gates_the_sample():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "docs/examples/ci/check.sh" in text
    assert text.index("make demo") < text.index("check.sh")
