#!/bin/sh
# Opens the window on the sample article; where there is no screen, shows what it looks like
# by a picture and a report instead.
set -eu
cd "$(dirname "$0")/.."

sh scripts/prepare.sh window
python=.venv/bin/python
article=seeds/000_1beb7bc2f9c76a22.txt

case ${QT_QPA_PLATFORM:-} in
offscreen* | minimal*) reason="QT_QPA_PLATFORM asks for a window that nobody can see." ;;
*) reason=$("$python" -c 'from annotator.app.screen import why_no_window
print(why_no_window() or "")') ;;
esac

if [ -z "$reason" ]; then
    exec "$python" -m annotator "$article"
fi
echo "$reason"
exec "$python" scripts/without_screen.py
