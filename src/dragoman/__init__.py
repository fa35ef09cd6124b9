"""Dragoman: event records from news reports, every field tied to the characters it came from."""

from typing import TYPE_CHECKING, Any

from dragoman.settings import VERSION

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

__all__ = ["Coder", "__version__"]

__version__ = VERSION


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the protocol of module attributes
    """Load the coder, and the parser behind it, only when it is asked for."""
    if name == "Coder":
        from dragoman.pipeline import Coder  # noqa: PLC0415 - importing the package must stay light

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
