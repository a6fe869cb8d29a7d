-- One row a piece of evidence with its report and source; published is EDTF, offsets count code points of the kept text.
CREATE VIEW evidence_listing AS
SELECT
    e.id,
    e.uid,
    e.incident_id,
    i.code AS incident_code,
    e.position,
    r.id AS report_id,
    r.uid AS report_uid,
    o.name AS outlet,
    r.published,
    r.url,
    e.text_id,
    e.start_at,
    e.end_at,
    e.quote,
    e.citation,
    e.attribution,
    s.handle AS source,
    e.source_type,
    p.name AS source_place,
    e.said_on,
    e.access,
    f.name AS origin,
    e.reliability,
    e.credibility,
    e.stance,
    e.sensitive,
    r.handling
FROM evidence e
JOIN incident i ON i.id = e.incident_id
LEFT JOIN report_text x ON x.id = e.text_id
LEFT JOIN source s ON s.id = e.source_id
LEFT JOIN report r ON r.id = coalesce(x.report_id, s.report_id)
LEFT JOIN outlet o ON o.id = r.outlet_id
LEFT JOIN place p ON p.id = e.source_place_id
LEFT JOIN outlet f ON f.id = e.origin_id
