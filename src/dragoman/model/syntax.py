"""A dependency tree over an article's token table: children, subtrees and paths, worked out once."""

from collections.abc import Iterator

from dragoman.model.annotated import Token
from dragoman.model.span import Span


class Tree:
    """Lookups over the tokens of one article.

    Attributes:
        tokens: The article's token table.
        children: For each token the numbers of the tokens that depend on it, in the order of the text.
    """

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        self._kids: dict[tuple[int, tuple[str, ...]], list[Token]] = {}
        for token in tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of a token, only those with one of the labels if any are named; the list is not to be changed."""
        found = self._kids.get((i, deps))
        if found is None:
            found = [self.tokens[k] for k in self.children[i] if not deps or self.tokens[k].dep in deps]
            self._kids[i, deps] = found
        return found

    def subtree(self, i: int) -> list[int]:
        """A token and all that hangs on it, in the order of the text."""
        found, stack = [], [i]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(self.children[node])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Token]:
        """The tokens above a token, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def span(self, numbers: list[int]) -> Span:
        """From the first to the last character of some tokens."""
        return Span(self.tokens[min(numbers)].span.start, self.tokens[max(numbers)].span.end)

    def conjuncts(self, i: int) -> list[int]:
        """A token and those coordinated with it further right ("Japan, France and Iran")."""
        found = [i]
        for k in found:
            found.extend(c for c in self.children[k] if self.tokens[c].dep == "conj")
        return found
