"""Word documents (.docx and its templates), read from their markup."""
