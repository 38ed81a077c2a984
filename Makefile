# Everything that can be done with the project; `make help` lists it. Needs only Python 3.11 or newer: Node.js, for the
# frontend, comes with the development environment. Docker is needed only for the image.

PYTHON ?= python3
BIN := .venv/bin
IMAGE ?= twinned
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend

# The browser for the tests: any Chromium on the PATH, or the one named by CHROMIUM.
CHROMIUM ?= $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))
export CHROMIUM

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run check test lint test-frontend fuzz bench start load soak scale screenshots look frontend contract fonts traditional geodata world
.PHONY: lock sbom audit bundle bundle-test image image-test browser

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-14s%s\n", $$1, $$2}' Makefile

run: .venv/run ## serve the atlas at http://localhost:8501
	$(BIN)/twinned serve

check: .venv/run ## list all errors in the table in config/, by file and line
	$(BIN)/twinned check

test: lint test-frontend browser ## run everything that CI runs
	$(BIN)/pytest -n 2 --dist loadfile
	$(MAKE) world WORLD='--countries 10 --pairs 5'

lint: .venv/dev
	$(BIN)/pip check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	git ls-files -z | xargs -0 $(BIN)/detect-secrets-hook --disable-plugin HexHighEntropyString --disable-plugin Base64HighEntropyString
	$(BIN)/python -m tools.contract --check
	$(BIN)/twinned check
	$(BIN)/twinned fmt --check
	$(BIN)/twinned schema --check

test-frontend: frontend/node_modules
	$(NPM) run check
	$(NPM) test

fuzz: .venv/dev ## try 30,000 random tables, addresses and messages; takes about half an hour
	$(BIN)/python -m tests.fuzz

bench: .venv/dev .venv-bench/peers browser ## measure how long a visitor waits, in the atlas and in its peers
	$(BIN)/python -m tests.benchmarks.bench --write

start: .venv/dev ## measure how long the atlas takes to start, beside a Streamlit app of one word
	$(BIN)/python -m tests.benchmarks.start --write

load: .venv/dev ## measure the atlas with up to a thousand visitors at once
	$(BIN)/python -m tests.benchmarks.load --write

soak: .venv/dev ## watch memory and files for ten minutes of visits and edits
	$(BIN)/python -m tests.benchmarks.load --soak 10
scale: .venv/dev ## measure how the atlas grows with the table; SCALE="edit memory" measures some things alone
	$(BIN)/python -m tests.benchmarks.scale $(SCALE)

screenshots: .venv/dev browser ## retake the pictures in docs/
	$(BIN)/python -m tests.screenshots
	$(BIN)/python -m tests.handouts.pictures

look: .venv/dev frontend/node_modules browser ## measure how the first page looks
	$(BIN)/python -m tests.look

frontend: frontend/node_modules ## rebuild the frontend, after a change in frontend/src
	$(NPM) run build

contract: frontend/node_modules ## rewrite the contract for the frontend, after a change in dashboard/contract
	$(BIN)/python -m tools.contract
	$(NPM) run contract

frontend/node_modules: frontend/package-lock.json .venv/dev
	$(NPM) ci --no-audit --no-fund --loglevel error
	@touch $@

fonts: .venv/dev ## subset the fonts again, when the table has new Chinese characters
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.fonts

traditional: .venv/dev ## list the traditional forms of Chinese characters again, for search
	$(BIN)/uv run -q --no-project --with opencc==1.4.2 python -m tools.traditional

world: .venv/dev ## draw every country, and 60 pairs more; WORLD="--countries 10 --pairs 5" draws a part of them
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tests.world $(WORLD)

geodata: .venv/dev ## rebuild the map's layers from Natural Earth
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/twinned geodata

# setuptools is locked too, so that the project itself is installed without fetching a build environment.
lock: .venv/dev ## update the locks to pyproject.toml; `make lock UPGRADE=-U` takes the newest versions
	echo 'setuptools>=77' | $(COMPILE) -o requirements.lock
	echo 'setuptools>=77' | $(COMPILE) -o requirements-dev.lock --extra dev -c requirements.lock
	$(LOCK) --group bench -o requirements-bench.lock
COMPILE = $(LOCK) pyproject.toml -
LOCK = $(BIN)/uv pip compile -q $(UPGRADE) --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

sbom: .venv/dev ## list again what is installed to serve, with versions, digests and licences (CycloneDX)
	$(BIN)/python -m tools.sbom

audit: .venv/dev ## look for known faults in what is installed to serve; asks the advisory service OSV
	$(BIN)/uv run -q --no-project --with 'pip-audit>=2.9,<3' pip-audit --progress-spinner off --disable-pip --no-deps \
		--require-hashes -s osv --osv-url $(OSV) -r requirements.lock || { \
		echo "audit: a fault is listed above, or $(OSV) did not answer, and nothing is known" >&2; exit 1; }
OSV ?= https://api.osv.dev/v1/query

# The wheels are those of this system and this version of Python.
bundle: .venv/run ## pack the atlas with all that it needs, to be installed without a network
	rm -rf build/bundle && mkdir -p build/bundle
	git archive --prefix=twinned/ HEAD | tar x -C build/bundle
	$(BIN)/pip download -q --only-binary :all: --require-hashes -d build/bundle/twinned/wheels -r requirements.lock
	tar cf build/twinned.tar -C build/bundle twinned

bundle-test: .venv/run ## pack it, and install and serve it with the network cut; takes minutes
	tests/bundle/run.sh

image: ## build the container image
	docker build $(DOCKER_BUILD_FLAGS) -t $(IMAGE) .

image-test: ## build the image and test it: no network, nothing writable but /tmp
	IMAGE=$(IMAGE) tests/image/run.sh

# The environments: one to serve and, on top of it, one to test. A changed lock rebuilds them. What `make bundle` packed
# brings its wheels along, and is installed from them alone.
.venv/run: export PIP_NO_INDEX = $(if $(wildcard wheels),1)
.venv/run: export PIP_FIND_LINKS = $(wildcard wheels)
.venv/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

# What only `make bench` compares the atlas with.
.venv-bench/peers: requirements-bench.lock
	$(PYTHON) -m venv --clear .venv-bench
	.venv-bench/bin/pip install -q --require-hashes -r requirements-bench.lock
	@touch $@

browser: .venv/dev
	@test -n "$(CHROMIUM)" || { $(call install,chromium); } || $(BIN)/playwright install chromium
	@type haproxy openssl > /dev/null 2>&1 || { $(call install,haproxy openssl); } || \
		echo "HAProxy is not installed: the tests of several copies will fail"
	@type firefox-esr WebKitWebDriver Xvfb > /dev/null 2>&1 || { $(call install,firefox-esr webkit2gtk-driver xvfb); } || \
		echo "Firefox and WebKit are not installed: their tests will be skipped"

install = test "$$(id -u)" = 0 && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $(1)
