"""Grows the trees that judge which pieces of a page are article; not installed with the program."""
