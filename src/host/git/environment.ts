/** What a call of git may do beside reading and writing its repository. */
export type Reach = {
  /** It may talk to another repository; else nothing leaves this one, and nothing missing is fetched. */
  readonly network: boolean
  /** It may ask the person at the terminal for a name, a password or a host key. */
  readonly prompts: boolean
}

/** Means of transport; others, such as `ext::`, would run what an address names. */
const transports = ['file', 'git', 'http', 'https', 'ssh'] as const

/** What a person set up to reach servers and to trust them; all else of `GIT_*` is meant for another repository. */
const kept =
  /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|SSL_\w+|PROXY_\w+|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM))$/i
const asking = /^(?:GIT_ASKPASS|SSH_ASKPASS|SSH_ASKPASS_REQUIRE)$/i

/** The environment of a git of ours, made of the person's. */
export function gitEnvironment(env: NodeJS.ProcessEnv, reach: Reach): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => {
    if (asking.test(name)) return reach.prompts
    return !/^GIT_/i.test(name) || kept.test(name)
  })
  return {
    ...Object.fromEntries(own),
    // faults are told apart by what git says, which is in the person's language otherwise
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_ALLOW_PROTOCOL: reach.network ? transports.join(':') : 'none',
    GIT_ATTR_NOSYSTEM: '1',
    // a person may prefer others, which `repository.ts` would have to say
    GIT_DEFAULT_HASH: 'sha1',
    GIT_DEFAULT_REF_FORMAT: 'files',
    GIT_EDITOR: ':',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_NO_LAZY_FETCH: reach.network ? '0' : '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    ...(reach.prompts ? {} : silent),
  }
}

/** An empty `GIT_ASKPASS` keeps git from other programs that ask. */
const silent = {
  GCM_INTERACTIVE: 'never',
  GIT_ASKPASS: '',
  GIT_TERMINAL_PROMPT: '0',
  SSH_ASKPASS_REQUIRE: 'never',
}

/** Nothing can be in it, on Windows neither, where git knows this name too. */
const nowhere = '/dev/null'

/** Settings that stand above those of the repository, the person and the system. */
const settings: Readonly<Record<string, string>> = {
  'commit.gpgSign': 'false',
  'core.attributesFile': nowhere,
  'core.autocrlf': 'false',
  'core.excludesFile': nowhere,
  'core.fsmonitor': 'false',
  'core.hooksPath': nowhere,
  'core.protectHFS': 'true',
  'core.protectNTFS': 'true',
  'core.quotePath': 'false',
  'core.safecrlf': 'false',
  // a link in a clone could lead anywhere
  'core.symlinks': 'false',
  'core.untrackedCache': 'false',
  'core.useReplaceRefs': 'false',
  'fetch.recurseSubmodules': 'false',
  // no process of ours lives longer than we do
  'gc.autoDetach': 'false',
  'http.lowSpeedLimit': '1',
  'http.lowSpeedTime': '60',
  'maintenance.autoDetach': 'false',
  'push.gpgSign': 'false',
  'push.recurseSubmodules': 'no',
  'submodule.recurse': 'false',
  'tag.gpgSign': 'false',
}

/** The same as arguments, which stand before the verb. */
export const settingWords: readonly string[] = Object.entries(settings).flatMap(([name, value]) => [
  '-c',
  `${name}=${value}`,
])

/** What a repository of others could do besides, when it is pushed to. */
const ofOthers = { 'core.alternateRefsCommand': ':', 'receive.denyCurrentBranch': 'refuse' }

/**
 * What names the other end's program for a `file://` address: there it runs on this machine, in a
 * repository that may be anybody's. Other ends start theirs themselves.
 */
export function otherEnd(url: string, program: 'upload-pack' | 'receive-pack'): readonly string[] {
  if (!url.startsWith('file://')) return []
  const said = Object.entries({ ...settings, ...ofOthers })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
  // what is missing there is fetched from nowhere, by older versions neither
  const env = 'GIT_ALLOW_PROTOCOL=none GIT_NO_LAZY_FETCH=1'
  return [`--${program}=${env} git ${said} ${program}`]
}
