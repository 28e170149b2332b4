"""One module a screen; only these, the app and `rows` hold the library."""
