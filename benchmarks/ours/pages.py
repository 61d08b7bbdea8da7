"""Ours: a report on paper, written to a PDF, with Qt already there."""

import sys
from pathlib import Path

from annotator.exchange.writers.paged import report_pages, screenless
from annotator.services import listing, reporting
from annotator.services.workspace import open_workspace
from benchmarks.clock import end_on_error, finish, now

if __name__ == "__main__":
    end_on_error()
    screenless.be_ready()
    assert report_pages  # what sets pages is imported, as Qt is for the floor
    workspace = open_workspace(Path(sys.argv[1]))
    articles = [one.article.id for one in listing.all_articles(workspace)]
    began = now()
    reporting.export(workspace, articles, Path(sys.argv[2]))
    done = now()
    finish(done, wall=(done.at - began.at) * 1000, work=(done.cpu - began.cpu) * 1000)
