#!/bin/sh
# Makes requirements.txt (the program) and requirements-dev.txt (tests and lint as well) from
# pyproject.toml: one exact version and its hashes per package, for Python 3.11 to 3.13 at once.
#
#   sh scripts/lock.sh             keeps the versions that stand there, as far as they fit
#   sh scripts/lock.sh --upgrade   takes the newest that fit
#
# No registry's address and no path of this computer may be written into them: they would be
# wrong everywhere else. uv.lock and pylock.toml hold such addresses, so neither is kept.
set -eu
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    tools=$(mktemp -d)
    trap 'rm -rf "$tools"' EXIT
    "${PYTHON:-python3}" -m venv "$tools"
    "$tools/bin/pip" install --quiet uv
    uv="$tools/bin/uv"
fi

# lock FILE [what else to resolve...]
lock() {
    file=$1
    shift
    kept=$(mktemp)
    if [ -f "$file" ]; then cp "$file" "$kept"; fi
    "$uv" pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
        --output-file "$kept" "$@" >/dev/null
    {
        echo "# Made by scripts/lock.sh from pyproject.toml; not edited by hand."
        grep -v '^#' "$kept"
    } >"$file"
    rm -f "$kept"
}

upgrade=${1:-}
lock requirements.txt ${upgrade:+"$upgrade"}
lock requirements-dev.txt --constraint requirements.txt --group test --group lint ${upgrade:+"$upgrade"}
if grep -n '://' requirements.txt requirements-dev.txt; then
    echo "lock.sh: an address was written into a lock file" >&2
    exit 1
fi
