-- One row a group of people of an incident.
CREATE VIEW incident_people_listing AS
SELECT
    g.incident_id,
    g.position,
    g.people_group,
    g.low,
    g.high,
    g.approximate,
    g.words
FROM incident_people g
