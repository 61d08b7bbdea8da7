"""What is told to the computer, so that a double click on a class's file opens it here."""
