"""What screens are made of: widgets get values and answer with messages."""
