# Two commands for a machine with git, make and Python 3.11 or newer: `make demo` and `make test`.
# Both set up .venv with the pinned packages first, which takes no time once it is done.

PYTHON ?= python3
SECONDS ?= 60
SEED ?= 0
BIN := .venv/bin

.DEFAULT_GOAL := test
.PHONY: demo test check format docs evaluate gold bench fuzz picture setup clean

demo: setup ## compare the bundled sample's reports; the last line says where the dashboard lies
	@mkdir -p out
	@$(BIN)/crossyear demo -o out/demo.html

# Whole files to a worker: the wheel is installed once, and a browser started once.
test: check ## format, lint, types, then all tests (docs and wheel among them)
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup ## format, lint and types only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup ## rewrite the code in the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## renew the command help and the console excerpts in the documents
	$(BIN)/python scripts/documents.py

picture: setup ## take the README's picture of the dashboard again
	$(BIN)/python scripts/picture.py

evaluate: setup ## measure against evaluation/gold, and ../shared/gold where it is; fails when a figure fell
	@code=0; \
	$(BIN)/crossyear evaluate evaluation/gold --floors evaluation/floors.json $(UPDATE) || code=$$?; \
	if [ -d ../shared/gold ]; then $(BIN)/crossyear evaluate ../shared/gold --corpus ../shared/corpus/national \
		--place 全国 --floors evaluation/floors-shared.json $(UPDATE) || code=$$?; \
	$(BIN)/crossyear evaluate evaluation/judged --corpus ../shared/corpus/national --place 全国 --copies 0 \
		--floors evaluation/floors-judged.json $(UPDATE) || code=$$?; fi; \
	exit $$code

gold: setup ## write evaluation/gold anew from the sample's answer key
	$(BIN)/python scripts/gold.py

bench: setup ## print ratios against other methods and how it grows; BENCH=--write renews docs/benchmarks.md
	@PYTHONPATH=.:$$PYTHONPATH $(BIN)/python scripts/bench.py $(BENCH)

fuzz: setup ## try damaged files on the readers for SECONDS (60) from SEED (0)
	@$(BIN)/python scripts/fuzz.py --seconds $(SECONDS) --seed $(SEED)

setup:
	@command -v $(PYTHON) > /dev/null || { echo "There is no $(PYTHON) on this machine: install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) scripts/bootstrap.py

clean:
	rm -rf .venv out dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
