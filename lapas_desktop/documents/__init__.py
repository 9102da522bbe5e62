"""Typed data in, papers out (PDF, XLSX). Never queries, never computes money."""
