-- One row an incident with everything that a listing shows. Only scalar subqueries: they are computed for the rows read.
CREATE VIEW chronology AS
SELECT
    i.id,
    i.code,
    i.uid,
    i.edtf AS date,
    i.date_words,
    i.earliest,
    i.latest,
    i.extent,
    i.basis,
    i.sort_from,
    i.sort_to,
    i.day_from,
    i.day_to,
    i.first_reported,
    i.last_reported,
    i.title,
    i.summary,
    i.type,
    (SELECT t.family_code FROM incident_type t WHERE t.code = i.type) AS family,
    i.kind,
    i.status,
    (
        SELECT p.name FROM incident_place l JOIN place p ON p.id = l.place_id
        WHERE l.incident_id = i.id AND l.position = 0
    ) AS place,
    (
        SELECT p.path FROM incident_place l JOIN place_path p ON p.id = l.place_id
        WHERE l.incident_id = i.id AND l.position = 0
    ) AS place_path,
    (
        SELECT p.code FROM incident_place l JOIN place p ON p.id = l.place_id
        WHERE l.incident_id = i.id AND l.position = 0
    ) AS place_code,
    (
        SELECT p.name
        FROM incident_place l
        JOIN place_closure c ON c.place_id = l.place_id AND c.via IN ('self', 'current')
        JOIN place p ON p.id = c.ancestor_id AND p.level = 'province'
        WHERE l.incident_id = i.id AND l.position = 0
        ORDER BY c.depth LIMIT 1
    ) AS province,
    (
        SELECT p.code
        FROM incident_place l
        JOIN place_closure c ON c.place_id = l.place_id AND c.via IN ('self', 'current')
        JOIN place p ON p.id = c.ancestor_id AND p.level = 'province'
        WHERE l.incident_id = i.id AND l.position = 0
        ORDER BY c.depth LIMIT 1
    ) AS province_code,
    i.precision,
    (
        SELECT string_agg(named.name, '; ' ORDER BY named.place)
        FROM (
            SELECT p.name, min(l.position) AS place
            FROM incident_place l JOIN place p ON p.id = l.place_id
            WHERE l.incident_id = i.id
            GROUP BY p.id, p.name
            ORDER BY place
        ) named
    ) AS places,
    (
        SELECT string_agg(named.name, '; ' ORDER BY named.place)
        FROM (
            SELECT n.name, min(l.position) AS place
            FROM incident_institution l JOIN institution n ON n.id = l.institution_id
            WHERE l.incident_id = i.id
            GROUP BY n.id, n.name
            ORDER BY place
        ) named
    ) AS institutions,
    (
        SELECT string_agg(said.words, '; ' ORDER BY said.position)
        FROM (
            SELECT
                g.position,
                CASE
                    WHEN g.words <> '' THEN g.words
                    WHEN g.low = g.high THEN g.low || ' ' || g.people_group
                    WHEN g.high IS NULL THEN g.low || ' or more ' || g.people_group
                    WHEN g.low IS NULL THEN 'up to ' || g.high || ' ' || g.people_group
                    ELSE g.low || '–' || g.high || ' ' || g.people_group
                END AS words
            FROM incident_people g
            WHERE g.incident_id = i.id
            ORDER BY g.position
        ) said
    ) AS people,
    i.level,
    i.level_computed,
    i.level_assessed,
    i.level_explanation,
    i.disputed,
    i.review,
    (SELECT count(*) FROM evidence e WHERE e.incident_id = i.id) AS evidence_count,
    (SELECT count(DISTINCT e.source_id) FROM evidence e WHERE e.incident_id = i.id) AS source_count,
    (
        SELECT string_agg(told.source_type, '; ' ORDER BY told.source_type)
        FROM (
            SELECT DISTINCT e.source_type FROM evidence e
            WHERE e.incident_id = i.id
            ORDER BY e.source_type
        ) told
    ) AS source_types,
    (
        SELECT string_agg(told.name, '; ' ORDER BY told.name)
        FROM (
            SELECT DISTINCT o.name FROM evidence e JOIN outlet o ON o.id = e.origin_id
            WHERE e.incident_id = i.id
            ORDER BY o.name
        ) told
    ) AS origins,
    (
        SELECT string_agg(tagged.tag, '; ' ORDER BY tagged.tag)
        FROM (SELECT g.tag FROM incident_tag g WHERE g.incident_id = i.id ORDER BY g.tag) tagged
    ) AS tags,
    i.revision,
    i.withdrawn,
    i.recorded_at,
    i.recorded_by
FROM incident i
