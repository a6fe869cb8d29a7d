-- One row an outlet with the number of its reports; domains have a space between.
CREATE VIEW outlet_listing AS
SELECT
    o.id,
    o.code,
    o.name,
    o.kind,
    o.country,
    o.language,
    o.domains,
    o.origin,
    o.retired,
    (SELECT count(*) FROM report r WHERE r.outlet_id = o.id) AS reports
FROM outlet o
