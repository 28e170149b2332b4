"""Judges which pieces of a page are its article, by trees that were grown on pages with known truth."""
