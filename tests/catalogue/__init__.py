"""The English catalogue: extracted from the source, kept complete, compiled."""
