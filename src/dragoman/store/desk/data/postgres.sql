-- What a desk in PostgreSQL has beside its tables. Statements are parted by empty lines.

ALTER TABLE record_words ADD COLUMN terms tsvector NOT NULL

CREATE INDEX words_terms ON record_words USING gin (terms)

CREATE FUNCTION judgements_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM leaving) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'judgements never change and are never taken back';
END $$

CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements
    FOR EACH ROW EXECUTE FUNCTION judgements_stay()
