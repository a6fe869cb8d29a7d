-- One row a place; parent is its administrative parent of today.
CREATE VIEW place_listing AS
SELECT
    p.id,
    p.code,
    p.name,
    (
        SELECT n.name FROM place_name n
        WHERE n.place_id = p.id AND n.language = 'ko'
        ORDER BY CASE n.kind WHEN 'official' THEN 0 WHEN 'canonical' THEN 1 WHEN 'former' THEN 3 ELSE 2 END, n.name
        LIMIT 1
    ) AS korean,
    p.kind,
    p.level,
    u.name AS parent,
    u.code AS parent_code,
    (SELECT h.path FROM place_path h WHERE h.id = p.id) AS path,
    p.latitude,
    p.longitude,
    p.origin,
    p.retired
FROM place p
LEFT JOIN place u ON u.id = p.parent_id
