"""The class window: what it shows of a class, and what can be done there."""
