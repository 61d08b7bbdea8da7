"""Pages and documents from the web, fetched when a person gives an address, and then only."""
