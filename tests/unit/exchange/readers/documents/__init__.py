"""Word, OpenDocument and EPUB files as other programs write them, and as attackers do."""
