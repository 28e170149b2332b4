"""What the user has decided, from config.toml, and where files belong."""
