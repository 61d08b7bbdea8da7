"""What is promised about speed, measured beside a floor in the same run: `make bench`."""
