"""Ours: every file of a folder becomes an article of a new library."""

import sys
from pathlib import Path

from annotator.services import adding
from annotator.services.workspace import open_workspace
from benchmarks.clock import end_on_error, fail, finish, now

if __name__ == "__main__":
    end_on_error()
    files = sorted(Path(sys.argv[1]).iterdir())
    workspace = open_workspace(Path(sys.argv[2]))
    adding.add_text(workspace, "One article is there already.", "warm")
    began = now()
    added = adding.add_files(workspace, files)
    done = now()
    if not all(one.new for one in added):
        fail("not every file became an article")
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
