# Everything from nothing: each target first installs what it needs into .venv.
# make report DOCS=folder OUT=folder DATE=2026-11-20   reads that folder as of that day (else today)

# The system's own Python where it is new enough: a Debian reads a tenth faster by it than by one that pyenv built.
PY ?= $(shell /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo /usr/bin/python3 || echo python3)
DOCS ?= examples/inbox
OUT ?= out
DATA ?= data/$(notdir $(abspath $(DOCS)))
PORT ?= 8080
# The papers of the inbox are of one spring; as of today all their leads would be cold.
DATE ?= $(if $(filter examples/inbox,$(DOCS)),2025-04-18)
VENV := .venv
BIN := $(VENV)/bin
export UV_SYSTEM_CERTS := 1

.PHONY: run report setup test check bench fuzz faults docs lock clean

# The workspace of these papers: offices, papers and today's report; each folder of papers has a house of its own.
run: setup
	@$(BIN)/yinfeng serve --docs "$(DOCS)" --data "$(DATA)" --port $(PORT)

# Papers that could not be read are named on standard error; the report stands all the same.
report: setup
	@mkdir -p "$(OUT)"
	@$(BIN)/yinfeng daily "$(DOCS)" $(if $(DATE),--date $(DATE)) --out "$(OUT)/日报.md" --out "$(OUT)/日报.html" \
		--out "$(OUT)/日报.docx" || [ $$? -eq 1 ]
	@$(BIN)/yinfeng read "$(DOCS)" --proof --out "$(OUT)/facts.jsonl" 2>/dev/null || [ $$? -eq 1 ]
	@cat "$(OUT)/日报.md"
	@echo "已写到 $(OUT)/：日报.md、日报.html、日报.docx 和 facts.jsonl"

setup: $(VENV)/.run

# Who has run through its own tests takes some of the other's: the slowest stand together.
BOTH := -n 2 --dist worksteal

# Everything on SQLite, the pages in a real browser, the workspace once more on PostgreSQL.
test: $(VENV)/.dev
	@sh scripts/system_packages.sh
	@status=0; $(MAKE) --no-print-directory lint || status=1; \
	$(BIN)/python -m pytest $(BOTH) --ignore tests/web/browser || status=1; \
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/web/browser || status=1; \
	$(BIN)/python scripts/with_postgresql.py $(BIN)/python -m pytest $(BOTH) tests/web \
		--ignore tests/web/browser || status=1; exit $$status

check: $(VENV)/.dev lint
	@$(BIN)/python -m pytest tests/house

.PHONY: lint
lint: $(VENV)/.dev
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q .
	@$(BIN)/mypy src tests bench scripts
	@$(BIN)/lint-imports

bench: $(VENV)/.dev $(VENV)-bench/.peers
	@$(BIN)/python -m bench

# Server and worker killed a hundred times while papers come in (make test: four times).
faults: $(VENV)/.dev
	@YINFENG_KILLS=100 $(BIN)/python -m pytest tests/web/faults

fuzz: $(VENV)/.dev
	@$(BIN)/python -m bench.fuzz 100000

docs: $(VENV)/.dev
	@$(BIN)/python scripts/made_docs.py

# Names and hashes only, so that the files hold no address of any registry.
lock: $(VENV)/bin/python
	@command -v uv >/dev/null || $(BIN)/python -m pip install -qq uv
	@PATH="$(BIN):$$PATH"; \
	uv pip compile pyproject.toml --universal --generate-hashes --custom-compile-command "make lock" -q -o requirements.lock; \
	uv pip compile pyproject.toml --all-extras --universal --generate-hashes --custom-compile-command "make lock" -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) $(VENV)-bench .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@sh scripts/virtual_environment.sh "$(PY)" $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@sh scripts/install.sh $(VENV) requirements.lock
	@touch $@

# The developers' list holds the other one whole, so it stands in for it.
$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@sh scripts/install.sh $(VENV) requirements-dev.lock
	@touch $(VENV)/.run $@

$(VENV)-bench/.peers: | $(VENV)/bin/python
	@sh scripts/virtual_environment.sh "$(PY)" $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip install -qq jionlp==1.5.31
	@touch $@
