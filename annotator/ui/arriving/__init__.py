"""Articles on their way in: read, looked at and corrected, and only then stored."""
