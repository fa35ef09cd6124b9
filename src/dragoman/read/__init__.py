"""Bytes → Article: files, folders, patterns, archives and standard input, whatever their format."""

from dragoman.read.stream import articles

__all__ = ["articles"]
