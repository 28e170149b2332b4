"""The SQLite database: the only place that knows SQL."""
