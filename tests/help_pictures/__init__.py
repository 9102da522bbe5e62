"""Takes the pictures of the help pages."""
