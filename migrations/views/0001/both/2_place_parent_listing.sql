-- One row a parent of a place besides the administrative one of today; since and until are EDTF or empty.
CREATE VIEW place_parent_listing AS
SELECT
    a.place_id,
    p.code AS place_code,
    u.code AS parent_code,
    u.name AS parent,
    a.kind,
    a.since,
    a.until
FROM place_parent a
JOIN place p ON p.id = a.place_id
JOIN place u ON u.id = a.parent_id
