"""Takes articles from an address to the shelf, in the background, and goes on after a restart."""
