import type { Fault } from '../errors.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What happened and what to do about it. */
export function faultLines(fault: Fault, look: Look): readonly string[] {
  const { say, paint } = look
  const { message, hint } = say.fault(fault)
  const candidates = fault.code === 'card-ambiguous' ? fault.candidates : []
  return [
    ...wrap(safe(say.error(message)), textColumns(look)).map(paint.bad),
    ...wrap(safe(hint), textColumns(look)),
    ...candidates.flatMap(({ id, question }) =>
      wrap(safe(`${id}  ${question}`), textColumns(look), { first: '  ', rest: '    ' }),
    ),
  ]
}
