-- One row a change of the log; content is JSON, NULL once it was redacted.
CREATE VIEW change_listing AS
SELECT
    c.id,
    c.database,
    c.sequence,
    c.at,
    c.who,
    c.action,
    c.subject_kind,
    c.subject_uid,
    c.reason,
    n.content,
    c.hash
FROM change c
LEFT JOIN change_content n ON n.change_id = c.id
