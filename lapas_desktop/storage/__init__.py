"""The data file: engine, migrations, queries, backup. The only room that knows the SQL dialect."""
