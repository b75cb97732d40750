-- Neighbours: units that are alike stand near each other, so that what a search reads of them lies in fewer pages; and postings say
-- more, in less room.

-- The slots of the base are in another order: by the number of words as before, then by the rarest word of a unit and by
-- its second rarest, and only then by the unit's number. A word is the rarer the higher its number is.

-- The postings under the same keys as before, in other chunks. slots: the first slot in four bytes, and how many there are in two,
-- the lowest byte first; then a byte, whose bits 0 and 1 are a width of 0 to 2 bytes. What follows says how far each slot is from
-- the first: the lowest bytes of that, as many as the width says; where bit 2 is set, half a byte a slot, the lower half first, that
-- says how many words of the unit have a higher number than the token (15: so many or more); and what is above the lowest bytes, in
-- bits, the lowest first: as many zeros as it is higher than that of the slot before, then a one.
DELETE FROM posting;

-- Nothing is carried over: with no fold named, the index is made anew.
DELETE FROM setting WHERE name = 'fold';
