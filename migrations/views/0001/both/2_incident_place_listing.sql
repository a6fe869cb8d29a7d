-- One row a place of an incident; position 0 is the main one.
CREATE VIEW incident_place_listing AS
SELECT
    l.incident_id,
    l.position,
    p.code,
    p.name,
    p.kind,
    p.level,
    (SELECT h.path FROM place_path h WHERE h.id = p.id) AS path,
    l.role
FROM incident_place l
JOIN place p ON p.id = l.place_id
