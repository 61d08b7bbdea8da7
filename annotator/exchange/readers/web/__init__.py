"""Web pages: the article in them, without what a site puts around it."""
