import { byOtherNames } from './aliases.ts'

/** What a program draws of the text of a fence, by how fences call it. */
const names = byOtherNames([
  'Mermaid mermaid mmd',
  'PlantUML plantuml puml uml wsd',
  'Graphviz dot graphviz gv viz',
  'flowchart.js flow flowchart',
  'js-sequence-diagrams sequence seq',
  'D2 d2',
  'Markmap markmap mindmap',
  'ECharts echarts',
  'Vega-Lite vega vega-lite',
  'WaveDrom wavedrom wave',
  'Pikchr pikchr',
  'Nomnoml nomnoml',
])

/** What draws the code of a fence in this language; undefined if it is code. */
export function drawingName(language: string): string | undefined {
  const name = /^[{.]*([\w-]+)/.exec(language)?.[1]?.toLowerCase() ?? ''
  return names.get(name)
}
