/**
 * What counts how much where shapes are weighed, set by hand; `npm run eval -- --folds <folder> …` fits them to all
 * labelled documents but one and scores that one. The formulas are in README.md beside this.
 */
export const weights = {
  /** A question is known by its words before all else. */
  wording: 0.55,
  /** What has a text of its own below it is asked and answered there. */
  own: 0.25,
  /** Numbers that run on bind a list that does not ask. */
  run: 0.2,
  /** A table of contents names questions as readily as chapters. */
  listed: 0.05,
  /** What comes again under other headings is a part of answers. */
  repeated: 0.2,
  /** What asks and would vanish speaks against a shape. */
  left: 0.25,
  /** From this score on a further shape explains more than it confuses. */
  joins: 1 / 3,
  /** What tells that it is a card, by its words or numbers, is half a card gained. */
  told: 1 / 2,
  /** A further shape costs a quarter of a card. */
  shape: 1 / 4,
}
