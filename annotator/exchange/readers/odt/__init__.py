"""OpenDocument texts (.odt, its templates, and the flat form .fodt), read from their markup."""
