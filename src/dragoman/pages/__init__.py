"""Coded articles → one self-contained HTML page, and the words in which records are told to people."""

from dragoman.pages.page import render

__all__ = ["render"]
