import { dayText } from '../schedule/day.ts'
import type { InUse } from '../schedule/rules.ts'
import type { Fit } from '../schedule/schedule.ts'
import { isoTime } from '../schedule/time.ts'
import { leastGain, type Tuning, type Waiting } from '../schedule/tuning.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

type Result = Waiting | Exclude<Tuning, { readonly kind: 'unusable' }>

/** What came of a fit, or why there was none, and which parameters are in use now. */
export function tuningLines(result: Result, inUse: InUse, look: Look): readonly string[] {
  const { tune } = look.say
  const isTuned = result.kind === 'tuned'
  const ways = isTuned ? [tune.revertHint] : []
  const hints = isTuned && inUse.from === 'settings' ? [tune.inUse.settingsHint, ...ways] : ways
  return paragraphs([resultText(result, look), ...inUseTexts(inUse, look), ...hints], look)
}

/** What was taken back, and which parameters are in use now. */
export function revertedLines(fit: Fit | undefined, inUse: InUse, look: Look): readonly string[] {
  const { tune } = look.say
  const said = fit === undefined ? tune.nothing : tune.reverted(dateOf(fit), fit.reviews)
  return paragraphs([said, ...inUseTexts(inUse, look)], look)
}

/** The same for another program. */
export function tuningJson({ kind, ...result }: Result, inUse: InUse): object {
  const tuned = kind === 'tuned'
  const { reviews } = result
  const fitted = 'parameters' in result ? result.parameters : undefined
  const head = { tuned, why: tuned ? undefined : kind, reviews }
  const losses = 'before' in result ? { before: result.before, after: result.after } : {}
  const needed = 'needed' in result ? result.needed : undefined
  const from = 'from' in result ? dayText(result.from) : undefined
  return { ...head, needed, from, ...losses, fitted, ...inUseJson(inUse) }
}

export function revertedJson(fit: Fit | undefined, inUse: InUse): object {
  return { reverted: fit && fitJson(fit), ...inUseJson(inUse) }
}

/** The setting `parameters` where it follows a fit. */
export function fittedText(key: string, fit: Fit, { say }: Look): string {
  return say.tune.fitted(key, fit.parameters.join(', '), dateOf(fit))
}

function resultText(result: Result, { say }: Look): string {
  const { tune } = say
  switch (result.kind) {
    case 'too-few':
      return tune.tooFew(result.reviews, result.needed)
    case 'too-soon': {
      const { last, from, needed, reviews } = result
      return tune.tooSoon(dateOf(last), last.reviews, dayText(from), needed, reviews)
    }
    case 'no-gain': {
      const [before, after] = [lossText(result.before), lossText(result.after)]
      return tune.noGain(result.reviews, before, after, String(leastGain))
    }
    case 'tuned':
      return tune.tuned(result.reviews, lossText(result.before), lossText(result.after))
  }
}

function inUseTexts(inUse: InUse, { say }: Look): readonly string[] {
  const words = say.tune.inUse
  const text = inUse.from === 'fit' ? words.fit(dateOf(inUse.fit)) : words[inUse.from]
  return [text, inUse.parameters.join(', ')]
}

function inUseJson(inUse: InUse): object {
  return { inUse: inUse.from, parameters: inUse.parameters }
}

function fitJson({ id, at, offset, device, reviews, before, after, parameters }: Fit): object {
  return { id, at: isoTime(at, offset), device, reviews, before, after, parameters }
}

function dateOf({ at, offset }: Fit): string {
  return isoTime(at, offset).slice(0, 10)
}

function lossText(loss: number): string {
  return loss.toFixed(4)
}

function paragraphs(texts: readonly string[], look: Look): readonly string[] {
  return texts.flatMap((text) => wrap(text, textColumns(look)))
}
