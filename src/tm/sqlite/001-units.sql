-- The units, and the words by which they are found.

-- What is true of the whole file, such as the version of the fold that the postings were made with.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where units come from: an attached file (with the hash of its contents), an imported one, or additions by hand.
CREATE TABLE origin (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    attached INTEGER NOT NULL CHECK (attached IN (0, 1)),
    hash     BLOB,             -- of an attached file: SHA-256,
    size     INTEGER,          -- bytes,
    modified INTEGER,          -- nanoseconds since 1970,
    problems INTEGER NOT NULL DEFAULT 0, -- and how many faults were found in it
    UNIQUE (name, attached)
) STRICT;

CREATE TABLE unit (
    id               INTEGER PRIMARY KEY,
    origin           INTEGER NOT NULL REFERENCES origin (id) ON DELETE CASCADE,
    fingerprint      BLOB NOT NULL,
    source_lang      TEXT NOT NULL CHECK (source_lang IN ('fa', 'en')),
    method           TEXT NOT NULL CHECK (method IN ('human', 'aligned', 'machine')),
    persian          TEXT NOT NULL,
    english          TEXT NOT NULL,
    persian_previous TEXT,
    persian_next     TEXT,
    english_previous TEXT,
    english_next     TEXT,
    author           TEXT,
    date             INTEGER, -- seconds since 1970, UTC
    note             TEXT
) STRICT;

-- Finds a unit that is to be added where it is already: one query for each unit of an import.
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);

-- Finds the units of an origin, to delete or count them.
CREATE INDEX unit_by_origin ON unit (origin);

-- Which units hold a token in a language, and how many words they have there. It answers the one question put to a
-- store (lang, token, a range of word counts) from the index alone.
CREATE TABLE posting (
    lang  TEXT NOT NULL,
    token TEXT NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;

-- Finds the postings of a unit that is deleted.
CREATE INDEX posting_by_unit ON posting (unit);

-- In how many units a token occurs, so that a search can begin with the rarest.
CREATE TABLE token (
    lang  TEXT NOT NULL,
    token TEXT NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (lang, token)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER posting_counted AFTER INSERT ON posting BEGIN
    INSERT INTO token (lang, token, units) VALUES (new.lang, new.token, 1)
    ON CONFLICT DO UPDATE SET units = units + 1;
END;

CREATE TRIGGER posting_discounted AFTER DELETE ON posting BEGIN
    UPDATE token SET units = units - 1 WHERE lang = old.lang AND token = old.token;
END;
