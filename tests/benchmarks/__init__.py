"""Speed and memory, by their own command: ``python -m tests.benchmarks``."""
