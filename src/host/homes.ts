import { join } from 'node:path'
import envPaths from 'env-paths'
import type { AllFolders } from './store/home-files.ts'

/** The folders of the person: those that `VIVA_HOME` names, else where the system has such things. */
export function homes(): AllFolders {
  const own = process.env.VIVA_HOME
  if (own) return { settings: own, data: own, cache: join(own, 'cache') }
  const { config, data, cache } = envPaths('viva', { suffix: '' })
  return { settings: config, data, cache }
}
