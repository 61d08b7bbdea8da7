"""The middle of the window: the article, read-only, with its claims painted under the words."""
