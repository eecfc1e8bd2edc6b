# One command each; all of them set up what they need in .venv.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DATA ?= ../shared/data

.PHONY: setup demo test lint docs docs-check bench clean
.DELETE_ON_ERROR:

setup: $(VENV)/.run

$(VENV)/.run: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ukrainian]'
	@touch $@

$(VENV)/.test: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

demo: $(VENV)/.run
	@mkdir -p demo
	$(BIN)/rashomon brief examples/drones-over-the-kremlin --to demo --database demo/rashomon.db

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.run
	$(BIN)/python -m docs.build

docs-check: $(VENV)/.run
	$(BIN)/python -m docs.build --check

bench: $(VENV)/.bench
	$(BIN)/python -m bench.attribution --data $(DATA)
	$(BIN)/python -m bench.links --data $(DATA)
	$(BIN)/python -m bench.names
	$(BIN)/python -m bench.events --data $(DATA)
	$(BIN)/python -m bench.registry
	$(BIN)/python -m bench.event_places
	$(BIN)/python -m bench.stories --data $(DATA)
	$(BIN)/python -m bench.roots --data $(DATA)
	$(BIN)/python -m bench.flood --data $(DATA)
	$(BIN)/python -m bench.growth --data $(DATA) --most 10000
	$(BIN)/python -m bench.pairs
	$(BIN)/python -m bench.pairs --gold bench/gold/pairs-second.jsonl
	$(BIN)/python -m bench.positions
	$(BIN)/python -m bench.match --data $(DATA)
	$(BIN)/python -m bench.evidence
	$(BIN)/python -m bench.lint
	$(BIN)/python -m bench.case
	$(BIN)/python -m bench.judgement --first 1000
	$(BIN)/python -m bench.judgement.speed
	$(BIN)/python -m bench.judgement.letters
	$(BIN)/python -m bench.stance --data $(DATA)
	$(BIN)/python -m bench.reading --data $(DATA)
	$(BIN)/python -m bench.places --data $(DATA)
	$(BIN)/python -m bench.speed --data $(DATA)
	$(BIN)/python -m bench.floors --data $(DATA)

clean:
	rm -rf $(VENV) demo build dist src/*.egg-info
