"""The least that any program with these libraries has to do; small scripts, run as processes."""
