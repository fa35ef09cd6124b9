-- What a desk in SQLite has beside its tables. Statements are parted by empty lines.

CREATE VIRTUAL TABLE record_search USING fts5(
    words, content = 'record_words', content_rowid = 'n', tokenize = 'ascii', columnsize = 0
)

INSERT INTO record_search (record_search, rank) VALUES ('pgsz', 8000)

INSERT INTO record_search (record_search, rank) VALUES ('automerge', 16)

INSERT INTO record_search (record_search, rank) VALUES ('crisismerge', 32)

CREATE TRIGGER words_come AFTER INSERT ON record_words BEGIN
    INSERT INTO record_search (rowid, words) VALUES (new.n, new.words);
END

CREATE TRIGGER words_go AFTER DELETE ON record_words BEGIN
    INSERT INTO record_search (record_search, rowid, words) VALUES ('delete', old.n, old.words);
END

CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements WHEN NOT EXISTS (SELECT 1 FROM leaving) BEGIN
    SELECT raise(ABORT, 'judgements are never taken back');
END

CREATE TRIGGER judgements_do_not_change BEFORE UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements never change');
END
