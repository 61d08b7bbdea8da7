"""An article and a newer version of it, side by side."""
