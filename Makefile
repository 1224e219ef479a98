# `make` sets up what is missing and builds profiles/ into build/; `make help` lists the rest.
#
# Variables (make test ARGS="-k treaties"):
#   PYTHON    the Python that .venv is made with (python3)
#   ARGS      passed on: by `make` to profilegen build, by `make test` and `make soak` to
#             pytest, by `make lock` to the resolver. With it `make test` measures no coverage.
#   WORKERS   how many tests run at a time (2)

PYTHON ?= python3
ARGS ?=
WORKERS ?= 2
export PYTHON

.DEFAULT_GOAL := build
.NOTPARALLEL:
.SUFFIXES:

BIN := .venv/bin
SETUP := bash scripts/setup.sh

.PHONY: build
build: .venv/.stamp-venv ## set up what is missing, then build profiles/ into build/
	@$(BIN)/profilegen build $(ARGS)

.PHONY: test
test: dev tools ## set up what is missing, then run all tests, the browser's included
	@echo "Running the tests ..."
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal $(if $(ARGS),$(ARGS),--cov)

.PHONY: check
check: formatted lint types layers generated test ## format, lint, types, layers, generated files, then the tests

.PHONY: soak
soak: dev tools ## run the long tests (fuzzing, kills, many documents)
	@echo "Running the long tests ..."
	@HYPOTHESIS_PROFILE=chance $(BIN)/pytest -n $(WORKERS) -m soak $(ARGS)

.PHONY: formatted
formatted: dev ## check the format
	@echo "Checking the format ..."
	@$(BIN)/ruff format --check --quiet . || { echo "make format mends this."; exit 1; }

.PHONY: lint
lint: dev ## check the code with ruff
	@echo "Checking the code ..."
	@$(BIN)/ruff check --quiet .

.PHONY: types
types: dev ## check the types with mypy
	@echo "Checking the types ..."
	@$(BIN)/mypy --no-error-summary src tests $(wildcard scripts/*.py)

.PHONY: layers
layers: dev ## check which room imports from which
	@echo "Checking the layers ..."
	@report=$$($(BIN)/lint-imports 2>&1) || { echo "$$report"; exit 1; }

.PHONY: generated
generated: dev ## check that generated files are up to date
	@if [ -f scripts/generate.py ]; then \
	    echo "Checking the generated files ..."; \
	    $(BIN)/python scripts/generate.py --check; \
	fi

.PHONY: generate
generate: dev ## write the generated files anew
	@$(BIN)/python scripts/generate.py

.PHONY: format
format: dev ## put the code into the project's format
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

.PHONY: wheel
wheel: .venv/.stamp-venv ## build the package into dist/
	@$(BIN)/python -m hatchling build --target wheel --directory dist

.PHONY: lock
lock: .venv/.stamp-venv ## resolve the locked packages anew (ARGS=--upgrade moves them all)
	@bash scripts/lock.sh $(ARGS)

.PHONY: clean
clean: ## remove what is built and cached
	@rm -rf build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
	    .mypy_cache .pytest_cache .ruff_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.PHONY: distclean
distclean: clean ## remove the set-up as well
	@rm -rf .venv node_modules

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@sed -n '/^# Variables/,/^$$/s/^# \{0,1\}//p' Makefile

# ----------------------------------------------------------------- set-up

.PHONY: dev tools
dev: .venv/.stamp-dev
tools: .venv/.stamp-tools node_modules/.stamp

# In a folder that was copied or moved, .venv still points to the old one.
ifneq ($(shell cat .venv/.home 2>/dev/null),$(realpath .))
.venv/.stamp-venv: moved
.PHONY: moved
endif

.venv/.stamp-venv: pyproject.toml requirements.lock
	@$(SETUP) system
	@$(SETUP) venv

.venv/.stamp-dev: .venv/.stamp-venv requirements-dev.lock
	@$(SETUP) dev

# These two are tried again each time until they succeed: without them tests are skipped.
.venv/.stamp-tools: scripts/setup.sh | .venv/.stamp-venv
	@$(SETUP) tools

node_modules/.stamp: package.json package-lock.json | .venv/.stamp-tools
	@$(SETUP) npm
