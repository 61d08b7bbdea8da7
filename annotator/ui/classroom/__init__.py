"""A class on one article: who marked what, side by side, and the way to talk about it."""
