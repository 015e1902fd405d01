import type { FaultText } from '../../errors.ts'
import type { sync as english } from '../en/sync.ts'

const devices = (n: number) => `${n} 台设备`

/** 几台机器共用一份记录。 */
export const sync: typeof english = {
  leaves: (remote) => [
    `从现在起，这些内容会传到 ${remote}，再传到你的其他机器：`,
    '· 每一次评分，以及每张卡片的进度',
    '· 卡片的文字（用来把评分对上改过的卡片），以及它们所在文件的路径',
    '· 已结束的面试和你的回答；你的备注；你的词汇表',
    '· 设置和预设；按地址添加的题库的地址',
    '留在本机的：题库文件、界面语言、题库的路径。内容没有加密：能读那个仓库的人，就能一直读到全部内容。',
  ],
  goOn: '继续吗？',
  yes: '继续，现在同步',
  no: '先不同步',
  notNow: '没有任何内容离开本机。',
  madeRepository: (remote) => `已在 ${remote} 新建一个空仓库。`,
  working: (step) => `正在同步：${step}`,
  upheaval: {
    none: '',
    new: '本机和远端第一次同步。',
    emptied: '远端是空的；本机的全部内容已重新传上去。',
    rewritten: '远端的历史被改写过；本机没有因此丢掉任何内容，你的内容也都重新传上去了。',
  },
  nothingNew: (n) => `两边都没有新内容 · ${devices(n)}`,
  received: (what) => `收到：${what}`,
  given: (what) => `送出：${what}`,
  allReceived: '没有要收的内容。',
  settings: (n) => `${n} 项设置`,
  files: (n) => `远端有 ${n} 个文件变动`,
  done: (n) => `已同步 · ${devices(n)}`,
  beside: (ours, theirs) => `在两台机器上都改过，两份都留着：这里用 ${ours}，另一份在 ${theirs}`,
  disputed: (name, ours, theirs) =>
    `两台机器都设过 ${name}：现在用 ${theirs}（本机原来是 ${ours}）。可以用 viva config set 再改。`,
  offered: '你的其他机器上有、本机没有的题库：',
  damage: (n) => `远端有 ${n} 处损坏，没有收下；viva doctor 会说在哪里。`,
  noRemote: '还没有同步过。用 viva sync setup <url> 开始；url 也可以是 U 盘上的文件夹。',
  status: {
    remote: (name) => `远端：${name}`,
    never: '还没有同步过：viva sync。',
    met: (when, ago, n) => `上次同步：${when}（${ago}）· ${devices(n)}`,
    waiting: (n) => `本机有 ${n} 次评分还没有传上去。`,
    automatic: (on) =>
      on
        ? '每次练完后自动同步（autosync = on）。'
        : '只在你要求时同步；viva config set autosync on 会在每次练完后自动同步。',
  },
  home: (n, ago) => `${devices(n)}，${ago}同步过`,
  ago: (minutes) => {
    if (minutes < 1) return '刚刚'
    if (minutes < 60) return `${minutes} 分钟前`
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时前`
    return `${Math.floor(minutes / 1440)} 天前`
  },
  doctor: {
    place: (remote, path) => `${remote} 里的 ${path}`,
    size: '太大，没有读',
    hint: '那里损坏的内容不会收下；只要写下它的那台机器上还完整，本机就不会少。',
  },
}

export const syncNowhere: FaultText = {
  message: '还没有设置远端。',
  hint: 'viva sync setup <url> 可以用任何 git 仓库，U 盘上的空文件夹也行。',
}

export function syncForeign(address: string, why: 'project' | 'history' | 'newer'): FaultText {
  switch (why) {
    case 'project':
      return {
        message: `${address} 里已经有别的内容，没有往里放任何东西。`,
        hint: '请为它新建一个空仓库：viva sync setup <url>。',
      }
    case 'history':
      return {
        message: `${address} 里是另一份 viva 记录，不是本机共享的那一份；没有收也没有送。`,
        hint: '要把两份永久合在一起：在那边 viva backup，在这里 viva restore。',
      }
    case 'newer':
      return {
        message: `${address} 是更新版本的 viva 写的。`,
        hint: '请先更新本机的 viva，再同步。什么都没有改动。',
      }
  }
}

export function syncRefused(address: string, said: string): FaultText {
  return {
    message: `${address} 没有收下（${said}）。`,
    hint: '那边的内容已经收到本机。请看看谁能往它的 main 分支推送；有人正在里面工作的仓库不收推送。',
  }
}

export function syncRaced(address: string): FaultText {
  return {
    message: `一直有别的机器同时往 ${address} 推送。`,
    hint: '没有丢失任何内容，请再试一次。',
  }
}

export const syncBusy: FaultText = {
  message: '本机有另一个 viva 正在同步。',
  hint: '等它结束后再试。',
}
