"""Laws of reading that hold for any text."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.span import Span
from dragoman.read import opening
from tests.read.outcome import PROSE, outcome

PIECES = (
    "date 2019-06-02 ", "Date: 2 June 2019", "\n", "\n\n", "\r\n", "\r", " ", "TOKYO, June 2 (NN) — ", "GENEVA (NN) - ",
    "Talks fail", "By Anna Writer", PROSE, "03/04/2019", "[", "—", "😀", "\u2028", "\x85", "é", ":", "(", "Lucknow: ",
)  # fmt: skip
CHARACTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
TEXTS = st.lists(st.sampled_from(PIECES) | CHARACTERS, max_size=12).map("".join)


@settings(deadline=None)  # the speed of the machine is not what is tested
@given(TEXTS)
def test_the_text_of_an_article_is_the_file_decoded(text: str) -> None:
    """Every text written as UTF-8 is either skipped or comes back unchanged, and all spans lie inside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(text.encode())
        result = outcome(path)
    assert len(result.articles) + len(result.skipped) == 1
    for article in result.articles:
        assert article.text == text.removeprefix("\ufeff")
        assert 0 <= article.body <= len(article.text)
        for span in filter(None, (article.headline, article.date_span)):
            assert 0 <= span.start < span.end <= len(article.text)


@settings(deadline=None)  # the speed of the machine is not what is tested
@given(TEXTS)
def test_what_stands_before_the_body_stands_in_order(text: str) -> None:
    """Headline and stated date lie before the body, apart from each other."""
    seen = opening.found(text)
    spans: list[Span] = [span for span in (seen.headline, seen.date_span) if span is not None]
    assert all(span.end <= seen.body for span in spans)
    assert len(spans) < 2 or not spans[0].meets(spans[1])
