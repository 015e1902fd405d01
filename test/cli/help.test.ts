import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { manual as en } from '../../src/i18n/en/manual.ts'
import { manual as zh } from '../../src/i18n/zh/manual.ts'
import { reviewRows } from '../../src/options/commands.ts'
import { interviewRows } from '../../src/options/interview.ts'
import { settingRows } from '../../src/options/settings.ts'
import { fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

async function printed(words: readonly string[], look = {}): Promise<string> {
  const host = fakeHost({ look: { ...look, columns: 200 } })
  await obey(host, words)
  return host.printed()
}

const names = Object.keys(en.examples) as readonly (keyof typeof en.examples)[]

describe('help', () => {
  test.each(names)('of %s shows three examples, the same lines in both languages', (name) => {
    const inEnglish = en.examples[name].split('\n')
    const inChinese = zh.examples[name].split('\n')
    expect([inEnglish.length, inChinese.length]).toEqual([3, 3])
    for (const line of [...inEnglish, ...inChinese]) expect(line).toMatch(/^.*viva .*? {2}\S/)
  })

  test('of a command has examples, defaults and the exit codes', async () => {
    const review = await printed(['review', '--help'], englishLook)
    expect(review).toContain('\nExamples\n  viva review ')
    expect(review).toMatch(/--new <count> +most new cards .* \(default: 10\)/)
    expect(review).toContain('Exit codes: 0 done')
    expect(await printed(['review', '--help'])).toMatch(/\n示例\n {2}viva review .*[\s\S]*退出码/)
  })

  test('has the commands in groups, and names its topics', async () => {
    const all = await printed(['--help'], englishLook)
    const groups = ['Practise', 'Find and read', 'One card', 'What was done', 'Your notes', 'Keep']
    const places = groups.map((group) => all.indexOf(`\n${group}`))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(all).toContain('viva help <topic>: keys, notes, json, environment.')
    expect(all).toContain('viva alone shows what is due')
    expect(all.indexOf('\n  help [command]')).toBeGreaterThan(all.indexOf('\nKeep'))
    expect(all).not.toContain('\nCommands:')
  })

  test.each(['keys', 'notes', 'json', 'environment'])('tells more of %s', async (topic) => {
    const said = await printed(['help', topic], englishLook)
    expect(said.split('\n').length).toBeGreaterThan(8)
    expect(await printed(['help', topic])).not.toBe(said)
  })

  test('of a command is still there by its name, and of a name that is none there is none', async () => {
    await expect(printed(['help', 'reviw'])).rejects.toMatchObject({
      code: 'commander.unknownCommand',
    })
    expect(await printed(['help', 'review'], englishLook)).toContain('--cram')
  })

  test('names every setting and what it means, as config list does', async () => {
    const help = await printed(['config', 'set', '--help'], englishLook)
    const list = await printed(['config', 'list'], englishLook)
    for (const key of Object.keys(settingRows)) {
      expect(help).toContain(`\n  ${key} `)
      expect(list).toMatch(new RegExp(`^${key} `, 'm'))
    }
    expect(list).toContain('the recall at which a card is due')
  })

  test('says that a grade may be a digit, and what a date looks like', async () => {
    expect(await printed(['rate', '--help'], englishLook)).toContain('easy, or 1 to 4')
    await expect(printed(['rate', 'x', '7'])).rejects.toThrow('easy | 1–4')
    await expect(printed(['config', 'set', 'date', 'tomorrow'])).rejects.toMatchObject({
      fault: { code: 'setting-invalid', allowed: 'YYYY-MM-DD' },
    })
  })

  test('is not needed to see one setting', async () => {
    expect(await printed(['config', 'new'])).toBe('10')
    await expect(printed(['config', 'gte'])).rejects.toMatchObject({
      fault: { code: 'setting-unknown' },
    })
  })

  test('names as defaults what holds where nothing was set', () => {
    expect(interviewRows.questions.usual).toBe(String(settingRows.questions.usual))
    expect(interviewRows.mode.usual).toBe(settingRows.mode.usual)
    expect(reviewRows.new.usual).toBe(String(settingRows.new.usual))
  })
})
