#!/usr/bin/env bash
# The guess: two engines of one organisation that both name FSRS-6, given the same 21 parameters and the same
# reviews, compute the same stability, so that parameters fitted by one can be used by the other.
# What is so: they part at "hard" given on the day of the review before. The engine in Rust multiplies stability by
# what the formula for the same day gives, which is less than one; the one in TypeScript never lets it fall there
# unless the grade is "again", so it stays as it was. A day apart they agree. Anki's own library and py-fsrs take
# the step of the one in TypeScript, so it is the fitter for Node that is alone.
# Versions: ts-fsrs 5.4.2, @open-spaced-repetition/binding 0.1.2, anki 26.9.3, fsrs 6.3.2 of PyPI.
# Why it matters: who fits with one and schedules with the other gives every card that was hard twice in a day an
# interval that the fit did not mean.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ts-fsrs@5.4.2 @open-spaced-repetition/binding@0.1.2
cat >look.mjs <<'JS'
import { createRequire } from 'node:module'
import { fsrs, generatorParameters, createEmptyCard, Rating, default_w } from 'ts-fsrs'
const { FSRSBinding } = createRequire(import.meta.url)('@open-spaced-repetition/binding')
const w = [...default_w]
const rust = new FSRSBinding(w)
const named = { [Rating.Again]: 'again', [Rating.Hard]: 'hard', [Rating.Good]: 'good', [Rating.Easy]: 'easy' }
const ours = fsrs(generatorParameters({ w, enable_short_term: true, enable_fuzz: false, learning_steps: [], relearning_steps: [] }))
const day = 86_400_000
/** Grades with the days since the review before, by each engine. */
function both(reviews) {
  let memory
  let card = createEmptyCard(new Date(0))
  let at = 0
  for (const [grade, days] of reviews) {
    at += days * day + (days === 0 ? 3_600_000 : 0)
    memory = rust.nextStates(memory, 0.9, days)[named[grade]].memory
    card = ours.next(card, new Date(at), grade).card
  }
  return [memory.stability, card.stability]
}
const apart = both([[Rating.Good, 0], [Rating.Hard, 10]])
const before = both([[Rating.Good, 0], [Rating.Good, 10]])
const sameDay = both([[Rating.Good, 0], [Rating.Good, 10], [Rating.Hard, 0]])
const show = ([one, other]) => `${one.toFixed(2)} days in Rust, ${other.toFixed(2)} in TypeScript`
console.log('ts-fsrs 5.4.2, @open-spaced-repetition/binding 0.1.2, default parameters')
console.log('good, ten days later hard:', show(apart))
console.log('good, ten days later good:', show(before))
console.log('good, ten days later good, an hour later hard:', show(sameDay))
const near = (one, other) => Math.abs(one - other) < 0.01 * one
const parts = near(...apart) && near(...before) && sameDay[0] < before[0] * 0.9 && near(sameDay[1], before[1])
if (!parts) { console.error('the two no longer part in this way'); process.exit(1) }
JS
node look.mjs
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check anki==26.9.3 fsrs==6.3.2
cat >look.py <<'PY'
import os, sys
from datetime import datetime, timedelta, timezone
from anki.collection import Collection
from fsrs import Card, Rating, Scheduler
reviews = [(3, 0), (3, 10), (2, 0)]
col = Collection(os.path.abspath('one.anki2'))
col.set_config('fsrs', True)
note = col.new_note(col.models.by_name('Basic'))
note['Front'] = 'q'
col.add_note(note, 1)
card = note.card_ids()[0]
at = col.sched.day_cutoff - 20 * 86400 - 43200
for i, (grade, days) in enumerate(reviews):
    at += days * 86400 + (0 if days else 3600)
    row = (at * 1000, card, -1, grade, 5, 5 if i else 0, 2500, 3000, 1 if i else 0)
    col.db.execute('insert into revlog values (?,?,?,?,?,?,?,?,?)', *row)
col.db.execute('update cards set type=2, queue=2, ivl=5, due=1, reps=3, factor=2500')
inAnki = col._backend.compute_memory_state(card).state.stability
scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
one, at = Card(), datetime(2026, 1, 1, tzinfo=timezone.utc)
for grade, days in reviews:
    at += timedelta(days=days, hours=0 if days else 1)
    one, _ = scheduler.review_card(one, Rating(grade), at)
print(f'the same in anki 26.9.3: {inAnki:.2f} days, in py-fsrs 6.3.2: {one.stability:.2f} days')
sys.exit(0 if abs(inAnki - 25.11) < 0.01 and abs(one.stability - 25.11) < 0.01 else 1)
PY
venv/bin/python look.py
