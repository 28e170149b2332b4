"""The screens: everything that knows of Textual lives here."""
