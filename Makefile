# Everything that is done to this project, by name. `make test` is what CI runs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help run test test-all lint format types contracts tests snapshots help-text screenshots bench bench-speed clean

help:            ## list these targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*##/\t/'

$(VENV)/.run: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("newsreader needs Python 3.11 or newer: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

run: $(VENV)/.run  ## open the reader on a sample library in a temporary place
	@$(BIN)/newsreader --samples

test: lint types contracts tests  ## all checks and tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(BIN)/pytest -n auto

test-all:        ## run the tests on every Python from 3.11 that this machine has
	@for v in 3.11 3.12 3.13 3.14; do found=; \
	  for python in python$$v $${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$v.*/bin/python$$v; do \
	    if [ -z "$$found" ] && $$python -c '' 2>/dev/null; then found=$$python; fi; done; \
	  if [ -n "$$found" ]; then \
	    echo "== Python $$v" && $(MAKE) --no-print-directory tests PYTHON=$$found VENV=.venv-$$v || exit 1; \
	  else echo "== Python $$v is not here"; fi; done

format: $(VENV)/.dev  ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: $(VENV)/.dev  ## accept the screens as they look now
	$(BIN)/pytest tests/ui --snapshot-update

help-text: $(VENV)/.run  ## write anew what newsreader --help says
	COLUMNS=80 $(BIN)/python -c 'from tui_reader.cli.parser import build; print(build().format_help(), end="")' > tui_reader/cli/help.txt

screenshots: $(VENV)/.run  ## write screenshots/*.svg from the sample library
	$(BIN)/python -m tests.screenshots

bench: $(VENV)/.dev  ## print the benchmarks as ratios
	$(BIN)/python -m tests.benchmarks

bench-speed: $(VENV)/.dev  ## print the table of speed, beside newsboat if it is installed
	$(BIN)/python -m tests.benchmarks speed

clean:           ## remove what the targets above made
	rm -rf $(VENV) .venv-* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
