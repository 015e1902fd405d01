import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** A preset that was just kept. */
export function presetLines(name: string, words: string, look: Look): readonly string[] {
  return wrap(safe(look.say.plan.presetSaved(name, words)), textColumns(look))
}

/** A setting whose value is what a person typed. */
export function settingLines(key: string, value: string, look: Look): readonly string[] {
  return wrap(safe(look.say.config.set(key, value)), textColumns(look))
}
