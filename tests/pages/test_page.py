"""The page: self-contained, safe whatever an article holds, and complete."""

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

from dragoman import pages
from tests import factory

VOID = {"meta", "link", "input", "br"}


class Reader(HTMLParser):
    """Reads a page as a browser would: elements that are open, ids, references, and the text of articles."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.within = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the element carries."""
        given = dict(attrs)
        self.attributes |= set(given)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.references += [value for name, value in attrs if name in {"href", "src"} and value]
        if given.get("class") == "text":
            self.within = len(self.open)
            self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Elements close in the order in which they were opened."""
        if tag not in VOID:
            assert self.open.pop() == tag
        if len(self.open) == self.within:
            self.within = -1

    def handle_data(self, data: str) -> None:
        """Text of an article."""
        if self.within >= 0:
            self.texts[-1] += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(re.sub(r"<line([^>]*)/>", r"<line\1></line>", page))
    assert reader.open == []
    return reader


def test_the_text_of_an_article_stands_on_the_page_as_it_was_read() -> None:
    """Character by character, with all its marks."""
    assert read(pages.render([factory.visit()], "Test")).texts == [factory.VISIT]


def test_whatever_an_article_holds_is_only_text() -> None:
    """Markup in texts, titles, names and addresses is shown, never obeyed."""
    evil = '<script>alert(1)</script> "met" & </div> \x00'
    report = factory.article(evil, title=evil, publisher=evil, url="javascript:alert(1)")
    record = factory.event(report, "met", parties=((evil,), ()))
    reader = read(pages.render([factory.coded(report, record)], evil))
    assert reader.open == []
    assert not any(reference.startswith("javascript") for reference in reader.references)
    assert "onclick" not in reader.attributes
    assert html.unescape(reader.texts[0]).startswith("<script>alert(1)</script>")


def test_the_page_needs_nothing_else() -> None:
    """No file, no network; only its own style and script, known by their hashes."""
    page = pages.render([factory.visit()], "Test")
    assert [one for one in read(page).references if not one.startswith(("#", "data:"))] == []
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert html.unescape(policy[1]).startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in html.unescape(policy[1])
    assert "style" not in read(page).attributes


def test_every_link_on_the_page_has_its_target() -> None:
    """Rows lead to words, words to records; every id stands once."""
    reader = read(pages.render([factory.visit(), factory.visit()], "Test"))
    assert len(reader.ids) == len(set(reader.ids))
    assert [one for one in reader.references if one.startswith("#") and one[1:] not in reader.ids] == []


def test_the_chronology_is_in_the_order_of_time_and_undated_events_come_last() -> None:
    """Months stand in order; what has no date is at the end."""
    page = pages.render([factory.visit()], "Test")
    assert page.index("December 2019") < page.index("no date told")


def test_a_page_of_nothing_says_so() -> None:
    """No articles, or articles without records, are told in words."""
    assert "No event was found." in pages.render([], "Test")
    assert "This article gave no record." in pages.render([factory.coded(factory.article("Rain."))], "Test")


def test_the_page_is_the_same_each_time() -> None:
    """Nothing in it depends on when or where it was made."""
    assert pages.render([factory.visit()], "Test") == pages.render([factory.visit()], "Test")
