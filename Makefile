# Everything that is done with this project. The first call makes .venv from the lock; later ones only when the lock changed.
#   make demo     code the sample, print its chronology, write demo/
#   make test     all tests but those of the browser and PostgreSQL
#   QUIET=1       say only what went wrong

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PATHS := src tests benchmarks development training

ifdef QUIET
.SILENT:
PIP_FLAGS := --quiet
PYTEST_FLAGS := -q --no-header
RUFF_FLAGS := --quiet
MYPY_FLAGS := --no-error-summary
IMPORTS_FLAGS := --no-logo
endif

.PHONY: demo test test-full laws kills lint fix bench bench-store eval eval-full docs corpus check browser postgres size clean
.DEFAULT_GOAL := test

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --no-input $(PIP_FLAGS) --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --no-input $(PIP_FLAGS) --no-deps -e .
	@touch $@

demo: $(STAMP)
	$(BIN)/dragoman demo

test: $(STAMP)
	$(BIN)/pytest $(PYTEST_FLAGS) --ignore=tests/browser -m "not postgres"
	@echo "left out: the page in a real browser and the desk in PostgreSQL (make test-full), the laws on 2,000 generated articles (make laws)"

test-full: $(STAMP) browser postgres kills
	$(BIN)/pytest $(PYTEST_FLAGS) tests/browser
	$(BIN)/pytest $(PYTEST_FLAGS) -m postgres tests

# A browser for tests/browser: Debian's, where this may install it.
browser:
	@command -v chromium chromium-browser google-chrome > /dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null; \
	else echo "no chromium here: install it, or see tests/browser fail"; fi

# A server for the tests of the desk in PostgreSQL: Debian's, where this may install it. The tests start one of their own.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || command -v initdb > /dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql > /dev/null; \
	else echo "no PostgreSQL here: install it, or see its tests fail"; fi

laws: $(STAMP)
	DRAGOMAN_LAWS=2000 $(BIN)/pytest $(PYTEST_FLAGS) tests/laws

# Works on a desk (add, recode, backup), each killed at fifty moments drawn by lot.
kills: $(STAMP)
	DRAGOMAN_KILLS=50 $(BIN)/pytest $(PYTEST_FLAGS) tests/desk/test_kill.py

lint: $(STAMP)
	$(BIN)/ruff check $(RUFF_FLAGS) $(PATHS)
	$(BIN)/ruff format $(RUFF_FLAGS) --check $(PATHS)
	$(BIN)/mypy $(MYPY_FLAGS)
	$(BIN)/lint-imports $(IMPORTS_FLAGS)

fix: $(STAMP)
	$(BIN)/ruff check $(RUFF_FLAGS) --fix $(PATHS)
	$(BIN)/ruff format $(RUFF_FLAGS) $(PATHS)
	$(BIN)/python -m dragoman.cli.reference .

bench: $(STAMP)
	$(BIN)/python -m benchmarks.throughput

# The desk with a million generated records: some ten minutes and 5 GB.
bench-store: $(STAMP)
	$(BIN)/python -m benchmarks.store

eval: $(STAMP)
	$(BIN)/python development/evaluate_all.py

eval-full: $(STAMP)
	$(BIN)/python development/evaluate_all.py --full

corpus: $(STAMP)
	$(BIN)/python -m training.build_corpus --check

docs: $(STAMP)
	$(BIN)/pytest $(PYTEST_FLAGS) tests/test_house.py tests/test_docs.py tests/store/test_schema.py

check: lint test docs corpus eval

# Installed size of the default install, in a fresh environment that is thrown away.
size:
	@rm -rf build/size && $(PYTHON) -m venv build/size
	@build/size/bin/python -m pip install --disable-pip-version-check --quiet .
	@du -sm build/size | cut -f1 | sed 's/$$/ MB installed/'
	@rm -rf build/size

clean:
	rm -rf build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
