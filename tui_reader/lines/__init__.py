"""From articles and numbers to the lines of the library screen: pure, and imported in no time.

Who starts the program sees these lines before the screens are there (`tui_reader.start`), so nothing here
imports what takes long, `dataclasses` and `typing` among it.
"""
