-- One row an institution of an incident with its role.
CREATE VIEW incident_institution_listing AS
SELECT
    l.incident_id,
    l.position,
    n.code,
    n.name,
    n.kind,
    u.name AS parent,
    l.role
FROM incident_institution l
JOIN institution n ON n.id = l.institution_id
LEFT JOIN institution u ON u.id = n.parent_id
