"""Ours: a report of one article, written to a file."""

import sys
from pathlib import Path

from annotator.services import listing, reporting
from annotator.services.workspace import open_workspace
from benchmarks.clock import end_on_error, finish, now

if __name__ == "__main__":
    end_on_error()
    workspace = open_workspace(Path(sys.argv[1]))
    articles = [one.article.id for one in listing.all_articles(workspace)]
    began = now()
    reporting.export(workspace, articles, Path(sys.argv[2]))
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
