-- A memory of format 3, as hamta 0.1.0 left it.
PRAGMA foreign_keys = off;
BEGIN TRANSACTION;
CREATE TABLE base (
    lang    TEXT PRIMARY KEY,
    units   INTEGER NOT NULL,
    lengths BLOB NOT NULL,
    tokens  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "base" VALUES('en',1,X'0401',4);
INSERT INTO "base" VALUES('fa',1,X'0301',3);
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
INSERT INTO "posting" VALUES(0,X'0000000001');
INSERT INTO "posting" VALUES(4294967296,X'0000000001');
INSERT INTO "posting" VALUES(8589934592,X'0000000001');
INSERT INTO "posting" VALUES(4611686018427387904,X'0000000001');
INSERT INTO "posting" VALUES(4611686022722355200,X'0000000001');
INSERT INTO "posting" VALUES(4611686027017322496,X'0000000001');
INSERT INTO "posting" VALUES(4611686031312289792,X'0000000001');
CREATE TABLE recent (
    lang   TEXT NOT NULL,
    unit   INTEGER NOT NULL,
    tokens BLOB NOT NULL, -- numbers, as variable-length integers
    PRIMARY KEY (lang, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE recent_posting (
    lang  TEXT NOT NULL,
    token INTEGER NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE sequence (
    place INTEGER PRIMARY KEY,
    units BLOB NOT NULL
) STRICT;
INSERT INTO "sequence" VALUES(0,X'000401000102');
INSERT INTO "sequence" VALUES(4611686018427387904,X'00050100010302');
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
INSERT INTO "token" VALUES('en','a',0,1);
INSERT INTO "token" VALUES('en','ceasefire',1,1);
INSERT INTO "token" VALUES('en','hold',2,1);
INSERT INTO "token" VALUES('en','took',3,1);
INSERT INTO "token" VALUES('fa','آتشبس',0,1);
INSERT INTO "token" VALUES('fa','برقرار',1,1);
INSERT INTO "token" VALUES('fa','شد',2,1);
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
INSERT INTO "unit" VALUES(1,1,X'C5415BC62367D9B61C47AC585F1A7FB7','fa','human','آتش‌بس برقرار شد.','A ceasefire took hold.',NULL,NULL,NULL,NULL,NULL,1795591822,NULL);
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);
CREATE INDEX unit_by_origin ON unit (origin);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('unit',1);
COMMIT;
PRAGMA user_version = 3;
