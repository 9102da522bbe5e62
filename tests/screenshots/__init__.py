"""Pictures of every page, taken from the real window."""
