-- Sketches: what is seen of a unit before its words are read, so that few are.

-- The sketches of the base's slots, in chunks. place: the language (0 fa, 1 en) in bits 62 and up, the last slot below.
-- sketches: for each slot eight bytes, the lowest first. A token of a number n below 16 has bit n, another one bit
-- 16 + n % 48; those bits are set whose tokens the unit has.
CREATE TABLE sketch (
    place    INTEGER PRIMARY KEY,
    sketches BLOB NOT NULL
) STRICT;

-- The same for recent units, beside each of their tokens.
DROP TABLE recent_posting;
CREATE TABLE recent_posting (
    lang   TEXT NOT NULL,
    token  INTEGER NOT NULL,
    words  INTEGER NOT NULL,
    unit   INTEGER NOT NULL,
    sketch INTEGER NOT NULL,
    PRIMARY KEY (lang, token, words, unit)
) STRICT, WITHOUT ROWID;

-- The base's postings as before, in three classes: the number of the token stands in bits 34 to 61 of place, the class in
-- bits 32 and 33. 0: the token may be the first that the unit has in common with a segment, where the rate is 70 or more;
-- 1: the same from 50 on; 2: all others.
DELETE FROM posting;

-- How often the base was made: the sketches that a program keeps are those of one of these times.
ALTER TABLE base ADD COLUMN made INTEGER NOT NULL DEFAULT 0;

-- Nothing is carried over: with no fold named, the index is made anew.
DELETE FROM setting WHERE name = 'fold';
