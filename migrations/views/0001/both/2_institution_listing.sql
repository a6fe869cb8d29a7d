-- One row an institution; since and until are EDTF or empty.
CREATE VIEW institution_listing AS
SELECT
    n.id,
    n.code,
    n.name,
    (
        SELECT m.name FROM institution_name m
        WHERE m.institution_id = n.id AND m.language = 'ko'
        ORDER BY CASE m.kind WHEN 'official' THEN 0 WHEN 'canonical' THEN 1 WHEN 'former' THEN 3 ELSE 2 END, m.name
        LIMIT 1
    ) AS korean,
    n.kind,
    u.name AS parent,
    u.code AS parent_code,
    p.name AS place,
    p.code AS place_code,
    n.since,
    n.until,
    n.origin,
    n.retired
FROM institution n
LEFT JOIN institution u ON u.id = n.parent_id
LEFT JOIN place p ON p.id = n.place_id
