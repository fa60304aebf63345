# One door for work. `make` alone lists what it can do; every target makes what it needs first.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
CODE := $(wildcard src tests scripts benchmarks)

# The day on which the example estate is audited, so that its reports stay as they are.
AS_OF := 2026-11-21
WORKERS ?= 2

# The first Python here that is new enough, unless you name one: make demo PYTHON=/path/to/python3
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done)

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(VENV)/.run ## audit the example estate and write reports/
	@$(BIN)/estate audit --as-of $(AS_OF) --fail-on never
	@echo
	@echo "Where to look:"
	@echo "  reports/index.html     the whole audit, to look at in a browser"
	@echo "  reports/board.pdf      six pages for a committee"
	@echo "  reports/exceptions.pdf the accepted risks, for the SIRO"
	@echo "  reports/estate.xlsx    every table, as a workbook"
	@echo "  reports/findings.json  the findings, for programs"

.PHONY: test
test: $(VENV)/.dev ## run the tests
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal -q --cov --cov-report= --cov-fail-under=0

YAML_SERVER := tests/lsp/yaml-language-server

.PHONY: yaml-server
yaml-server: $(YAML_SERVER)/node_modules ## install what the schemas are tried in (needs npm)

$(YAML_SERVER)/node_modules: $(YAML_SERVER)/package-lock.json
	@npm ci --prefix $(YAML_SERVER) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

LAWS := tests/laws/test_compiled.py tests/laws/test_unknown.py tests/impact/test_laws.py

.PHONY: laws
laws: $(VENV)/.dev ## try 100,000 conditions, 10,000 answers to what is unknown, 7,000 failures
	@$(BIN)/pytest -n $(WORKERS) -q --exhaustive $(LAWS)

.PHONY: coverage
coverage: $(VENV)/.dev ## say what the last `make test` did not reach
	@$(BIN)/coverage report

.PHONY: fmt
fmt: $(VENV)/.dev ## lay out the code and mend what can be mended
	@$(BIN)/ruff check --fix --exit-zero --quiet $(CODE)
	@$(BIN)/ruff format --quiet $(CODE)

.PHONY: lint
lint: $(VENV)/.dev ## check style and layout
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE)

.PHONY: types
types: $(VENV)/.dev ## check types
	@$(BIN)/mypy --no-error-summary $(CODE)

.PHONY: house
house: $(VENV)/.dev ## check that imports run down
	@$(BIN)/lint-imports --no-logo

.PHONY: docs
docs: $(VENV)/.dev ## write what is generated: documentation, and the standard rules as they ship
	@$(BIN)/python scripts/generate_docs.py
	@$(BIN)/python scripts/prepare_rules.py

.PHONY: docs-check
docs-check: $(VENV)/.dev ## check that what is generated is fresh
	@$(BIN)/python scripts/generate_docs.py --check
	@$(BIN)/python scripts/prepare_rules.py --check

.PHONY: reports
reports: $(VENV)/.run ## write the example estate's reports
	@$(BIN)/estate audit --as-of $(AS_OF) --fail-on never --quiet

# Pictures are left out of the comparison: their bytes belong to the version of Graphviz.
.PHONY: reports-check
reports-check: $(VENV)/.run ## check that the example estate's reports are fresh
	@fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && \
	cp -R estate.yaml inventory "$$fresh" && \
	$(BIN)/estate audit --estate "$$fresh" --as-of $(AS_OF) --fail-on never --quiet && \
	diff -r --exclude='*.svg' reports "$$fresh/reports" >&2 || \
	{ echo "reports/ is not what the audit gives today: run make reports" >&2; exit 1; }

.PHONY: web
web: web/node_modules ## build the script of reports/index.html from web/ (needs npm)
	@cd web && npm run --silent types && npm run --silent build

.PHONY: web-check
web-check: $(VENV)/.dev ## check that the script of the page is what web/ builds to
	@$(BIN)/pytest -q -p no:cacheprovider tests/report/html/test_built.py

web/node_modules: web/package-lock.json
	@cd web && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.PHONY: bench
bench: $(VENV)/.dev $(VENV)/.bench ## measure each stage against merely parsing, and others on the same files
	@$(BIN)/python benchmarks/bench.py

# What estate is compared with, apart from what it needs. Without npm, Spectral is left out.
$(VENV)/.bench: requirements-bench.lock benchmarks/others/package-lock.json | $(BIN)/python
	@$(BIN)/python -m venv $(VENV)/bench
	@$(VENV)/bench/bin/python -m pip --disable-pip-version-check --no-input -qq \
		install --require-hashes -r requirements-bench.lock
	@command -v npm >/dev/null && npm ci --prefix benchmarks/others --ignore-scripts --no-audit \
		--no-fund --silent || echo "npm is missing: Spectral is left out"
	@touch $@

.PHONY: check
check: ## run every gate, as CI does
	@.ci/run

.PHONY: setup
setup: $(VENV)/.dev ## make the environment for work on estate itself

.PHONY: lock
lock: ## pin the dependencies anew (needs uv)
	@uv pip compile $(LOCK) --group dev -o requirements-dev.lock pyproject.toml
	@uv pip compile $(filter-out --all-extras,$(LOCK)) -o requirements-bench.lock requirements-bench.in
	@uv pip compile $(LOCK) --group build -o requirements.lock -c requirements-dev.lock pyproject.toml

LOCK := --all-extras --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	--no-emit-index-url --no-annotate --custom-compile-command 'make lock'

.PHONY: clean
clean: ## remove everything that make made, the environment too
	@rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache $(YAML_SERVER)/node_modules
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(NEW_ENOUGH)' || \
	{ echo "estate needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
	{ echo "$(PYTHON) lacks venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) with $$("$(PYTHON)" --version)"
	@"$(PYTHON)" -m venv $(VENV)

# The stamps say that an environment matches its lock; a changed lock brings it up to date.
$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what estate needs to run"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what work on estate needs"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
