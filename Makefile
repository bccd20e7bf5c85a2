# Two commands on a fresh machine with Python 3.11 or newer, make and pip: `make serve` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
QUICK := $(if $(CI),, and not thorough)
LOCK := uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --quiet --python-version 3.11

.DEFAULT_GOAL := help
.PHONY: help install serve test check fix index evaluate pictures tasks benchmark lock clean setup

help: ## What can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

install: $(RUN) ## What the program needs to run, in .venv

setup: $(DEV) ## Everything that developers need, in .venv

serve: $(RUN) ## Install, index and serve on http://127.0.0.1:8000; PORT=8123 make serve for another port
	$(BIN)/kb serve --reload

test: $(DEV) ## Install and run the tests, in a browser too when Chromium is there; CI=true adds those that take long
	$(BIN)/pytest -q -n auto --dist loadfile -m 'not alone$(QUICK)'
	$(BIN)/pytest -q -m 'alone$(QUICK)'

check: $(DEV) ## What CI asks for besides the tests: format, lint, types, walls, content
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kb check --strict

fix: $(DEV) ## Mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

index: $(RUN) ## Make the index from the content
	$(BIN)/kb index

evaluate: $(RUN) ## How well search finds what the editors have judged
	$(BIN)/kb evaluate

pictures: $(DEV) ## New screenshots for README and docs, from the real pages
	PYTHONPATH=. $(BIN)/python docs/pictures/make_pictures.py

tasks: $(DEV) ## Walk what readers come for, in every way, and write docs/explanation/tasks.md
	$(BIN)/python -m tests.walks.report

benchmark: $(DEV) ## Speed, beside a peer in the same run
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

lock: ## Pin the newest packages that fit (needs uv on the path)
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --extra dev -c requirements/run.txt -o requirements/dev.txt
	echo setuptools | $(LOCK) - -o requirements/build.txt

clean: ## Take away what was made
	rm -rf $(VENV) build search_index/* .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version). Say make PYTHON=python3.12, or the one that you have."; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
