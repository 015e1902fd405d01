// The versions that content/README.md names, which blocks are run with.
import { readFileSync } from 'node:fs'

/**
 * @typedef {{ python: string, pip: readonly string[], npm: readonly string[] }} Pins `3.13`, `a==1`, `b@2`
 */

/**
 * @param {string} readme its path
 * @returns {Pins}
 */
export function pinsOf(readme) {
  const [page = ''] = readFileSync(readme, 'utf8').split('# 自带题库')
  const [, python] = /\|\s*Python (3\.\d+)\s*\|/.exec(page) ?? []
  const pip = page.match(/(?<=`)[\w-]+==[\w.]+(?=`)/g) ?? []
  const npm = page.match(/(?<=`)[\w/-]+@\d[\w.]*(?=`)/g) ?? []
  if (python === undefined || pip.length === 0) throw new Error(`${readme} pins no versions`)
  return { python, pip, npm }
}
