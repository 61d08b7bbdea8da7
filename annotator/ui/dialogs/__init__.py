"""Questions the window asks, one each, and its help pages."""
