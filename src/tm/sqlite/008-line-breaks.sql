-- Files that are attached were read without a space for the line breaks in them that are tags: they are read anew when
-- they are attached the next time.
UPDATE origin SET size = -1, hash = x'' WHERE attached;
