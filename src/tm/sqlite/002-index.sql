-- The index by which units are found: a compact base, and a small recent part beside it.

DROP TABLE posting;
DROP TABLE token;

-- The same table as before, but a number that was a unit's is never given to another one: the index may name units that are
-- gone, and must not find others in their place.
CREATE TABLE numbered_unit (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
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
INSERT INTO numbered_unit
SELECT id, origin, fingerprint, source_lang, method, persian, english, persian_previous, persian_next, english_previous,
       english_next, author, date, note
FROM unit ORDER BY id;
DROP TABLE unit;
ALTER TABLE numbered_unit RENAME TO unit;

-- Finds a unit that is to be added where it is already: one query for each unit of an import.
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);

-- Finds the units of an origin, to delete or count them.
CREATE INDEX unit_by_origin ON unit (origin);

-- The numbers of the tokens of a language, small ones for those that occur in many units; and in how many units of the
-- base, so that a search can begin with the rarest. Read by token, or by the first letters of one.
CREATE TABLE token (
    lang   TEXT NOT NULL,
    token  TEXT NOT NULL,
    number INTEGER NOT NULL,
    units  INTEGER NOT NULL,
    PRIMARY KEY (lang, token)
) STRICT, WITHOUT ROWID;

-- The base of a language: its units stand in slots, sorted by their number of words, then by their own number. So the
-- units with so many words are a range of slots. lengths: pairs of variable-length integers, a number of words and how
-- many units have it, the shortest first. tokens: the first number that no token has; recent units may bring new ones.
CREATE TABLE base (
    lang    TEXT PRIMARY KEY,
    units   INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    tokens  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which slots hold a token, in chunks that fit into a page, each found by its last slot: one search finds the first chunk
-- that reaches into a range of slots. slots: the first slot, then the steps to the following ones, as variable-length integers.
CREATE TABLE posting (
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL, -- its number
    last  INTEGER NOT NULL,
    slots BLOB NOT NULL,
    PRIMARY KEY (lang, token, last)
) STRICT, WITHOUT ROWID;

-- What stands in each slot, in chunks of the same kind. units: the first slot, then for each slot the number of bytes that
-- follow for it, the number of the unit, and the numbers of its tokens in their order.
CREATE TABLE sequence (
    lang  TEXT NOT NULL,
    last  INTEGER NOT NULL,
    units BLOB NOT NULL,
    PRIMARY KEY (lang, last)
) STRICT, WITHOUT ROWID;

-- Units that came after the base was made: their tokens in order, read by unit ...
CREATE TABLE recent (
    lang   TEXT NOT NULL,
    unit   INTEGER NOT NULL,
    tokens BLOB NOT NULL, -- numbers, as variable-length integers
    PRIMARY KEY (lang, unit)
) STRICT, WITHOUT ROWID;

-- ... and which of them hold a token and have so many words.
CREATE TABLE recent_posting (
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;

-- The postings of the older format are not carried over: with no fold named, the index is made anew.
DELETE FROM setting WHERE name = 'fold';
