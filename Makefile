# What can be done with the project; `make help` lists it. Needs Python 3.11 or newer and nothing else: Node.js for the
# browser's part comes with the development environment. Docker is needed for the image only.

PYTHON ?= python3
BIN := .venv/bin
IMAGE ?= twinned
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend

# The browser of the tests: any Chromium on the PATH, or the one that CHROMIUM names.
CHROMIUM ?= $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))
export CHROMIUM

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run check test lint test-frontend bench screenshots frontend contract fonts traditional geodata lock image image-test browser

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-14s%s\n", $$1, $$2}' Makefile

run: .venv/run ## serve the atlas at http://localhost:8501
	$(BIN)/twinned serve

check: .venv/run ## say what is wrong with the table in config/, by file and line
	$(BIN)/twinned check

test: lint test-frontend browser ## everything that CI runs
	$(BIN)/pytest -n 2 --dist loadfile

lint: .venv/dev
	$(BIN)/pip check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.contract --check
	$(BIN)/twinned check
	$(BIN)/twinned schema --check

test-frontend: frontend/node_modules
	$(NPM) run check
	$(NPM) test

bench: .venv/dev browser ## time what a visitor waits for
	$(BIN)/python -m tests.benchmarks.bench

screenshots: .venv/dev browser ## take the pictures of the README again
	$(BIN)/python -m tests.screenshots

frontend: frontend/node_modules ## build the browser's part again, after a change in frontend/src
	$(NPM) run build

contract: frontend/node_modules ## write the contract for the browser again, after a change in dashboard/contract
	$(BIN)/python -m tools.contract
	$(NPM) run contract

frontend/node_modules: frontend/package-lock.json .venv/dev
	$(NPM) ci --no-audit --no-fund --loglevel error
	@touch $@

fonts: .venv/dev ## cut the fonts down again, after the table has new Chinese characters
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.fonts

traditional: .venv/dev ## list the traditional forms of Chinese characters again, for search
	$(BIN)/uv run -q --no-project --with opencc==1.4.2 python -m tools.traditional

geodata: .venv/dev ## derive the map's layers again from Natural Earth
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m geodata build

# setuptools is locked too: it installs the project itself, without fetching a build environment.
lock: .venv/dev ## bring the locks up to date with pyproject.toml; `make lock UPGRADE=-U` takes the newest
	echo 'setuptools>=77' | $(COMPILE) -o requirements.lock
	echo 'setuptools>=77' | $(COMPILE) -o requirements-dev.lock --extra dev -c requirements.lock
COMPILE = $(BIN)/uv pip compile pyproject.toml - -q $(UPGRADE) --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

image: ## build the container image
	docker build $(DOCKER_BUILD_FLAGS) -t $(IMAGE) .

image-test: ## build the image and try it: no network, nothing writable but /tmp
	IMAGE=$(IMAGE) tests/image/run.sh

# The environments: what serves, and on top of it what tests. A changed lock makes them anew.
.venv/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

browser: .venv/dev
	@test -n "$(CHROMIUM)" || { test "$$(id -u)" = 0 && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium; } || \
		$(BIN)/playwright install chromium
