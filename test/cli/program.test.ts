import { CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { commands, obey } from '../../src/cli/program.ts'
import { usageLines } from '../../src/cli/usage-error.ts'
import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { fakeHost } from '../support/fake-host.ts'

/** What commander says of a command line that it refuses. */
async function refusal(...words: readonly string[]): Promise<string> {
  try {
    await obey(fakeHost(), words)
  } catch (error) {
    if (error instanceof CommanderError) return `${error.code} ${error.message}`
    throw error
  }
  return 'obeyed'
}

describe('the command line', () => {
  test('suggests any command that is spelt alike, whatever else the line names', async () => {
    expect(await refusal('interviw')).toMatch(/Did you mean interview/)
    expect(await refusal('interviw', 'list')).toMatch(/Did you mean interview/)
  })

  test('suggests the command that a word is a part of, rather than one that is spelt alike', async () => {
    const said = async (word: string) => {
      const error = await obey(fakeHost(), [word]).catch((error) => error)
      return usageLines(error, en, commands)[1]
    }
    expect(await said('add')).toBe('Did you mean library add?')
    expect(await said('tune')).toBe('Did you mean config tune?')
  })

  test('refuses beside --resume all that says how a new interview is to be', async () => {
    const news = ['--no-follow-ups', '--exam', '--seed=x', '--topic=缓存', '-n3', '--dry-run']
    for (const word of news) {
      expect(await refusal('interview', '--resume', word)).toMatch(/^commander.conflictingOption/)
    }
  })

  test('names what an option may be', async () => {
    expect(await refusal('list', '--level', '老板')).toMatch(/junior \| mid \| senior/)
    expect(await refusal('review', '--new', '一')).toMatch(/0–1000/)
  })

  test('says in Chinese what is wrong without a space behind a full stop', async () => {
    const error = await obey(fakeHost(), ['list', '--level', '老板']).catch((error) => error)
    expect(usageLines(error, zh, commands)[0]).toMatch(/不能是 老板。\S/)
  })

  test('shows in help every option of a command, in its order', async () => {
    const host = fakeHost()
    await obey(host, ['export', '--help'])
    const flags = [...host.printed().matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(
      ([, flag]) => flag,
    )
    expect(flags.slice(0, 6)).toEqual(['topic', 'tag', 'level', 'library', 'from', 'due'])
    expect(flags).toContain('no-code')
  })
})
