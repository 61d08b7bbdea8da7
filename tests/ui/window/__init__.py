"""Tests of the whole window: what a person does, and what is then on disk and on the screen."""
