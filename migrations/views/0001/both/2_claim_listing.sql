-- One row a claim; words are those of the kept text at its offsets.
CREATE VIEW claim_listing AS
SELECT
    c.id,
    e.incident_id,
    c.evidence_id,
    c.position,
    c.field,
    c.value,
    c.start_at,
    c.end_at,
    (
        SELECT substr(x.text, c.start_at + 1, c.end_at - c.start_at) FROM report_text x WHERE x.id = e.text_id
    ) AS words,
    c.basis,
    c.followed
FROM claim c
JOIN evidence e ON e.id = c.evidence_id
