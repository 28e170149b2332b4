"""From a document and a measure to lines, and ways to move about in them: pure, without a terminal."""
