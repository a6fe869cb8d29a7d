"""The columns of every listing: promises, documented in docs/output.md; a change of one is a new major version."""

from incidents.output.columns import listing
from incidents.output.thing_listings import INSTITUTION, INSTITUTION_FOUND, PLACE, PLACE_FOUND, TREE, UNRESOLVED

INCIDENT = listing("""
id number: number in this database
code: short code, the same in every database
uid: UUID, the same in every database
date: when it happened, EDTF; empty: undated
earliest: first day that the date allows; empty: open or undated
latest: last day that the date allows; empty: open or undated
extent: `within` (at some time inside the span) or `throughout` (it lasted the span)
basis: what the date rests on: `stated`, `derived`, `bounded`, `none`
date_words: the words of the report that the date comes from
first_reported: first day on which a source spoke of it or a report had it
last_reported: last such day
title: one line
summary: one to three sentences
type: type (codebook section 6)
family: family of the type
kind: `event`, `aggregate` or `series`
status: `occurred`, `ongoing`, `planned`, `attempted`, `cancelled`, `lapsed`
place: name of the main place
place_path: the main place and what it lies in today
place_code: code of the main place
province: first-level unit of the main place
province_code: its ISO 3166-2 code
precision: how fine the place is: `site`, `settlement`, `county`, `province`, `country`, `several`, `unknown`
places: names of all places, the main one first, `; ` between
institutions: names of all institutions, `; ` between
people: groups with their numbers, `; ` between
level: verification level in force: the assessed one, else the computed one
level_computed: the level that the evidence yields
level_assessed: the level that a person has set; empty: none
level_explanation: why the evidence yields that level
disputed flag: some evidence contradicts it
review: `machine` or `reviewed`
evidence_count number: passages and citations
source_count number: different sources
source_types: types of the sources, `; ` between
origins: outlets that first had it, `; ` between
tags: tags, `; ` between
revision number: goes up with each change
withdrawn flag: no longer in the chronology
recorded_at: when it was recorded (UTC)
recorded_by: who recorded it
""")

FOUND = (
    *INCIDENT,
    *listing("via: how a filter found it, if only by a former or usual parent: `South Pyongan (usage)`"),
)
"""What a list has, which knows of a filter."""

SUMMARY = listing("""
id number: number in this database
date: when it happened, in words
place: the main place, its first-level unit and country
title: one line
level: verification level in force
sources: outlets that first had it, `; ` between
""")
"""What Markdown shows of incidents; everything is in the other formats."""

EVIDENCE = listing("""
position number: place among the evidence of the incident, from 0; 0 is the main one
uid: UUID of the evidence
report_uid: UUID of the report
report_id number: number of the report in this database
outlet: outlet of the report
published: publication date of the report, EDTF
url: address of the report
start_at number: where the passage starts in the kept text, in code points
end_at number: where it ends
quote: the passage
citation: book, page or interview, where there is no passage
attribution: the words that say who told it
source: handle of the source inside its report
source_type: type of the source
source_place: where the source is
said_on: day on which the source spoke
access: `direct`, `hearsay`, `unstated`
origin: outlet that first had it
reliability: reliability of the source, A to F (Admiralty code)
credibility: credibility of the information, 1 to 6 (Admiralty code)
stance: `supports` or `contradicts`
sensitive flag: could point to a person
handling: handling of the report: `public`, `internal`, `sealed`
""")

PASSAGE = (
    *listing("""
incident_id number: number of the incident in this database
incident_code: its short code
number number: the number that `show` prints before the passage, and `evidence drop` and `grade` take
"""),
    *EVIDENCE,
)
"""The evidence of several incidents."""

CLAIM = listing("""
field: `date`, `place`, `institution`, `people` or `status`
value: what the passage says: EDTF, a code, words
words: its words in the report
basis: `stated`, `derived`, `bounded`, `none`
followed flag: the incident's own value rests on it
""")

OUTLET = listing("""
code: code
name: name
kind: kind of outlet
country: country (ISO 3166-1)
language: language (ISO 639-1)
domains: domains, a space between
reports number: reports of it in this database
origin: `seed` (shipped) or `user`
retired flag: no longer used for new records
""")

REPORT = listing("""
id number: number in this database
uid: UUID, the same in every database
outlet: outlet; empty: unknown
outlet_code: code of the outlet
title: title
published: publication date, EDTF; empty: unknown
language: language (ISO 639-1)
url: address
handling: `public`, `internal`, `sealed`
state: `new`, `in review`, `done`, `nothing in it`
chars number: length of the kept text in code points
sha256: SHA-256 of the bytes
versions number: versions of the text
proposals_waiting number: proposals that wait for review
proposals_total number: all proposals
incidents number: incidents with evidence in it
got_how: how it was got
got_at: when (UTC)
got_by: by whom
withdrawn flag: no longer used
proposals_accepted number: proposals that were accepted
proposals_rejected number: proposals that were rejected
program_version: version of the program that read it last; empty: not known
seeds_version: version of the reference data that it was read with
""")

REPROCESSED = listing("""
report_id number: number of the report
result: `changed`, `same` or `failed`
new: numbers of the proposals that wait now and did not before, `; ` between
refreshed: numbers of waiting proposals that were read otherwise, `; ` between
gone: numbers of waiting proposals that are not found any more, `; ` between
kept number: proposals that stand as they stood: decided, reworked, or read as before
withheld number: found in passages that a person has dealt with, and not proposed again
problem: why it could not be read again
""")
"""Of a dry run the new ones have numbers that are given only when it is done."""

PROPOSAL = listing("""
id number: number of the proposal
uid: UUID of the proposal
report_id number: number of the report
report_uid: UUID of the report
outlet: outlet of the report
published: publication date of the report, EDTF
position number: place among the proposals of the report, from 0
title: proposed title
type: proposed type
date: proposed date, EDTF; empty: undated
places: codes of the proposed places, the main one first, `; ` between
institutions: codes of the proposed institutions, `; ` between
level: verification level that the report yields
confidence number: how sure the extraction is, 0 to 1
problems: what is open, `; ` between
state: `waiting`, `accepted`, `rejected`, `superseded`
incident_id number: the incident that came of it
created_at: when it was proposed (UTC)
decided_by: who accepted or rejected it
decided_at: when (UTC)
reason: why it was rejected
""")

CHANGE = listing("""
id number: number of the change in this database
database: UUID of the database that it was made in
sequence number: number in the log of that database
at: when (UTC)
who: who made it
action: what was done
subject_kind: `incident`, `report`, `proposal` …
subject_uid: UUID of the subject
reason: why
content: the changed fields, old and new, as JSON; empty: redacted
hash: hash of the change, chained to the one before
""")

INGESTED = listing("""
file: name of the file as it was given; `-` is standard input
report_id number: number of the report; empty: not taken in
report_uid: UUID of the report
outlet: code of the outlet; empty: unknown
published: publication date, EDTF; empty: unknown
result: `new`, `known` (the same bytes were there before) or `failed`
proposals number: incidents proposed
accepted number: of them accepted unseen
problems: what is open or went wrong, `; ` between
""")

TAG = listing("""
tag: the tag
incidents number: standing incidents that have it
withdrawn number: withdrawn ones that have it
""")

CHECKED = listing("""
what: what was checked
checked number: how many
wrong: what is wrong, `; ` between; empty: nothing
""")

SETTING = listing("""
name: what is told
value: what it is
""")

CONFIGURATION = listing("""
key: key of a configuration file; `list.since` is `since` below `[list]`
value: value in force, several with `; ` between; empty: not set
source: `option`, `environment` and the variable, the file that says it, or `default`
meaning: what it is for
""")

LISTINGS = {
    "incidents": INCIDENT,
    "incidents of a list": FOUND,
    "incidents in Markdown": SUMMARY,
    "evidence": EVIDENCE,
    "evidence of incidents": PASSAGE,
    "claims": CLAIM,
    "places": PLACE,
    "institutions": INSTITUTION,
    "places found": PLACE_FOUND,
    "institutions found": INSTITUTION_FOUND,
    "trees of places and institutions": TREE,
    "open names of places or institutions": UNRESOLVED,
    "outlets": OUTLET,
    "reports": REPORT,
    "proposals": PROPOSAL,
    "changes": CHANGE,
    "tags": TAG,
    "ingested": INGESTED,
    "reports read again": REPROCESSED,
    "checks": CHECKED,
    "settings": SETTING,
    "configuration": CONFIGURATION,
}
