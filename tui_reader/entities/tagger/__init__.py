"""Recognises names with a small network of our own, which runs in numpy."""
