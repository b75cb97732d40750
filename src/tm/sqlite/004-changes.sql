-- The last changes that a user made to the units, with what it takes to undo them.

CREATE TABLE change (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL CHECK (kind IN ('add', 'import', 'align', 'edit', 'delete', 'dedupe', 'merge')),
    about   TEXT NOT NULL,    -- of what it was: files, a segment; may be empty
    date    INTEGER,          -- seconds since 1970, UTC
    first   INTEGER NOT NULL, -- the lowest number that its new units can have; those of the next change have higher ones
    added   INTEGER NOT NULL, -- how many it added,
    removed INTEGER NOT NULL, -- and how many it removed
    indexed INTEGER NOT NULL CHECK (indexed IN (0, 1)) -- whether the index still names those that it removed
) STRICT;

-- The units that the changes removed, as they were.
CREATE TABLE removed_unit (
    id               INTEGER PRIMARY KEY,
    change           INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    origin           INTEGER NOT NULL,
    fingerprint      BLOB NOT NULL,
    source_lang      TEXT NOT NULL,
    method           TEXT NOT NULL,
    persian          TEXT NOT NULL,
    english          TEXT NOT NULL,
    persian_previous TEXT,
    persian_next     TEXT,
    english_previous TEXT,
    english_next     TEXT,
    author           TEXT,
    date             INTEGER,
    note             TEXT
) STRICT;

-- Finds the units that a change removed, to put them back or to forget them.
CREATE INDEX removed_unit_by_change ON removed_unit (change);
