-- One row a proposal with its report; payload is JSON.
CREATE VIEW proposal_listing AS
SELECT
    q.id,
    q.uid,
    r.id AS report_id,
    r.uid AS report_uid,
    o.name AS outlet,
    r.published,
    q.text_id,
    q.position,
    q.title,
    q.state,
    q.payload,
    q.incident_id,
    q.created_at,
    q.decided_by,
    q.decided_at,
    q.reason
FROM proposal q
JOIN report_text x ON x.id = q.text_id
JOIN report r ON r.id = x.report_id
LEFT JOIN outlet o ON o.id = r.outlet_id
