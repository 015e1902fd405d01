import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

/** What an interview will ask and why, in English. */
export const plan = {
  intro: (n: number, each: string, all: string, seed: string) =>
    `Mock interview: ${count(n, 'question')}, ${n === 1 ? each : `${each} each, ${all} in all`}. The same questions again: --seed ${seed}`,
  range: (least: string, most: string) => `${least} to ${most}`,
  fewerCards: (n: number, wanted: number) =>
    `There are only ${count(n, 'card')} to ask, not ${wanted}.`,
  soon: (days: number) =>
    `${days === 0 ? 'Your interview is today' : `${count(days, 'day')} to your interview`}: what is weak comes more often, and more topics come up.`,
  dry: 'Only a plan: nothing was asked or recorded. Without --dry-run it begins.',
  why: {
    named: 'you named it',
    opening: 'easy to begin with',
    closing: 'broad, to end with',
    hardest: 'the hardest comes last',
    weak: (percent: number) => `recalled with ${percent}% by now`,
    thin: (percent: number) => `your last answer said ${percent}% of the key points`,
    missed: (n: number) => `${count(n, 'key point')} missed last time`,
    new: 'never asked',
    topic: 'its topic has its turn',
    drawn: 'drawn by chance',
  },
  askPreset: 'With a preset?',
  noPreset: 'no, choose now',
  weakChoice: (n: number) => `what I am weak in (${n})`,
  askLength: 'How many questions, or how long?',
  minutesChoice: (n: number) => `${n} minutes`,
  presetSaved: (name: string, words: string) =>
    `Preset ${name}: ${words === '' ? 'no options' : words}`,
  presetGone: (name: string) => `The preset ${name} is gone.`,
}

/** What its options say. */
export const planOptions = {
  interviewCard: 'ask this card, in the order given (repeatable): an id, file:line, or words',
  preset: 'the options kept under this name; others given beside it win',
  savePreset: 'keep these options under a name, in any script',
  dryRun: 'print the questions and why each was chosen; ask and record nothing',
  planJson: 'the same as JSON on stdout',
}

export function presetUnknown(name: string, known: readonly string[]): FaultText {
  return {
    message: `There is no preset ${name}.`,
    hint:
      known.length === 0
        ? 'viva interview -n 5 --topic redis --save-preset backend makes one.'
        : `Presets: ${known.join(', ')}.`,
  }
}

export function presetName(name: string): FaultText {
  return {
    message:
      name.trim() === ''
        ? 'The name of the preset is empty.'
        : `${name} cannot be the name of a preset.`,
    hint: 'A name is one line of up to 60 characters and does not begin with a dash.',
  }
}

export function presetValue(name: string): FaultText {
  return {
    message: `The preset ${name} is not set here.`,
    hint: `An empty value forgets it; viva interview --save-preset ${name} keeps the options beside it.`,
  }
}

export const allSetAside: FaultText = {
  message: 'Every card that fits is suspended, or buried until tomorrow.',
  hint: 'viva list --state names them; viva unsuspend <card> lets one in again.',
}
