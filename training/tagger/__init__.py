"""Trains the tagger of names: its teacher, its lessons, its network and its weights."""
