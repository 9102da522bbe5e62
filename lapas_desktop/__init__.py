"""Lapas Desktop: agreements, shipments and their papers for a prison work office."""

__version__ = "0.1.0"
