"""Loaded once by the server that the killed processes are forked from, so that each of them begins at once."""

from dragoman.desk import coder
from dragoman.pipeline import Coder
from dragoman.settings import Settings

CODER = Coder(Settings(model=False))
CODER.code("Iran met Japan in Tehran on Friday.", date="2019-06-14")
CODER.code("Iran will meet Japan in Tehran on Friday.")
coder.present(Settings())
