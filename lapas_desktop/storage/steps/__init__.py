"""Numbered steps of the data file. They name tables as text and never import entities."""
