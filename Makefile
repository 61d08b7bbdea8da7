# The two commands: `make run` opens the window, `make test` runs every test. Both make the clone
# ready first (scripts/prepare.sh), and once more only when what they need has changed.
# ARGS goes on to what is run: make test ARGS=tests/unit (with "-n 0" all in one process)

.PHONY: run test coverage lint bench pictures

run:
	@sh scripts/run.sh

# Four processes also on two cores: tests wait, for windows and for other programs. Each begins with
# tests that stand together, so that a class or a desktop is made once for them.
test:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m pytest -n 4 --dist worksteal $(ARGS)

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
