-- A memory of format 2, as hamta 0.1.0 left it.
PRAGMA foreign_keys = off;
BEGIN TRANSACTION;
CREATE TABLE base (
    lang    TEXT PRIMARY KEY,
    units   INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    tokens  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "base" VALUES('en',0,X'',4);
INSERT INTO "base" VALUES('fa',0,X'',3);
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
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL, -- its number
    last  INTEGER NOT NULL,
    slots BLOB NOT NULL,
    PRIMARY KEY (lang, token, last)
) STRICT, WITHOUT ROWID;
CREATE TABLE recent (
    lang   TEXT NOT NULL,
    unit   INTEGER NOT NULL,
    tokens BLOB NOT NULL, -- numbers, as variable-length integers
    PRIMARY KEY (lang, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "recent" VALUES('en',1,X'00010203');
INSERT INTO "recent" VALUES('fa',1,X'000102');
CREATE TABLE recent_posting (
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "recent_posting" VALUES('en',0,4,1);
INSERT INTO "recent_posting" VALUES('en',1,4,1);
INSERT INTO "recent_posting" VALUES('en',2,4,1);
INSERT INTO "recent_posting" VALUES('en',3,4,1);
INSERT INTO "recent_posting" VALUES('fa',0,3,1);
INSERT INTO "recent_posting" VALUES('fa',1,3,1);
INSERT INTO "recent_posting" VALUES('fa',2,3,1);
CREATE TABLE sequence (
    lang  TEXT NOT NULL,
    last  INTEGER NOT NULL,
    units BLOB NOT NULL,
    PRIMARY KEY (lang, last)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('fold','3');
INSERT INTO "setting" VALUES('indexed','1');
CREATE TABLE token (
    lang   TEXT NOT NULL,
    token  TEXT NOT NULL,
    number INTEGER NOT NULL,
    units  INTEGER NOT NULL,
    PRIMARY KEY (lang, token)
) STRICT, WITHOUT ROWID;
INSERT INTO "token" VALUES('en','a',0,0);
INSERT INTO "token" VALUES('en','ceasefire',1,0);
INSERT INTO "token" VALUES('en','hold',3,0);
INSERT INTO "token" VALUES('en','took',2,0);
INSERT INTO "token" VALUES('fa','آتشبس',0,0);
INSERT INTO "token" VALUES('fa','برقرار',1,0);
INSERT INTO "token" VALUES('fa','شد',2,0);
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
    note             TEXT
) STRICT;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('unit',1);
INSERT INTO "unit" VALUES(1,1,X'C5415BC62367D9B61C47AC585F1A7FB7','fa','human','آتش‌بس برقرار شد.','A ceasefire took hold.',NULL,NULL,NULL,NULL,NULL,1795591822,NULL);
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);
CREATE INDEX unit_by_origin ON unit (origin);
COMMIT;
PRAGMA user_version = 2;
