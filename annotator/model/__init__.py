"""What an annotation is: the standard library only, no Qt, no database."""
