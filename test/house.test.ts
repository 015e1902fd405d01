import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parsed, sourceFiles } from './support/imports.ts'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const files = sourceFiles(src).map((file) => ({ file, tree: parsed(file) }))

/** Bytes that a page may have, so that it is still read. */
const pages: Readonly<Record<string, number>> = {
  'README.md': 12_288,
  'README.zh.md': 12_288,
  'DESIGN.md': 12_288,
  'CONTRIBUTING.md': 6_144,
}

describe('the house', () => {
  test('has no folder with more than 24 files of its own', () => {
    const folders = [src, ...foldersIn(src)]
    const crowded = folders
      .map((folder) => [relative(root, folder), ownFiles(folder)] as const)
      .filter(([, count]) => count > 24)
    expect(crowded).toEqual([])
  })

  test('declares each exported type once, but for the options of a command', () => {
    const places = new Map<string, string[]>()
    for (const { file, tree } of files) {
      for (const name of exportedTypes(tree)) {
        places.set(name, [...(places.get(name) ?? []), relative(src, file)])
      }
    }
    const twice = [...places].filter(([name, all]) => all.length > 1 && name !== 'Options')
    expect(twice).toEqual([])
  })

  test('writes no literal into a literal, where a misspelt field would compile', () => {
    const wrong = files.flatMap(({ file, tree }) =>
      spreadLiterals(tree).map((line) => `${relative(src, file)}:${line}`),
    )
    expect(wrong).toEqual([])
  })

  test('has no function of more than 60 lines that is no table', () => {
    const long = files.flatMap(({ file, tree }) =>
      longFunctions(tree).map((said) => `${relative(src, file).replaceAll('\\', '/')} ${said}`),
    )
    // what is said of each fault is a table, as long as there are faults
    expect(long.filter((said) => !said.startsWith('i18n'))).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('has a program that may be run as it is kept', () => {
    expect(statSync(join(root, 'bin/viva.js')).mode & 0o111).toBe(0o111)
  })

  test.each(Object.entries(pages))('%s is still a page', (name, most) => {
    expect(statSync(join(root, name)).size).toBeLessThanOrEqual(most)
  })

  test('has a page of one or two thousand bytes in each deep room', () => {
    const rooms = [
      'cards',
      'search',
      'identity',
      'points',
      'export/paper',
      'journal',
      'log',
      'interview',
      'markdown',
      'sync',
    ]
    const odd = rooms.filter((room) => {
      const { size } = statSync(join(src, room, 'README.md'))
      return size < 500 || size > 2_600
    })
    expect(odd).toEqual([])
  })
})

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
}

function ownFiles(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.md'),
  ).length
}

function exportedTypes(tree: ts.SourceFile): readonly string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return []
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return isExported === true ? [statement.name.text] : []
  })
}

function spreadLiterals(tree: ts.SourceFile): readonly number[] {
  const lines: number[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isSpreadAssignment(node) && ts.isObjectLiteralExpression(node.expression)) {
      lines.push(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return lines
}

function longFunctions(tree: ts.SourceFile): readonly string[] {
  const long: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const from = tree.getLineAndCharacterOfPosition(node.getStart()).line
      const lines = tree.getLineAndCharacterOfPosition(node.getEnd()).line - from + 1
      if (lines > 60) long.push(`line ${from + 1}: ${lines} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return long
}
