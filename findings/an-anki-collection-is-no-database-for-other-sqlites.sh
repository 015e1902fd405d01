#!/usr/bin/env bash
# The guess: a collection of Anki is a SQLite file, so any SQLite reads its tables.
# What is so: names are declared with a collation, `unicase`, that only Anki's own program has. Rows of most tables
# are read all the same, but whatever would look at an order fails, even a count of decks. Changing the declaration in
# a copy (PRAGMA writable_schema) makes every table readable.
# Versions: anki 26.9.3 of PyPI, the SQLite of Python 3.11 and newer.
# Why it matters: a reader that tries `revlog` and `cards` seems to work, and fails at the first person's decks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check anki==26.9.3
cat >look.py <<'PY'
import os, sqlite3, sys
from anki.collection import Collection

Collection(os.path.abspath('a.anki2')).close()

def tried(db, sql):
    try:
        return db.execute(sql).fetchone()[0]
    except sqlite3.OperationalError as error:
        return str(error)

db = sqlite3.connect('a.anki2')
asked = ['select count(*) from revlog', 'select name from decks', 'select count(*) from decks']
before = [tried(db, sql) for sql in asked]
db.execute('pragma writable_schema = on')
db.execute("update sqlite_master set sql = replace(sql, 'COLLATE unicase', '')")
db.commit()
db.close()
after = tried(sqlite3.connect('a.anki2'), asked[-1])
print('anki 26.9.3, SQLite', sqlite3.sqlite_version)
for sql, answer in zip(asked, before):
    print(f'{sql}: {answer}')
print('with the collation forgotten:', after)
sys.exit(0 if before == [0, 'Default', 'no such collation sequence: unicase'] and after == 1 else 1)
PY
venv/bin/python look.py
