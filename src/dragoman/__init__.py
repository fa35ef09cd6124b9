"""Dragoman: event records from news reports, every field tied to the characters it came from."""
