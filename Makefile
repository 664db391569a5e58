# Each target sets up what it needs; `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euc
.DEFAULT_GOAL := help

BIN := .venv/bin
SITE_DIR ?= site
# text, github or json
FORMAT ?= text
# KEEP_GOING=1 withholds a document with an error alone and builds the rest.
KEEP_GOING ?=
# The day the pictures show: the examples among the content are of that time.
PICTURE_DAY ?= 2026-11-24

# Material's words about a later MkDocs: ours is pinned.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help: ## visa målen / list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

.PHONY: setup
setup: ## gör i ordning .venv / set up .venv
	@.ci/setup.sh venv

.PHONY: serve
serve: setup ## förhandsvisa på / preview on http://127.0.0.1:8000/
	$(BIN)/kommun editor --fetch
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

.PHONY: site
site: setup ## bygg webbplatsen i site/ / build the site
	$(BIN)/kommun editor --fetch
	$(BIN)/kommun build --site-dir "$(SITE_DIR)" $(if $(KEEP_GOING),--keep-going)

.PHONY: check
check: setup ## kontrollera innehållet / check the content
	@$(BIN)/kommun check --format $(FORMAT)

.PHONY: lint
lint: setup ## granska koden / lint and type check the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: test
test: lint ## granska och testa allt / lint and test everything
	CHROMIUM="$$(.ci/setup.sh browser)"; export CHROMIUM
	$(BIN)/python -m pytest -n 2 --dist loadgroup
	KOMMUN_RENDERER=properdocs $(BIN)/python -m pytest -n 2 --dist loadgroup -m renderer

.PHONY: benchmarks
benchmarks: setup ## mät mot ett vanligt bygge / ratios to a plain build
	$(BIN)/python benchmarks

.PHONY: pictures
pictures: setup ## ta bilder av sidorna / screenshots into .cache/pictures/
	CHROMIUM="$$(.ci/setup.sh browser)"; export CHROMIUM
	$(BIN)/kommun build --today $(PICTURE_DAY) --keep-going --site-dir .cache/pictures/site
	PICTURE_DAY=$(PICTURE_DAY) $(BIN)/python .ci/pictures.py .cache/pictures/site .cache/pictures

.PHONY: attachments
attachments: setup ## gör exempelbilagorna / make the example PDFs
	CHROMIUM="$$(.ci/setup.sh browser)"; export CHROMIUM
	$(BIN)/python tests/attachments/make_attachments.py

.PHONY: lock
lock: setup ## gör om låsfilen / make requirements.lock again (UPGRADE=1: newer versions)
	.ci/lock.sh $(if $(UPGRADE),--upgrade)

.PHONY: clean
clean: ## ta bort det som byggts / remove what was built (.venv stays)
	rm -rf site .site.new .site.old .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find plugins tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# One shell for each recipe, so that an exported path holds for the lines after it.
.ONESHELL:
