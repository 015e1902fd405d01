#!/usr/bin/env bash
# The guess: two engines of one organisation that both name FSRS-6, given the same 21 parameters and the same
# reviews, compute the same stability, so that parameters fitted by one can be used by the other.
# What is so: they part at "hard" given on the day of the review before. The engine in Rust multiplies stability by
# what the formula for the same day gives, which is less than one; the one in TypeScript never lets it fall there
# unless the grade is "again", so it stays as it was. A day apart they agree.
# Versions: ts-fsrs 5.4.2, @open-spaced-repetition/binding 0.1.2.
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
