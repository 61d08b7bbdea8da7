"""The program doing the same; small scripts, run as processes."""
