import { count } from '../count.ts'

/** Fitting parameters to a person, in English. */
export const tune = {
  working: 'Fitting parameters to your reviews …',
  tuned: (reviews: number, before: string, after: string) =>
    `Fitted to ${count(reviews, 'review')}: on the newest fifth of them, which the trial had not seen, the log loss fell from ${before} to ${after}.`,
  noGain: (reviews: number, before: string, after: string, least: string) =>
    `Nothing was changed. Parameters fitted to the older of ${count(reviews, 'review')} do not predict the newest fifth well enough: log loss ${before} with those in use, ${after} fitted; it has to fall by more than ${least}.`,
  tooFew: (reviews: number, needed: number) =>
    `Too few reviews for a fit: ${reviews} of the ${needed} needed. Those on a later day than the card's review before count; cram does not.`,
  tooSoon: (date: string, then: number, from: string, needed: number, now: number) =>
    `Too soon: the last fit was on ${date}, with ${count(then, 'review')}. The next may come from ${from} on, with at least ${needed} (now ${now}). --force fits all the same.`,
  inUse: {
    settings: 'In use are the parameters of your settings, which win over any fit.',
    settingsHint: "viva config set parameters '' lets the fit hold.",
    fit: (date: string) => `In use is the fit of ${date}.`,
    defaults: 'In use are the defaults of FSRS-6.',
  },
  revertHint: 'viva config tune --revert takes it back.',
  reverted: (date: string, reviews: number) =>
    `Taken back: the fit of ${date}, with ${count(reviews, 'review')}.`,
  nothing: 'There is no fit to take back.',
  fitted: (key: string, value: string, date: string) => `${key} = ${value} (fitted ${date})`,
}
