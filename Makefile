# Hall Kiosk: `make run` opens the kiosk with demo data, `make test` proves it. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check bench proof shots voices installer setup clean debian
run: $(READY)
	$(BIN)/kiosk demo --data build/demo

test: check
	timeout 1500 $(BIN)/python -m pytest -n auto --dist worksteal

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry kiosk ui
	timeout 300 $(BIN)/python -m ui.lint

bench: $(READY)
	timeout 3000 $(BIN)/python -m tests.bench

proof: installer
	timeout 5000 $(BIN)/python -m tests.powerloss.prove
	timeout 3000 $(BIN)/python tests/visit/scans.py 100000
	timeout 3000 $(BIN)/python tests/ui/monkey.py 10000
	timeout 5000 $(BIN)/python -m pytest -m proof -n auto --dist worksteal

shots: $(READY)
	timeout 900 $(BIN)/python -m ui.shots build/shots

voices: $(READY)
	$(BIN)/python -m ui.make_voice

installer: $(READY)
	$(BIN)/pip install --quiet --editable '.[installer]'
	timeout 3000 nice -n 10 $(BIN)/python -m installer.package

setup: $(READY)

$(READY): pyproject.toml .ci/debian.txt
	@sh .ci/debian.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev,printing]'
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist
