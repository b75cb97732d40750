-- What a unit has beside its texts. Both are JSON, and null where there is nothing, as for most units; no unit is found by them.

-- tags: the inline tags of the Persian side, then of the English one: two lists.
-- details: what the file of the unit says of it beyond what the other columns hold.
ALTER TABLE unit ADD COLUMN tags TEXT;
ALTER TABLE unit ADD COLUMN details TEXT;

ALTER TABLE removed_unit ADD COLUMN tags TEXT;
ALTER TABLE removed_unit ADD COLUMN details TEXT;

-- Files that are attached were read without them: they are read anew when they are attached the next time.
UPDATE origin SET size = -1, hash = x'' WHERE attached;
