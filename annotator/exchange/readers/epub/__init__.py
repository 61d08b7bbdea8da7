"""E-books (.epub): their chapters in the order in which they are read."""
