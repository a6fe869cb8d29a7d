-- One row a report; chars, sha256 and what it was read with are those of its newest version, incidents the standing
-- ones that rest on it. The states are counted by CASE: an index of all waiting proposals would be walked for each row.
CREATE VIEW report_listing AS
SELECT
    r.id,
    r.uid,
    o.name AS outlet,
    o.code AS outlet_code,
    r.title,
    r.url,
    r.published,
    r.language,
    r.handling,
    r.state,
    (SELECT x.chars FROM report_text x WHERE x.report_id = r.id ORDER BY x.version DESC LIMIT 1) AS chars,
    (SELECT x.sha256 FROM report_text x WHERE x.report_id = r.id ORDER BY x.version DESC LIMIT 1) AS sha256,
    (SELECT count(*) FROM report_text x WHERE x.report_id = r.id) AS versions,
    (
        SELECT count(CASE WHEN q.state = 'waiting' THEN 1 END) FROM report_text x JOIN proposal q ON q.text_id = x.id
        WHERE x.report_id = r.id
    ) AS proposals_waiting,
    (
        SELECT count(*) FROM report_text x JOIN proposal q ON q.text_id = x.id WHERE x.report_id = r.id
    ) AS proposals_total,
    (
        SELECT count(*)
        FROM (
            SELECT i.id
            FROM report_text x
            JOIN evidence e ON e.text_id = x.id
            JOIN incident i ON i.id = e.incident_id AND i.withdrawn = 0
            WHERE x.report_id = r.id
            UNION
            SELECT i.id
            FROM source s
            JOIN evidence e ON e.source_id = s.id
            JOIN incident i ON i.id = e.incident_id AND i.withdrawn = 0
            WHERE s.report_id = r.id
        ) resting
    ) AS incidents,
    r.got_how,
    r.got_at,
    r.got_by,
    r.withdrawn,
    (
        SELECT count(CASE WHEN q.state = 'accepted' THEN 1 END) FROM report_text x JOIN proposal q ON q.text_id = x.id
        WHERE x.report_id = r.id
    ) AS proposals_accepted,
    (
        SELECT count(CASE WHEN q.state = 'rejected' THEN 1 END) FROM report_text x JOIN proposal q ON q.text_id = x.id
        WHERE x.report_id = r.id
    ) AS proposals_rejected,
    (
        SELECT t.program_version FROM report_text x LEFT JOIN text_reading t ON t.text_id = x.id
        WHERE x.report_id = r.id ORDER BY x.version DESC LIMIT 1
    ) AS program_version,
    (
        SELECT t.seeds_version FROM report_text x LEFT JOIN text_reading t ON t.text_id = x.id
        WHERE x.report_id = r.id ORDER BY x.version DESC LIMIT 1
    ) AS seeds_version
FROM report r
LEFT JOIN outlet o ON o.id = r.outlet_id
