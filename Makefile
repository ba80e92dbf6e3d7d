# Each target prints the plain command that it stands for. uv is fetched into .tools/ when missing;
# `make test UV=/path/to/uv` takes another one, `make demo ARGS="--interviews 500"` adds options.
UV ?= sh .ci/uv
ARGS ?=

run = @printf '\n$$ uv run %s\n' '$(strip $(1))' && $(UV) run $(1)

.DEFAULT_GOAL := help
.PHONY: help demo test check fix bench

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

demo: ## open the dashboard on synthetic interviews: no key, nothing leaves this machine
	$(call run,scoreband demo $(ARGS))

test: ## run the tests
	$(call run,pytest -n auto $(ARGS))

check: ## everything that must hold: form, rules, types, architecture, tests
	$(call run,ruff format --check .)
	$(call run,ruff check .)
	$(call run,mypy)
	$(call run,lint-imports)
	$(call run,pytest -n auto $(ARGS))

fix: ## mend what can be mended by a machine
	$(call run,ruff check --fix .)
	$(call run,ruff format .)

bench: ## measure, print a table, write benchmarks/results.json
	$(call run,python -m benchmarks $(ARGS))
