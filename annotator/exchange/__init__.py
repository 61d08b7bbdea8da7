"""Bytes to model values and back, behind one registry."""
