-- The path of a place by its administrative parents of today; a region is skipped unless it is the place itself.
CREATE VIEW place_path AS
SELECT
    p.id,
    p.code,
    (
        WITH RECURSIVE line (step, parent_id, path) AS (
            SELECT 0, f.parent_id, f.name FROM place f WHERE f.id = p.id
            UNION ALL
            SELECT
                line.step + 1,
                u.parent_id,
                CASE WHEN u.level = 'region' THEN line.path ELSE line.path || ', ' || u.name END
            FROM line JOIN place u ON u.id = line.parent_id
            WHERE line.step < 20
        )
        SELECT line.path FROM line ORDER BY line.step DESC LIMIT 1
    ) AS path
FROM place p
