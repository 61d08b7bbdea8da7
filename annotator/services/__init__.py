"""What a person does, a verb a file."""
