"""Reports: what goes into one, what it will look like and say about people, and where it goes."""
