"""Writers: the report model to the bytes of one format each."""
