"""The laws of the house, read off the source itself. CONTRIBUTING.md says why each of them holds."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpora", "compare", "reports")

# corpora <- compare <- reports
MAY_IMPORT = {"corpora": {"corpora"}, "compare": {"corpora", "compare"}, "reports": set(PACKAGES)}
# The values that reading yields, and the pure grammar of amounts: both sides need one reading of 1.3万亿斤.
COMPARE_MAY_IMPORT_OF_CORPORA = {"corpora.model", "corpora.quantities"}
ONLY_IN = {"rapidfuzz": "compare/similarity.py", "distributed": "reports/batch/cluster.py"}
# Modules that reach out of the process or say what time it is.
NOT_IN_COMPARE = {
    *("datetime", "glob", "io", "logging", "os", "pathlib", "random", "shutil"),
    *("socket", "subprocess", "sys", "tempfile", "time", "urllib"),
}
ONLY_INSIDE_FUNCTIONS = {"polars", "plotly", "jinja2", "distributed"}
NOT_LOADED_BY_HELP = {
    *("polars", "plotly", "jinja2", "numpy", "rapidfuzz"),
    *("docx", "lxml", "olefile", "opencc", "pypdfium2"),
}
LONGEST_MODULE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}

MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))

# Written so that the patterns do not find themselves.
MACHINE_PATH = re.compile(r"(?<![\w.~}<>*-])/(?:work|root|home|tmp|Users)/\w|[A-Z]:\\(?:Users)\\")
INDEX_ADDRESS = re.compile(r"https?://[^\s\"'<>)]*(?:[p]ypi|[p]ythonhosted|[n]pmjs|[/]simple\b)")


class Import(Struct, frozen=True):
    """One import: the dotted name of the module, and whether importing the file runs it."""

    module: str
    at_once: bool

    @property
    def top(self):
        return self.module.partition(".")[0]


def imports_in(source):
    """Every import of a source text, also inside functions."""
    return list(_imports(ast.parse(source).body, at_once=True))


def _imports(nodes, *, at_once):
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # `from corpora import model` names a module, `from corpora.model import Unit` a thing in one.
            is_package = (ROOT / node.module.replace(".", "/")).is_dir()
            names = [f"{node.module}.{alias.name}" for alias in node.names] if is_package else [node.module]
            yield from (Import(name, at_once) for name in names)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _imports(node.body, at_once=False)
            yield from _imports(node.orelse, at_once=at_once)
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(ast.iter_child_nodes(node), at_once=at_once and not inside)


def imports_of(package):
    """(file, import) for every import of a package."""
    for path in MODULES:
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(f"{package}/"):
            yield from ((name, found) for found in imports_in(path.read_text(encoding="utf-8")))


def tracked_files():
    """The files of the repository: what git tracks, or all that the ignore rules leave, without git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - any git will do
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("needs a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import polars", [("polars", True)]),
        ("import plotly.graph_objects as go", [("plotly.graph_objects", True)]),
        ("from corpora.model import Unit", [("corpora.model", True)]),
        ("from corpora import model, cleaning", [("corpora.model", True), ("corpora.cleaning", True)]),
        ("def f():\n    import polars", [("polars", False)]),
        ("class C:\n    import polars", [("polars", True)]),
        ("class C:\n    def f(self):\n        import polars", [("polars", False)]),
        (
            "try:\n    import polars\nexcept ImportError:\n    import numpy",
            [("polars", True), ("numpy", True)],
        ),
        ("if TYPE_CHECKING:\n    import polars", [("polars", False)]),
        ("if x:\n    import polars", [("polars", True)]),
    ],
)
def test_imports_are_seen(source, found):
    assert [(each.module, each.at_once) for each in imports_in(source)] == found


def test_there_is_something_to_check():
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(PACKAGES)
    assert Path(__file__) in TESTS


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_one_way(package):
    house = set(PACKAGES) | {"tests", "scripts"}
    assert [
        (name, each.module) for name, each in imports_of(package) if each.top in house - MAY_IMPORT[package]
    ] == []


def test_compare_knows_only_values_and_amounts_of_corpora():
    assert [
        (name, each.module)
        for name, each in imports_of("compare")
        if each.top == "corpora" and each.module not in COMPARE_MAY_IMPORT_OF_CORPORA
    ] == []


def test_compare_is_pure():
    assert [(name, each.module) for name, each in imports_of("compare") if each.top in NOT_IN_COMPARE] == []


@pytest.mark.parametrize(("library", "home"), ONLY_IN.items())
def test_a_library_with_one_home(library, home):
    used_in = {name for package in PACKAGES for name, each in imports_of(package) if each.top == library}
    assert used_in == {home}


@pytest.mark.parametrize("package", PACKAGES)
def test_heavy_libraries_are_imported_where_they_are_used(package):
    assert [
        (name, each.module)
        for name, each in imports_of(package)
        if each.at_once and each.top in ONLY_INSIDE_FUNCTIONS
    ] == []


def test_help_loads_no_heavy_library():
    code = (
        "import sys; from reports.cli.main import run\n"
        "run(['--help'])\n"
        f"print('loaded:', sorted({NOT_LOADED_BY_HELP!r} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Usage" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded: []"


@pytest.mark.parametrize("package", ["corpora", "compare"])
def test_only_reports_speaks(package):
    speaking = re.compile(r"^(?:print|input|open|sys\.(?:stdout|stderr)\.write)$")
    quiet = {"corpora": {"open"}, "compare": set()}[package]  # corpora reads what it was given
    assert [
        (path.relative_to(ROOT).as_posix(), node.lineno)
        for path in MODULES
        if path.relative_to(ROOT).parts[0] == package
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and speaking.match(ast.unparse(node.func))
        and ast.unparse(node.func) not in quiet
    ] == []


def test_no_module_outgrows_its_reader():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES + TESTS + SCRIPTS
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_name_says_something():
    assert [path for path in MODULES + TESTS if path.stem in NAMES_THAT_SAY_NOTHING] == []


def test_tests_are_no_packages_and_have_names_of_their_own():
    # tests/compare/__init__.py would shadow compare/, and so would two modules of one name each other.
    names = Counter(path.name for path in TESTS)
    assert names["__init__.py"] == 0
    assert [name for name, count in names.items() if count > 1 and name != "conftest.py"] == []


@pytest.mark.parametrize("folder", [*PACKAGES, "tests", "scripts"])
def test_only_declared_libraries_are_imported(folder):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + extras["cluster"]
    if folder not in PACKAGES:
        wanted += extras["dev"]
    declared = {distribution_name(re.match(r"[\w.-]+", requirement)[0]) for requirement in wanted}
    providers = {
        module: {distribution_name(name) for name in names}
        for module, names in packages_distributions().items()
    }
    house = {*PACKAGES, "scripts"}
    assert [
        (path.relative_to(ROOT).as_posix(), each.module)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for each in imports_in(path.read_text(encoding="utf-8"))
        if each.top not in sys.stdlib_module_names | house and not providers.get(each.top, set()) & declared
    ] == []


def distribution_name(name):
    """A distribution's name in the one spelling that counts."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see {}work/notes.txt", MACHINE_PATH),
        ('open("{}home/ann/2024.txt")', MACHINE_PATH),
        ("-o {}tmp/page.html", MACHINE_PATH),
        ("https://example.org{}work/notes", None),
        ("out{}tmp/x", None),
        ("{}usr/bin/chromium", None),
        ("https:{0}{0}py{1}pi.org/simple/rich/", INDEX_ADDRESS),
        ("a mirror set with PIP_INDEX_URL", None),
        ("https:{0}{0}keepachangelog.com/en/1.1.0/", None),
    ],
)
def test_what_counts_as_a_machines_own(line, found):
    text = line.format("/", "")
    assert [pattern for pattern in (MACHINE_PATH, INDEX_ADDRESS) if pattern.search(text)] == (
        [found] if found else []
    )


def test_no_file_holds_what_is_true_on_one_machine_only():
    found = [
        (path.relative_to(ROOT).as_posix(), match[0])
        for path in tracked_files()
        for match in (
            pattern.search(path.read_bytes().decode("utf-8", errors="ignore"))
            for pattern in (MACHINE_PATH, INDEX_ADDRESS)
        )
        if match
    ]
    assert found == []
