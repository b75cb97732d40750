-- The base read by integer keys alone, which SQLite finds soonest: it is most of what a search waits for.

DROP TABLE posting;
DROP TABLE sequence;

-- Which slots hold a token, in chunks that fit into a page, each found by its last slot: one search finds the first chunk
-- that reaches into a range of slots. place: the language (0 fa, 1 en) in bits 62 and up, the number of the token in bits
-- 32 to 61, the last slot below. slots: the first slot in four bytes, the lowest first; a byte that says in how many bytes
-- (1 to 4) each of the others follows, as its distance from the first; or that is 0, and then bits follow, one for each
-- slot from the first one on, the lowest bit of a byte first.
CREATE TABLE posting (
    place INTEGER PRIMARY KEY,
    slots BLOB NOT NULL
) STRICT;

-- What stands in each slot, in chunks of the same size. place: the language, and the last slot, as above. units: the first
-- slot, then for each slot the number of bytes that follow for it, the number of the unit, and the numbers of its tokens in
-- their order, all as variable-length integers.
CREATE TABLE sequence (
    place INTEGER PRIMARY KEY,
    units BLOB NOT NULL
) STRICT;

-- Nothing is carried over: with no fold named, the index is made anew.
DELETE FROM setting WHERE name = 'fold';
