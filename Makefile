# The two commands: `make run` opens the window, `make test` runs every test. Both make the clone
# ready first (scripts/prepare.sh), and once more only when what they need has changed.
# ARGS goes on to what is run: make test ARGS=tests/unit

.PHONY: run test coverage lint bench pictures

run:
	@sh scripts/run.sh

test:
	@sh scripts/prepare.sh tests
	.venv/bin/python $(MEASURED) -m pytest $(ARGS)

# Every line and branch of model and storage is run by a test.
coverage:
	@$(MAKE) test MEASURED="-m coverage run"
	.venv/bin/python -m coverage report

lint:
	@sh scripts/lint.sh

bench:
	@sh scripts/prepare.sh tests
	.venv/bin/python -m benchmarks $(ARGS)

# The pictures of README and manual; look at them before they are committed.
pictures:
	@sh scripts/prepare.sh tests
	.venv/bin/python scripts/pictures.py
