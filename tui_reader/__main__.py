"""Runs the program for `python -m tui_reader`."""

import sys

from tui_reader.launch import main

if __name__ == "__main__":
    sys.exit(main())
