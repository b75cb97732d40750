-- A memory of format 1, as hamta 0.1.0 left it.
PRAGMA foreign_keys = off;
BEGIN TRANSACTION;
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
    token TEXT NOT NULL,
    words INTEGER NOT NULL,
    unit  INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "posting" VALUES('en','a',4,1);
INSERT INTO "posting" VALUES('en','ceasefire',4,1);
INSERT INTO "posting" VALUES('en','hold',4,1);
INSERT INTO "posting" VALUES('en','took',4,1);
INSERT INTO "posting" VALUES('fa','اتشبس',3,1);
INSERT INTO "posting" VALUES('fa','برقرار',3,1);
INSERT INTO "posting" VALUES('fa','شد',3,1);
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('fold','1');
CREATE TABLE token (
    lang  TEXT NOT NULL,
    token TEXT NOT NULL,
    units INTEGER NOT NULL,
    PRIMARY KEY (lang, token)
) STRICT, WITHOUT ROWID;
INSERT INTO "token" VALUES('en','a',1);
INSERT INTO "token" VALUES('en','ceasefire',1);
INSERT INTO "token" VALUES('en','hold',1);
INSERT INTO "token" VALUES('en','took',1);
INSERT INTO "token" VALUES('fa','اتشبس',1);
INSERT INTO "token" VALUES('fa','برقرار',1);
INSERT INTO "token" VALUES('fa','شد',1);
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
INSERT INTO "unit" VALUES(1,1,X'800D5581C70B617322DA346711879B18','fa','human','آتش‌بس برقرار شد.','A ceasefire took hold.',NULL,NULL,NULL,NULL,'editor',1795490649,NULL);
CREATE UNIQUE INDEX unit_by_fingerprint ON unit (fingerprint, origin);
CREATE INDEX unit_by_origin ON unit (origin);
CREATE INDEX posting_by_unit ON posting (unit);
CREATE TRIGGER posting_counted AFTER INSERT ON posting BEGIN
    INSERT INTO token (lang, token, units) VALUES (new.lang, new.token, 1)
    ON CONFLICT DO UPDATE SET units = units + 1;
END;
CREATE TRIGGER posting_discounted AFTER DELETE ON posting BEGIN
    UPDATE token SET units = units - 1 WHERE lang = old.lang AND token = old.token;
END;
COMMIT;
PRAGMA user_version = 1;
