#!/usr/bin/env bash
# The guess: a package in Anki's oldest form (schema 11), whose configuration leaves out what Anki has defaults for,
# is imported with its reviews as they stand.
# What is so: where the configuration names no `schedVer`, the package is taken for one of the first scheduler, whose
# cards in learning had three buttons; at import every 2 and 3 given while learning or relearning becomes a 3 and a 4.
# Nothing is said of it, and reviews of known cards stay as they are.
# Versions: anki 26.9.3 of PyPI.
# Why it matters: whoever writes packages with reviews must write `"schedVer": 2`, else each "hard" of the first day
# becomes a "good", and FSRS in Anki fits itself to it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check anki==26.9.3
cat >look.py <<'PY'
import json, os, sqlite3, sys, zipfile
from anki.collection import Collection, ExportAnkiPackageOptions
from anki.generic_pb2 import Empty
from anki.import_export_pb2 import ExportLimit, ImportAnkiPackageOptions, ImportAnkiPackageRequest

col = Collection(os.path.abspath('from.anki2'))
note = col.new_note(col.models.by_name('Basic'))
note['Front'] = 'q'
col.add_note(note, 1)
card = note.card_ids()[0]
for i, (ease, kind) in enumerate([(2, 0), (3, 0), (3, 1), (2, 1)]):  # two while learning, two reviews
    row = (1700000000000 + i * 86400000, card, -1, ease, 5, 1, 2500, 3000, kind)
    col.db.execute('insert into revlog values (?,?,?,?,?,?,?,?,?)', *row)
col.db.execute('update cards set type=2, queue=2, ivl=5, due=1, reps=4, factor=2500')
options = ExportAnkiPackageOptions(with_scheduling=True, legacy=True)
col.export_anki_package(out_path=os.path.abspath('as-written.apkg'), options=options,
                        limit=ExportLimit(whole_collection=Empty()))
col.close()
with zipfile.ZipFile('as-written.apkg') as one, zipfile.ZipFile('without.apkg', 'w') as other:
    for name in one.namelist():
        data = one.read(name)
        if name.startswith('collection'):
            open('x.db', 'wb').write(data)
            db = sqlite3.connect('x.db')
            conf = json.loads(db.execute('select conf from col').fetchone()[0])
            del conf['schedVer']
            db.execute('update col set conf = ?', (json.dumps(conf),))
            db.commit()
            db.close()
            data = open('x.db', 'rb').read()
        other.writestr(name, data)

def imported(path):
    col = Collection(os.path.abspath(path + '.anki2'))
    wish = ImportAnkiPackageOptions(with_scheduling=True)
    col.import_anki_package(ImportAnkiPackageRequest(package_path=os.path.abspath(path), options=wish))
    eases = col.db.list('select ease from revlog order by id')
    col.close()
    return eases

usual, without = imported('as-written.apkg'), imported('without.apkg')
print('anki 26.9.3; learning 2 and 3, reviews 3 and 2')
print('with schedVer 2:', usual, 'without schedVer:', without)
sys.exit(0 if usual == [2, 3, 3, 2] and without == [3, 4, 3, 2] else 1)
PY
venv/bin/python look.py
