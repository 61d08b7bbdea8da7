"""The right panel: the claims of the open article, the fields of one, the register of sources."""
