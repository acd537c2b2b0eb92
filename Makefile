# Everything a checkout needs: `make run` and `make test` set themselves up.

PYTHON ?= python3
BIN := .venv/bin
DATA ?= data
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test soak install lint bench dictionary samples lock clean

run: .venv/ready  ## the sample documents through the whole pipeline, and what was found
	@$(BIN)/python -m flows.demo --data $(DATA)

test: .venv/ready  ## the whole suite
	$(BIN)/python -m pytest

soak: .venv/ready  ## thousands of documents, kills, full disks: half an hour
	$(BIN)/python -m pytest -n 0 -s -m "soak" tests/hostile

install: .venv/ready  ## .venv from the lock: pins and hashes

# --no-deps: the lock is complete, and hashes are checked for every file
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Steward needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { echo "This Python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "installing into .venv (once, some minutes)"
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

lint: .venv/ready  ## ruff and mypy (strict)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/ready  ## pages a second by stage
	@$(BIN)/python -m tests.bench

dictionary: .venv/ready  ## the data dictionary from the schema
	@$(BIN)/python -m warehouse.dictionary > docs/data-dictionary.md

samples: .venv/ready  ## the sample documents from their makers
	@$(BIN)/python -m tests.samples.make

lock: .venv/ready  ## newest versions that pyproject.toml allows, with hashes
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 --no-header --upgrade --quiet -o requirements.lock

clean:  ## everything that was made here
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis $(DATA)
