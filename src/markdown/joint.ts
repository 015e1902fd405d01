/** A break the author asked for; a newline in a text is only where a line of the file ended. */
export const hardBreak = '\u2028'

/** What stands where a line of the file ended: nothing between two Chinese characters, else a space. */
export function joint(before: string, after: string): string {
  if ([before, after].some((one) => one === '' || one === hardBreak || wideMark.test(one)))
    return ''
  return chinese.test(before) && chinese.test(after) ? '' : ' '
}

const wideMark = /[\u3000-\u303f\uff01-\uff65]/
const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“”‘’—…]/u
