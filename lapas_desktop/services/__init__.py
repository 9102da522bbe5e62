"""One function per use case; a transaction each; the result says what changed."""
