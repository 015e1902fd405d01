import type { Language } from '../../cards/card.ts'
import type { Messages } from '../../i18n/en.ts'
import { codeStyle, dark, light, textStyle } from '../html/style.ts'

/**
 * One note type a language, for its fields and titles are in it. What is in it is known by this
 * number: another set of fields needs another one. `changed` is when its look was last changed here;
 * a look that a person changed later stays.
 */
const numbers: Readonly<Record<Language, number>> = { en: 1_764_547_200_003, zh: 1_764_547_200_004 }
const changed = 1_764_547_200

/** The note type, as JSON of a collection. */
export function noteType(language: Language, { exporting, paper }: Messages, deck: number): object {
  const names = [
    exporting.anki.question,
    exporting.anki.answer,
    paper.keyPoints,
    paper.followUps,
    paper.note,
    paper.asked,
    exporting.anki.source,
    exporting.anki.id,
  ]
  const [question = '', answer = '', ...others] = names
  const [points = '', more = '', note = '', asked = '', source = ''] = others
  const part = (name: string) => `{{#${name}}}<h4>${name}</h4>\n{{${name}}}{{/${name}}}`
  const front = `{{${question}}}`
  const back = [
    '{{FrontSide}}\n<hr id="answer">',
    `{{${answer}}}`,
    ...[points, more, asked, note].map(part),
    `<p class="source">{{${source}}}</p>`,
  ].join('\n')
  return {
    id: numbers[language],
    name: exporting.anki.type,
    type: 0,
    mod: changed,
    usn: -1,
    sortf: 0,
    did: deck,
    tmpls: [
      {
        name: exporting.anki.card,
        ord: 0,
        qfmt: front,
        afmt: back,
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
    flds: names.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: style,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    req: [[0, 'all', [0]]],
    tags: [],
    vers: [],
  }
}

/** The number of the note type of a language. */
export function noteTypeId(language: Language): number {
  return numbers[language]
}

const style = `.card {${light}
  font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-size: 18px; line-height: 1.6; text-align: start; max-width: 46em; margin: 0 auto; padding: .5em 1em;
  color: var(--ink); background: var(--paper);
}
.nightMode.card, .nightMode .card {${dark}
}
.question { font-size: 1.2em; font-weight: bold; }
h4 { margin: 1em 0 .2em; }
.source { color: var(--soft); font-size: .75em; margin-top: 2em; }
${textStyle}
${codeStyle}
`
