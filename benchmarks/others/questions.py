"""The same questions in SQL, over records as JSON: `questions.py FOLDER` prints their answers.

It is run by the Python that DuckDB is installed for. The last question is one that no tool for one
file at a time can answer: which applications stand on what nobody supports, through any number of
hosts.
"""

from __future__ import annotations

import sys

import duckdb

QUESTIONS = (
    "SELECT count(*) FROM applications WHERE owner IS NULL",
    "SELECT count(*) FROM applications WHERE criticality IS NULL",
    "SELECT count(*) FROM applications WHERE recovery IS NULL",
    "SELECT count(*) FROM servers WHERE exposure IS NULL",
    """
    SELECT count(*) FROM (SELECT unnest(software) AS one FROM servers)
    WHERE regexp_matches(one, '^windows-server@(2008|2008-r2|2012|2012-r2)$')
    """,
    """
    WITH RECURSIVE old AS (
        SELECT DISTINCT id FROM (SELECT id, unnest(software) AS one FROM servers)
        WHERE regexp_matches(one, '^windows-server@(2008|2008-r2|2012|2012-r2)$')
        UNION
        SELECT hosted.id FROM (SELECT id, unnest(hosted_on) AS host FROM servers) hosted
        JOIN old ON hosted.host = old.id
    )
    SELECT count(DISTINCT app.id)
    FROM (SELECT id, unnest(runs_on) AS host FROM applications) app JOIN old ON app.host = old.id
    """,
)

if __name__ == "__main__":
    for section in ("applications", "servers"):
        path = f"{sys.argv[1]}/{section}.json"
        duckdb.execute(
            f"CREATE TABLE {section} AS SELECT * FROM "  # noqa: S608 - names written here
            f"read_json('{path}', sample_size=-1, maximum_object_size=1000000000)"
        )
    for question in QUESTIONS:
        print(duckdb.execute(question).fetchall()[0][0])
