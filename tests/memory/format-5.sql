-- A memory of format 5, as hamta 0.1.0 left it.
PRAGMA foreign_keys = off;
BEGIN TRANSACTION;
CREATE TABLE base (
    lang    TEXT PRIMARY KEY,
    units   INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    tokens  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "base" VALUES('en',0,X'',6);
INSERT INTO "base" VALUES('fa',0,X'',5);
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
INSERT INTO "change" VALUES(1,'add','آتش‌بس برقرار شد.',1795749277,1,1,0,1);
INSERT INTO "change" VALUES(2,'add','آتش‌بس شکست خورد.',1795749277,2,1,0,1);
INSERT INTO "change" VALUES(3,'delete','',1795749277,3,0,1,1);
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
INSERT INTO "origin" VALUES(1,'added',0,NULL,NULL,NULL,0);
CREATE TABLE posting (
    place INTEGER PRIMARY KEY,
    slots BLOB NOT NULL
) STRICT;
CREATE TABLE recent (
    lang   TEXT NOT NULL,
    unit   INTEGER NOT NULL,
    tokens BLOB NOT NULL, -- numbers, as variable-length integers
    PRIMARY KEY (lang, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "recent" VALUES('en',1,X'00010203');
INSERT INTO "recent" VALUES('en',2,X'040105');
INSERT INTO "recent" VALUES('fa',1,X'000102');
INSERT INTO "recent" VALUES('fa',2,X'000304');
CREATE TABLE recent_posting (
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "recent_posting" VALUES('en',0,4,1);
INSERT INTO "recent_posting" VALUES('en',1,3,2);
INSERT INTO "recent_posting" VALUES('en',1,4,1);
INSERT INTO "recent_posting" VALUES('en',2,4,1);
INSERT INTO "recent_posting" VALUES('en',3,4,1);
INSERT INTO "recent_posting" VALUES('en',4,3,2);
INSERT INTO "recent_posting" VALUES('en',5,3,2);
INSERT INTO "recent_posting" VALUES('fa',0,3,1);
INSERT INTO "recent_posting" VALUES('fa',0,3,2);
INSERT INTO "recent_posting" VALUES('fa',1,3,1);
INSERT INTO "recent_posting" VALUES('fa',2,3,1);
INSERT INTO "recent_posting" VALUES('fa',3,3,2);
INSERT INTO "recent_posting" VALUES('fa',4,3,2);
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
    note             TEXT, tags TEXT, details TEXT
) STRICT;
INSERT INTO "removed_unit" VALUES(2,3,1,X'5101A3B794CFBD48AEF4EEB38154AC50','fa','human','آتش‌بس شکست خورد.','The ceasefire failed.',NULL,NULL,NULL,NULL,NULL,1795749277,NULL,NULL,'{"unit":{"attributes":{"usagecount":"3"},"props":[["client","Desk"]]}}');
CREATE TABLE sequence (
    place INTEGER PRIMARY KEY,
    units BLOB NOT NULL
) STRICT;
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('fold','3');
INSERT INTO "setting" VALUES('indexed','2');
CREATE TABLE token (
    lang   TEXT NOT NULL,
    token  TEXT NOT NULL,
    number INTEGER NOT NULL,
    units  INTEGER NOT NULL,
    PRIMARY KEY (lang, token)
) STRICT, WITHOUT ROWID;
INSERT INTO "token" VALUES('en','a',0,0);
INSERT INTO "token" VALUES('en','ceasefire',1,0);
INSERT INTO "token" VALUES('en','failed',5,0);
INSERT INTO "token" VALUES('en','hold',3,0);
INSERT INTO "token" VALUES('en','the',4,0);
INSERT INTO "token" VALUES('en','took',2,0);
INSERT INTO "token" VALUES('fa','آتشبس',0,0);
INSERT INTO "token" VALUES('fa','برقرار',1,0);
INSERT INTO "token" VALUES('fa','خورد',4,0);
INSERT INTO "token" VALUES('fa','شد',2,0);
INSERT INTO "token" VALUES('fa','شکست',3,0);
CREATE TABLE "unit" (
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
    note             TEXT, tags TEXT, details TEXT
) STRICT;
INSERT INTO "unit" VALUES(1,1,X'C5415BC62367D9B61C47AC585F1A7FB7','fa','human','آتش‌بس برقرار شد.','A ceasefire took hold.',NULL,NULL,NULL,NULL,NULL,1795749277,NULL,'[[{"at":0,"kind":"open","number":1,"role":"bold","code":"<b>"},{"at":13,"kind":"close","number":1,"role":"bold","code":"</b>"}],[]]','{"unit":{"attributes":{"usagecount":"3"},"props":[["client","Desk"]]}}');
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);
CREATE INDEX unit_by_origin ON unit (origin);
CREATE INDEX removed_unit_by_change ON removed_unit (change);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('unit',2);
INSERT INTO "sqlite_sequence" VALUES('change',3);
COMMIT;
PRAGMA user_version = 5;
