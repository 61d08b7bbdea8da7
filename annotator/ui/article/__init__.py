"""The middle of the window: the article with what is known about it above the text."""
