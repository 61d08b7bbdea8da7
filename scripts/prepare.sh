#!/bin/sh
# Makes a clone ready for work, and is done at once where it is ready already:
#
#   sh scripts/prepare.sh window   .venv with the locked libraries, and what Qt needs of the system
#   sh scripts/prepare.sh tools    .venv with the tests' and lint's libraries as well
#   sh scripts/prepare.sh tests    all of it, and the system packages that the journeys need
#
# System packages are installed where that is allowed (root, or sudo without a password); else the
# one line that a person has to run is printed, and nothing is left half done.
set -eu
cd "$(dirname "$0")/.."

purpose=${1:?"say what for: window, tools or tests"}
case $purpose in
window) lock=requirements.txt lists="scripts/packages/window.txt" ;;
tools) lock=requirements-dev.txt lists="" ;;
tests) lock=requirements-dev.txt lists="scripts/packages/window.txt scripts/packages/journeys.txt" ;;
*) echo "prepare.sh: no such purpose: $purpose" >&2 && exit 2 ;;
esac

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

fits() { # PYTHON: whether it runs and is of a version that the locked libraries are made for
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
}

can_make_venv() { # PYTHON: Debian keeps this part in a package of its own
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() { # the first that can make a .venv, else the first that fits, else nothing
    first=
    for one in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        fits "$one" || continue
        if can_make_venv "$one"; then echo "$one" && return; fi
        first=${first:-$one}
    done
    echo "$first"
}

installed_packages() { # one a line, with the names that an installed package stands in for
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*)//; s/ //g' | sort -u
}

available() { # PACKAGE: whether this system could install it
    apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'
}

missing_packages() { # LIST...: those not installed; of alternatives the one that there is
    here=$(installed_packages)
    sed 's/#.*//; s/|/ /g; /^ *$/d' "$@" | while read -r first others; do
        for one in $first $others; do
            if echo "$here" | grep -qxF "$one"; then continue 2; fi
        done
        for one in $others; do
            if available "$one" && ! available "$first"; then first=$one; fi
        done
        echo "$first"
    done
}

as_root() { # COMMAND...: runs it where this person may change the system
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

install_packages() { # PACKAGE...
    may_install ||
        stop "Some packages of the system are missing. Run this line once, then the same again:" "" \
            "    sudo apt-get update && sudo apt-get install --no-install-recommends -y $*" ""
    echo "Installing packages of the system: $*"
    log=$(mktemp)
    if as_root apt-get install --no-install-recommends -qy "$@" >"$log" 2>&1; then
        rm -f "$log" && return
    fi
    # An old list names files that are gone, so it is tried once more with a new one.
    as_root apt-get update -q >"$log" 2>&1 || true
    if as_root apt-get install --no-install-recommends -qy "$@" >>"$log" 2>&1; then
        rm -f "$log" && return
    fi
    stop "$(grep '^[EW]:' "$log" | head -n 12)" "" "apt-get could not install: $*" \
        "All that it said is in $log"
}

ready=".venv/.ready-$purpose"
# shellcheck disable=SC2086 # the lists are words
wanted=$(cat "$0" "$lock" $lists | cksum)
if [ "$(cat "$ready" 2>/dev/null)" = "$wanted" ] && fits .venv/bin/python; then
    exit 0
fi

python=$(find_python)
if [ -z "$python" ]; then
    stop "Annotator needs Python 3.11, 3.12 or 3.13, and none was found." \
        "Install one (on Debian 12: sudo apt-get install python3), or name it: make PYTHON=/path/to/it"
fi

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    # A fresh system has no list of packages yet, and then no alternative can be chosen.
    if ! available libc6 && may_install; then as_root apt-get update -q >/dev/null 2>&1 || true; fi
    packages=
    if ! can_make_venv "$python"; then
        packages=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    fi
    # shellcheck disable=SC2086
    if [ -n "$lists" ]; then
        if may_install; then lists="$lists scripts/packages/letters.txt"; fi
        packages="$packages $(missing_packages $lists | sort -u)"
    fi
    # shellcheck disable=SC2086,SC2116
    if [ -n "$(echo $packages)" ]; then install_packages $packages; fi
elif [ "$(uname)" = Linux ] && [ -n "$lists" ]; then
    echo "This system has no apt-get; what is needed of it stands in: $lists"
fi
can_make_venv "$python" || stop "$python cannot make a .venv: its modules venv and ensurepip are missing."

if ! .venv/bin/python -c 'import pip' 2>/dev/null || ! fits .venv/bin/python; then
    "$python" -m venv --clear .venv
fi
echo "Installing the libraries of $lock into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes --requirement "$lock"
echo "$wanted" >"$ready"
