/** The colours by day; those of code are called after what it means. */
export const light = `
  --ink: #1f2328; --paper: #ffffff; --soft: #59636e; --line: #d1d9e0; --link: #0550ae;
  --code: #f6f8fa; --panel: #f3f6fa; --accent: #0550ae; --warn: #9a3412;
  --keyword: #b3121d; --string: #0a3069; --number: #0550ae; --comment: #59636e;
  --name: #6639ba; --type: #953800; --added: #116329; --removed: #a0111f; --mark: #fff3b0;`
/** The same by night. */
export const dark = `
  --ink: #e4e8ec; --paper: #14181d; --soft: #9fa9b4; --line: #3a434d; --link: #79b8ff;
  --code: #1d232a; --panel: #1b2129; --accent: #79b8ff; --warn: #ffb089;
  --keyword: #ff8f88; --string: #a5d6ff; --number: #79c0ff; --comment: #9fa9b4;
  --name: #d2a8ff; --type: #ffb77c; --added: #7ee787; --removed: #ffa198; --mark: #5a4a00;`

/** How code is coloured, given the colours. */
export const codeStyle = [
  'keyword',
  'string',
  'number',
  'comment',
  'name',
  'type',
  'added',
  'removed',
]
  .map((name) => `pre .${name} { color: var(--${name}); }`)
  .concat('pre .strong { font-weight: bold; }', 'pre .emphasis { font-style: italic; }')
  .join('\n')

/** The look of a text made of blocks. */
export const textStyle = `
pre, code, kbd { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .92em; }
code, kbd { background: var(--code); border-radius: .25em; padding: .1em .3em; overflow-wrap: anywhere; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .4em; padding: .7em .9em; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 4; }
pre code { background: none; padding: 0; font-size: 1em; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: .25em solid var(--line); color: var(--soft); }
mark { background: var(--mark); color: inherit; border-radius: .2em; }
.callout { border-inline-start: .25em solid var(--accent); background: var(--panel); border-radius: 0 .4em .4em 0; padding: .1em 1em; margin-block: 1em; }
details.callout { padding-block: .5em; }
.callout > summary { font-weight: bold; }
.callout.good { border-color: var(--added); }
.callout.warn { border-color: var(--warn); }
.callout.bad { border-color: var(--removed); }
img { max-width: 100%; height: auto; background: #fff; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .35em .6em; text-align: start; vertical-align: top; }
th { background: var(--panel); }
.task { list-style: none; margin-inline-start: -1.2em; }
.missing { border: 1px dashed var(--soft); border-radius: .25em; padding: .1em .4em; color: var(--soft); }
.footnotes { border-block-start: 1px solid var(--line); padding-block-start: .5em; font-size: .9em; }
small { color: var(--soft); font-size: 1em; }
sup, sub { line-height: 0; }
hr { border: 0; border-block-start: 1px solid var(--line); }`

/** The look of a whole page, on a screen by day and by night, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark;${light} }
@media screen and (prefers-color-scheme: dark) { :root {${dark} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.7; overflow-wrap: break-word; font-family: system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; text-autospace: normal; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100vw; background: var(--paper); padding: .5em 1em; z-index: 1; }
.skip:focus { inset-inline-start: 0; }
header, nav, main { padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { padding-block: 1.5rem .5rem; }
h1 { font-size: 1.8rem; line-height: 1.3; margin: 0; }
header p { color: var(--soft); margin: .3rem 0 0; }
nav h2 { font-size: 1rem; margin-block: .5rem; }
nav ol { list-style: none; padding-inline-start: 0; margin: 0; }
nav ol ol { padding-inline-start: 1rem; }
nav a { display: inline-block; padding-block: .15rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav summary { color: var(--soft); font-size: .9rem; padding-inline-start: 1rem; }
main { max-width: 76rem; padding-block-end: 4rem; }
h2 { font-size: 1.4rem; margin-block: 2.5rem 1rem; padding-block-end: .3rem; border-block-end: 2px solid var(--line); }
h3 { font-size: 1.15rem; line-height: 1.5; margin-block: 0 .6rem; }
h4 { font-size: 1rem; margin-block: 1rem .3rem; }
h5, h6 { font-size: 1rem; margin-block: .8rem .3rem; color: var(--soft); }
article { margin-block: 0 2.2rem; }
h3 > .number { color: var(--soft); font-weight: normal; margin-inline-end: .4em; font-variant-numeric: tabular-nums; }
.facts { color: var(--soft); font-size: .9rem; margin-block: -.4rem .6rem; }
.answer > :first-child, .beside > :first-child, details > div > :first-child { margin-block-start: 0; }
.beside { background: var(--panel); border-inline-start: 3px solid var(--accent); border-radius: 0 .4em .4em 0; padding: .7rem 1rem; margin-block: 1rem; font-size: .95rem; align-self: start; }
.beside ul { padding-inline-start: 1.2em; margin: 0; }
.missed { color: var(--warn); }
.none { color: var(--soft); font-style: italic; }
details > summary { cursor: pointer; }
details.answers > summary { color: var(--link); padding-block: .3rem; }
.room { display: block; width: 100%; border: 1px solid var(--line); border-radius: .4em; background: repeating-linear-gradient(var(--paper) 0 calc(2em - 1px), var(--line) calc(2em - 1px) 2em) local; color: inherit; font: inherit; line-height: 2em; padding: 0 .6em; resize: vertical; }
.columns { columns: 20rem; column-gap: 2rem; }
.columns article { break-inside: avoid; margin-block-end: 1rem; }
.columns h3 { font-size: 1rem; margin-block-end: .2rem; }
.columns ul { margin: 0; padding-inline-start: 1.2em; font-size: .95rem; }
${textStyle}
${codeStyle}
@media (min-width: 70rem) {
  .page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { position: sticky; inset-block-start: 0; max-height: 100vh; overflow-y: auto; padding-block: 1rem; border-inline-end: 1px solid var(--line); font-size: .92rem; align-self: start; }
  .card { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 0 1.5rem; }
  .card > .beside { margin-block-start: 0; }
  .card > .answer:only-child { grid-column: 1 / -1; }
}
@media print {
  body { font-size: 10.5pt; line-height: 1.5; }
  .skip, nav summary, nav ol ol, a.to { display: none; }
  header, nav, main { padding-inline: 0; }
  a { color: inherit; }
  h1, h2, h3, h4, h5, h6, summary, .facts { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  img, tr, .room, .beside { break-inside: avoid; }
  .wide { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .room { resize: none; }
  @page { margin: 18mm 16mm; }
}
`
