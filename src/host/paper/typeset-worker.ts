import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { compactPdf } from '../../export/paper/compact-pdf.ts'

/** What the worker begins with. */
export type EngineSetup = {
  /** Paths of ours, in the order in which families are asked. */
  readonly fonts: readonly string[]
  /** Bytes of the person's fonts. */
  readonly ownFonts: readonly Uint8Array[]
  readonly engine: EngineName | undefined
}

export type EngineName = 'native' | 'wasm'

/** What the worker is asked; each question has one answer, in order. */
export type Question =
  | { readonly kind: 'try'; readonly name: string; readonly bytes: Uint8Array }
  /** A picture that was tried before. */
  | { readonly kind: 'put'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'set'; readonly template: string; readonly data: string }

export type WorkerReply =
  /** The engine is there; the families of the person's fonts. */
  | { readonly kind: 'ready'; readonly engine: EngineName; readonly families: readonly string[] }
  | { readonly kind: 'tried'; readonly fits: boolean }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'failed'; readonly reason: string }

/** A typesetter that sees no disk and no network, only what it was given. */
type Engine = {
  readonly name: EngineName
  readonly put: (name: string, bytes: Uint8Array) => void
  readonly drop: (name: string) => void
  /** Throws where the source cannot be set. */
  readonly pdf: (source: string) => Uint8Array
}

const natives = ['gnu', 'musl'].map(
  (libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`,
)
/** What begins the pages of a document, and a branch of them. */
const tree = '/Type /Pages\n'
/** The kind of file, and that errors are told in full. */
const pdfWithDiagnostics = ['pdf', 3] as const

const require = createRequire(import.meta.url)
const setup = workerData as EngineSetup

const engine = await loadEngine()
say({ kind: 'ready', engine: engine.name, families: await familiesOf(setup.ownFonts) })

parentPort?.on('message', (question: Question) => say(answerTo(question)))

/** The same bytes, not copied. */
function viewed(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function say(answer: WorkerReply): void {
  parentPort?.postMessage(answer)
}

function answerTo(question: Question): WorkerReply {
  switch (question.kind) {
    case 'try':
      return { kind: 'tried', fits: fits(question.name, question.bytes) }
    case 'put':
      engine.put(question.name, question.bytes)
      return { kind: 'tried', fits: true }
    case 'set':
      engine.put('data.json', Buffer.from(question.data))
      try {
        const pdf = engine.pdf(question.template)
        return { kind: 'pdf', bytes: compactPdf(pdf), pages: pagesIn(pdf) }
      } catch (error) {
        return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
      }
  }
}

/** The root of its pages says how many there are. */
function pagesIn(pdf: Uint8Array): number {
  const file = viewed(pdf)
  let most = 0
  for (let at = file.indexOf(tree); at >= 0; at = file.indexOf(tree, at + 1)) {
    const count = /\/Count (\d+)/.exec(file.toString('latin1', at, at + 60))?.[1]
    most = Math.max(most, Number(count ?? 0))
  }
  return most
}

/** Whether a picture can be set; one that cannot is taken away, so that it spoils nothing. */
function fits(name: string, bytes: Uint8Array): boolean {
  engine.put(name, bytes)
  try {
    engine.pdf(`#set document(date: none)\n#image("/${name}", alt: "x", width: 10pt)`)
    return true
  } catch (error) {
    // what is left of an engine that panicked cannot be trusted
    if (error instanceof WebAssembly.RuntimeError) throw error
    engine.drop(name)
    return false
  }
}

/** The bytes of all fonts; the engine keeps copies of its own. */
function fonts(): readonly Uint8Array[] {
  return [...setup.fonts.map((path) => readFileSync(path)), ...setup.ownFonts]
}

async function loadEngine(): Promise<Engine> {
  if (setup.engine === 'wasm') return wasm()
  const loaded = native()
  if (loaded === undefined && setup.engine === 'native') throw new Error('no native engine here')
  return loaded ?? wasm()
}

/** The native engine, where the package with it was installed and can be loaded. */
function native(): Engine | undefined {
  const NodeCompiler = natives.map(nativeFrom).find((found) => found !== undefined)
  if (NodeCompiler === undefined) return undefined
  // a folder that does not exist, so that no file of a disk can be asked for
  const root = join(tmpdir(), `viva-none-${crypto.randomUUID()}`)
  const compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontBlobs: fonts().map(viewed) }],
  })
  const main = join(root, 'main.typ')
  return {
    name: 'native',
    put: (name, bytes) => compiler.mapShadow(join(root, name), viewed(bytes)),
    drop: (name) => compiler.unmapShadow(join(root, name)),
    pdf: (source) => {
      compiler.addSource(main, source)
      const made = compiler.compile({ mainFilePath: main })
      // what was only kept for setting it again is a tenth of all memory
      compiler.evictCache(0)
      if (made.result) return compiler.pdf(made.result)
      throw new Error(made.takeError()?.shortDiagnostics[0]?.message ?? 'typst')
    },
  }
}

/** As much of the native package as is used; its own types come with a package that is not needed. */
type Native = {
  readonly NodeCompiler: {
    readonly create: (args: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[]
    }) => NativeCompiler
  }
}

type NativeCompiler = {
  readonly addSource: (path: string, source: string) => void
  readonly mapShadow: (path: string, content: Buffer) => void
  readonly unmapShadow: (path: string) => void
  readonly evictCache: (age: number) => void
  readonly compile: (options: { readonly mainFilePath: string }) => {
    readonly result: object | null
    readonly takeError: () => {
      readonly shortDiagnostics: readonly { readonly message: string }[]
    } | null
  }
  readonly pdf: (document: object) => Buffer
}

function nativeFrom(name: string): Native['NodeCompiler'] | undefined {
  try {
    return (require(name) as Native).NodeCompiler
  } catch {
    // not installed, or made for another system: the other engine does the same
    return undefined
  }
}

async function loadWasm() {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const path = require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  typst.initSync({ module: readFileSync(path) })
  return typst
}

async function wasm(): Promise<Engine> {
  const { TypstCompilerBuilder } = await loadWasm()
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts()) await builder.add_raw_font(font)
  const compiler = await builder.build()
  return {
    name: 'wasm',
    put: (name, bytes) => void compiler.map_shadow(`/${name}`, bytes),
    drop: (name) => void compiler.unmap_shadow(`/${name}`),
    pdf: (source) => {
      compiler.add_source('/main.typ', source)
      const made = compiler.compile('/main.typ', undefined, ...pdfWithDiagnostics)
      if (made.result) return made.result
      throw new Error(made.diagnostics?.[0]?.message ?? 'typst')
    },
  }
}

/** The names by which the engines call the families of these fonts. */
async function familiesOf(own: readonly Uint8Array[]): Promise<readonly string[]> {
  if (own.length === 0) return []
  const { get_font_info } = await loadWasm()
  const families = own.flatMap((bytes) => {
    const { info } = get_font_info(bytes) as { readonly info: readonly { family: string }[] }
    return info.map(({ family }) => family)
  })
  return [...new Set(families)]
}
