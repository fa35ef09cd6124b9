"""What each format gives: text, title, date, publisher, id."""

import datetime as dt
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import UsageError
from dragoman.model.span import Span
from dragoman.settings import Settings
from tests.read.outcome import PROSE, of_bytes, of_stdin, outcome, put

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet | Fjord Post</title>
<meta property="og:title" content="Ministers meet in Oslo"><meta property="og:site_name" content="Fjord Post">
<meta property="article:published_time" content="2019-06-12T01:00:00+09:00">
<link rel="canonical" href="https://fjord.example/news/oslo"></head>
<body><nav><a href="/">Home</a></nav><article><p>OSLO, June 11 (NN) — {PROSE}</p>
<p>A “café” talk came first.</p>
</article><footer>All rights reserved</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Fjord Wire</title>
<item><title>Ministers meet</title><link>https://fjord.example/1</link><guid>17</guid>
<pubDate>Fri, 20 Dec 2019 01:00:00 +0900</pubDate>
<description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;More came.&lt;/p&gt;</description></item>
<item><title>The talks ended at night</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord Wire</title>
<entry><id>tag:fjord.example,2019:1</id>
<title>Ministers meet</title><updated>2019-06-02T10:00:00Z</updated>
<content type="html">{PROSE}</content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.md", "a", "a.2019-06", "A.TXT"])
def test_a_text_file_is_its_text(tmp_path: Path, name: str) -> None:
    """Text, Markdown and files without an ending are one article, line ends and all."""
    text = f"{PROSE}\r\nSecond line.\rThird.\n\n"
    assert of_bytes(tmp_path, name, text).only.text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"])
def test_the_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    """Other encodings give the same characters; a byte order mark is no part of the text."""
    text = f"“{PROSE}” – said René, who’s the café’s owner."
    assert of_bytes(tmp_path, "a.txt", text.encode(encoding)).only.text == text


def test_a_page_gives_text_and_metadata(tmp_path: Path) -> None:
    """Of a page the main text is read, with the headline above it, and what its markup says."""
    article = of_bytes(tmp_path, "a.html", PAGE).only
    assert article.text == f"Ministers meet in Oslo\n\nOSLO, June 11 (NN) — {PROSE}\nA “café” talk came first."
    assert (article.title, article.headline) == ("Ministers meet in Oslo", Span(0, 22))
    assert (article.date, article.date_basis) == (dt.date(2019, 6, 12), "given")
    assert (article.publisher, article.id) == ("Fjord Post", "https://fjord.example/news/oslo")
    assert article.text[article.body :].startswith("The ministers")


@pytest.mark.parametrize(
    "declared, written", [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "cp1252")]
)
def test_a_page_is_read_in_the_encoding_it_names(tmp_path: Path, declared: str, written: str) -> None:
    """A page's own word counts, unless its bytes are none of that encoding."""
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"').replace("—", "–").encode(written)
    assert "“café”" in of_bytes(tmp_path, "a.html", page).only.text


def test_the_front_page_is_no_address_of_an_article(tmp_path: Path) -> None:
    """A canonical link to the front page, which all pages of a site may share, does not make them one article."""
    page = PAGE.replace("https://fjord.example/news/oslo", "https://fjord.example/")
    result = outcome(put(tmp_path, "a.html", page), put(tmp_path, "b.html", page.replace("“café” talk", "long talk")))
    assert len(result.articles) == 2


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    """Each entry is an article with its headline above; tags are taken out, the day is the outlet's own."""
    first, second = of_bytes(tmp_path, "a.rss", FEED).articles
    assert first.text == f"Ministers meet\n\n{PROSE}\nMore came."
    assert (first.headline, first.body, first.publisher) == (Span(0, 14), 16, "Fjord Wire")
    assert (first.id, first.date) == ("https://fjord.example/1", dt.date(2019, 12, 20))
    assert (second.text, second.path) == ("The talks ended at night", f"{tmp_path / 'a.rss'}#2")


def test_atom_is_a_feed(tmp_path: Path) -> None:
    """Atom entries keep the id that they have all over the world."""
    article = of_bytes(tmp_path, "a.atom", ATOM).only
    assert (article.id, article.date) == ("tag:fjord.example,2019:1", dt.date(2019, 6, 2))


ROW = {
    "id": "010",
    "title": "Ministers meet",
    "text": PROSE,
    "date": "2019-06-12",
    "publisher": "Post",
    "url": "https://a.example/1",
}
NGEC = {
    "story_id": "010",
    "Headline": "Ministers meet",
    "event_text": PROSE,
    "pub_date": "June 12, 2019",
    "source": "Post",
    "link": "https://a.example/1",
}


def as_csv(row: dict[str, str], delimiter: str = ",") -> bytes:
    return "\n".join(delimiter.join(f'"{cell}"' for cell in cells) for cells in (row, row.values())).encode()


def as_parquet(row: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row]), buffer)
    return buffer.getvalue()


TABLES: dict[str, tuple[str, Callable[[dict[str, str]], bytes]]] = {
    "jsonl": ("a.jsonl", lambda row: json.dumps(row).encode()),
    "ndjson": ("a.ndjson", lambda row: json.dumps(row).encode() + b"\n\n"),
    "json object": ("a.json", lambda row: json.dumps(row, indent=1).encode()),
    "json list": ("a.json", lambda row: json.dumps([row]).encode()),
    "json of a news service": ("a.json", lambda row: json.dumps({"status": "ok", "articles": [row]}).encode()),
    "utf-16 jsonl": ("a.jsonl", lambda row: json.dumps(row).encode("utf-16")),
    "csv": ("a.csv", as_csv),
    "csv with semicolons": ("a.csv", lambda row: as_csv(row, ";")),
    "csv with a mark": ("a.csv", lambda row: b"\xef\xbb\xbf" + as_csv(row)),
    "csv in utf-16": ("a.csv", lambda row: as_csv(row).decode().encode("utf-16")),
    "tsv": ("a.tsv", lambda row: as_csv(row, "\t")),
    "parquet": ("a.parquet", as_parquet),
    "packed parquet": ("a.parquet.gz", lambda row: gzip.compress(as_parquet(row))),
    "packed csv": ("a.csv.gz", lambda row: gzip.compress(as_csv(row))),
}


@pytest.mark.parametrize("row", [ROW, NGEC], ids=["ours", "theirs"])
@pytest.mark.parametrize("table", TABLES)
def test_tables_have_named_columns(tmp_path: Path, table: str, row: dict[str, str]) -> None:
    """All tables give the same article, by our column names and by those of other coders; the title stays apart."""
    name, written = TABLES[table]
    article = of_bytes(tmp_path, name, written(row)).only
    assert (article.id, article.text, article.title, article.publisher) == ("010", PROSE, "Ministers meet", "Post")
    assert (article.date, article.date_basis, article.url) == (dt.date(2019, 6, 12), "given", "https://a.example/1")
    assert (article.headline, article.body, article.path) == (None, 0, f"{tmp_path / name}#1")


def test_columns_can_be_named(tmp_path: Path) -> None:
    """A table with names of its own is read when the user says which column is which."""
    path = put(tmp_path, "a.csv", f"Récit,text\n{PROSE},x\n")
    assert outcome(path, settings=Settings(columns=(("text", "Récit"),))).texts == [PROSE]


def test_an_unknown_field_for_a_column_is_refused() -> None:
    """A slip in a setting is told at once, with what is allowed."""
    with pytest.raises(UsageError, match="unknown fields in columns: \\['txt'\\]"):
        outcome(settings=Settings(columns=(("txt", "a"),)))


def test_cells_keep_line_ends_and_odd_bytes_harm_only_themselves(tmp_path: Path) -> None:
    """Cells with line ends are one cell; one cell in another encoding does not spoil the file."""
    rows = f'id,text\n1,"{PROSE}\r\n“More.”"\n2,The talks of '.encode() + b"caf\xe9 owners went on\n"
    first, second = of_bytes(tmp_path, "a.csv", rows).texts
    assert (first, second) == (f"{PROSE}\r\n“More.”", "The talks of café owners went on")


def test_dates_of_parquet_are_dates(tmp_path: Path) -> None:
    """A column that holds times gives days."""
    table = pa.table({"text": [PROSE], "date": pa.array([dt.datetime(2019, 1, 2, 3, 4, tzinfo=dt.UTC)])})
    pq.write_table(table, tmp_path / "a.parquet")
    assert outcome(tmp_path / "a.parquet").only.date == dt.date(2019, 1, 2)


def test_an_archive_gives_its_members(tmp_path: Path) -> None:
    """Members of any format are read by name; sidecars count, hidden files do not."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.txt", PROSE)
        archive.writestr("a/c.jsonl.gz", gzip.compress(json.dumps({"text": f"{PROSE} c"}).encode()))
        archive.writestr("b.json", '{"date": "2019-01-02"}')
        archive.writestr("__MACOSX/b.txt", "junk of the sort")
    first, second = outcome(tmp_path / "a.zip").articles
    assert (first.path, second.path) == (f"{tmp_path}/a.zip/a/c.jsonl.gz#1", f"{tmp_path}/a.zip/b.txt")
    assert second.date == dt.date(2019, 1, 2)


@pytest.mark.parametrize(
    "data, paths",
    [
        (PROSE.encode(), ["-"]),
        (json.dumps({"text": PROSE}).encode() + b"\n{bad", ["-#1"]),
        (b"{not JSON} " + PROSE.encode(), ["-"]),
        (PAGE.encode(), ["-"]),
        (FEED.encode(), ["-#1", "-#2"]),
    ],
    ids=["text", "JSON lines", "text with a brace", "page", "feed"],
)
def test_standard_input_is_known_by_its_beginning(data: bytes, paths: list[str]) -> None:
    """Standard input is one text, unless its first line is a JSON object or it begins as a page or feed does."""
    assert [article.path for article in of_stdin(data).articles] == paths


def test_standard_input_stays_open() -> None:
    """The stream belongs to the caller."""
    stream = io.BytesIO(PROSE.encode())
    outcome("-", stdin=stream)
    assert not stream.closed
