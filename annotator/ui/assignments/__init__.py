"""An article handed out and the work on it handed in: the dialogs, and the strip by the claims."""
