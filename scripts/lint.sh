#!/bin/sh
# Every check of the code that is no test; each is run, whatever the one before it says.
set -u
cd "$(dirname "$0")/.." || exit 1
sh scripts/prepare.sh tools || exit 1

failed=0
for check in "ruff format --check ." "ruff check ." "mypy" "lint-imports"; do
    echo "$ $check"
    # shellcheck disable=SC2086 # a check is a command and its words
    .venv/bin/$check || failed=1
done
exit $failed
