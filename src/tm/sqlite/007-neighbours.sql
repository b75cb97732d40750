-- Neighbours: units that are alike stand near each other, so that what a search reads of them lies in fewer pages.

-- The slots of the base are in another order: by the number of words as before, then by the rarest word of a unit and by
-- its second rarest, and only then by the unit's number. A word is the rarer the higher its number is.

-- Nothing is carried over: with no fold named, the index is made anew.
DELETE FROM setting WHERE name = 'fold';
