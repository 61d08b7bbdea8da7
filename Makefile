# The two commands: `make run` opens the window, `make test` runs every test. Both make the clone
# ready first (scripts/prepare.sh), and once more only when what they need has changed.
# ARGS goes on to what is run: make test ARGS=tests/unit

.PHONY: run test lint bench

run:
	@sh scripts/run.sh

test:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m pytest $(ARGS)

lint:
	@sh scripts/lint.sh

bench:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m benchmarks $(ARGS)
