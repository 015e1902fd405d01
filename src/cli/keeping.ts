import type { Messages } from '../i18n/en/en.ts'
import {
  backupRows,
  doctorRows,
  importRows,
  jsonRows,
  syncRows,
  tuneRows,
} from '../options/commands.ts'
import { plainKeys } from '../options/settings.ts'
import { command } from './command.ts'

/** What viva keeps: checks, copies, settings. */
export const keeping = [
  command({
    name: 'doctor',
    says: 'doctor',
    options: doctorRows,
    run: async (host, options) =>
      (await import('../commands/keeping/doctor.ts')).run(host, options),
  }),
  command({
    name: 'backup',
    says: 'backup',
    args: [{ name: '[file]', of: 'file' }],
    options: backupRows,
    run: async (host, options, file) =>
      (await import('../commands/keeping/backup.ts')).run(host, file, options),
  }),
  command({
    name: 'restore',
    says: 'restore',
    args: [{ name: '<file>', of: 'file' }],
    run: async (host, _, file) => (await import('../commands/keeping/restore.ts')).run(host, file),
  }),
  command({
    name: 'sync',
    says: 'sync',
    args: [{ name: '[remote]', says: 'remote', of: 'file' }],
    options: syncRows,
    after: (say) => `\n${say.help.sync}`,
    run: async (host, options, remote) =>
      (await import('../commands/keeping/sync.ts')).run(host, remote, options),
    parts: [
      command({
        name: 'setup',
        says: 'syncSetup',
        args: [{ name: '<url>', says: 'remote', of: 'file' }],
        options: jsonRows,
        run: async (host, options, url) =>
          (await import('../commands/keeping/sync.ts')).setup(host, url, options),
      }),
      command({
        name: 'status',
        says: 'syncStatus',
        options: jsonRows,
        run: async (host, options) =>
          (await import('../commands/keeping/sync.ts')).status(host, options),
      }),
    ],
  }),
  command({
    name: 'import',
    says: 'import',
    args: [{ name: '<file>', of: 'file' }],
    after: (say) => `\n${say.help.importing}`,
    options: importRows,
    run: async (host, options, file) =>
      (await import('../commands/keeping/import.ts')).run(host, file, options),
  }),
  command({
    name: 'config',
    says: 'config',
    args: [{ name: '[key]', of: 'setting' }],
    run: async (host, _, key) => {
      const config = await import('../commands/keeping/config.ts')
      return key === undefined ? config.run(host) : config.get(host, key)
    },
    parts: [
      command({
        name: 'list',
        says: 'configList',
        run: async (host) => (await import('../commands/keeping/config.ts')).run(host),
      }),
      command({
        name: 'get',
        says: 'configGet',
        args: [{ name: '<key>', of: 'setting' }],
        run: async (host, _, key) => (await import('../commands/keeping/config.ts')).get(host, key),
      }),
      command({
        name: 'set',
        says: 'configSet',
        args: [
          { name: '<key>', of: 'setting' },
          { name: '<value>', of: 'setting-value' },
        ],
        after: (say) => `\n${settings(say)}`,
        run: async (host, _, key, value) =>
          (await import('../commands/keeping/config.ts')).set(host, key, value),
      }),
      command({
        name: 'tune',
        says: 'configTune',
        options: tuneRows,
        after: (say) => `\n${say.help.tune}`,
        run: async (host, options) =>
          (await import('../commands/keeping/tune.ts')).run(host, options),
      }),
    ],
  }),
]

/** The name of each setting and what it means. */
function settings({ config }: Messages): string {
  const widest = Math.max(...plainKeys.map((key) => key.length))
  return plainKeys.map((key) => `  ${key.padEnd(widest)}  ${config.means[key]}`).join('\n')
}
