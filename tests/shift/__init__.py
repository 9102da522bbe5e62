"""A simulated shift: random but seeded actions through the real window."""
