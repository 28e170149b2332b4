"""Thirteen articles, as the pages of invented outlets, for a library to try the reader on."""
