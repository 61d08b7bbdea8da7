# The two commands: `make run` opens the window, `make test` runs every test. Both make the clone
# ready first (scripts/prepare.sh), and once more only when what they need has changed.
# ARGS goes on to what is run: make test ARGS=tests/unit (with "-n 0" all in one process)

.PHONY: run test coverage lint bench pictures

run:
	@sh scripts/run.sh

test:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m pytest -n auto --maxprocesses 4 $(ARGS)

# Every line and branch of model and storage is run by a test.
coverage:
	@$(MAKE) test ARGS="--cov --cov-report=term"

lint:
	@sh scripts/lint.sh

bench:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m benchmarks $(ARGS)

# The pictures of README and manual; look at them before they are committed.
pictures:
	@sh scripts/prepare.sh tests
	.venv/bin/python scripts/pictures.py
