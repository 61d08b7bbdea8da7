"""The Qt window: what the reader sees, by name."""
