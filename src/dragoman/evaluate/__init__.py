"""Measure the coder's stages against gold files."""
