"""Ours: a report of one article, written to a file."""

import sys
from pathlib import Path

from annotator.services import listing, reporting
from annotator.services.workspace import open_workspace
from benchmarks.clock import finish, now

if __name__ == "__main__":
    workspace = open_workspace(Path(sys.argv[1]))
    articles = [one.article.id for one in listing.all_articles(workspace)]
    began = now()
    reporting.export(workspace, articles, Path(sys.argv[2]))
    finish(now(), seconds=now() - began)
