"""What a person does at a window, each a function on its desk."""
