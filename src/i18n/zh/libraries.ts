import type { FaultText } from '../../errors.ts'
import type { Messages } from '../en/en.ts'

/** 题库，以及来自 git 的题库。 */
export const library: Messages['library'] = {
  none: '还没有添加题库，现在读的是自带题库。添加：viva library add <路径或地址>',
  added: (path, cards) => `已添加 ${path}：${cards} 张卡片。`,
  emptied: (file, cards) => `${file} 里没有这种题型，一张卡片也没有；不指定题型时有 ${cards} 张`,
  removed: (path) => `不再读 ${path}。`,
  cloneRemoved: (name) => `不再读 ${name}，它的文件已删除。`,
  filesLeft: (path) => `${path} 还有些文件没能删除。`,
  from: (url, branch, folder) => {
    const parts = [
      ...(branch === undefined ? [] : [`分支 ${branch}`]),
      ...(folder === undefined ? [] : [`只读 ${folder}`]),
    ]
    return parts.length === 0 ? url : `${url}（${parts.join('，')}）`
  },
  state: (commit, day, asked) => `提交 ${commit}（${day}），${asked} 更新过`,
  stateUnknown: '不知道在哪个提交；viva library update 会说明原因',
  fetching: (name, step, percent) =>
    step === '' ? `正在取 ${name}` : `正在取 ${name}：${steps[step] ?? '准备'} ${percent}%`,
  asking: (done, all) => `正在取题库：${done}/${all}`,
  noClones: '没有来自 git 的题库。添加：viva library add <地址>',
  nothingNew: (name) => `${name}：没有变化。`,
  sameCards: (name, commit) => `${name}：已到提交 ${commit}，卡片没有变化。`,
  changed: (name, parts) => `${name}：${parts.join('，')}。`,
  fresh: (n) => `新增 ${n} 张卡片`,
  edited: (n, graded) => `改动 ${n} 张${keptOf(graded)}`,
  gone: (n, graded) => `删去 ${n} 张${keptOf(graded)}`,
  more: (n) => `还有 ${n} 项`,
  branchGone: (name, branch) => `${name}：分支 ${branch} 已经没有了，改读仓库的默认分支。`,
  edits: (name, n) => `${name} 里有 ${n} 个文件和 git 取来的不一样：`,
  editsUnknown: (name) => `git 看不出 ${name} 里有没有改动。`,
  askRemove: '还是要删除吗？',
  kept: (name) => `${name} 保持原样。`,
  keep: '不，留着',
  remove: '是，删除',
}

const steps: Readonly<Record<string, string>> = {
  'Receiving objects': '接收数据',
  'Resolving deltas': '整理数据',
  'Updating files': '写出文件',
}

function keptOf(graded: number): string {
  return graded === 0 ? '' : `（其中 ${graded} 张的评分都还在）`
}

export function addressAlone(option: string): FaultText {
  return {
    message: `${option} 要和一个 git 仓库的地址一起用。`,
    hint: '例如 viva library add https://example.org/notes.git --path docs',
  }
}

export function branchName(name: string): FaultText {
  return {
    message: `“${name}”不是分支或标签的名字。`,
    hint: '不写 --branch 就用仓库默认的分支。',
  }
}

export function folderName(folder: string): FaultText {
  return {
    message: `“${folder}”不是仓库里的文件夹。`,
    hint: '--path 从仓库的最上层写起，例如 docs/java。',
  }
}

export function folderMissing(address: string, folder: string): FaultText {
  return {
    message: `${address} 里没有文件夹 ${folder}，也没有这个名字的笔记。`,
    hint: '--path 从仓库的最上层写起，大小写要一致。',
  }
}

export function cloneName(name: string): FaultText {
  return {
    message: `“${name}”不能做题库的名字。`,
    hint: '它会成为文件夹的名字：可以用文字、数字、点和横线，不能以符号开头。',
  }
}

export function cloneNameTaken(name: string): FaultText {
  return { message: `已经有一个题库叫 ${name}。`, hint: '请用 --name 另取一个名字。' }
}

export function cloneBusy(name: string): FaultText {
  return { message: `另一个 viva 正在更新 ${name}。`, hint: '请等它完成。' }
}

export function cloneDamaged(name: string): FaultText {
  return {
    message: `${name} 的 git 数据不完整；笔记还能照常读。`,
    hint: `先 viva library remove ${name}，再重新添加它的地址；评分都还在。`,
  }
}

export function cloneEdited(name: string, files: readonly string[]): FaultText {
  return {
    message: `${name} 在本机改过，更新会覆盖：${someOf(files)}。`,
    hint: '先把需要的内容另存，再用 viva library update --force 换成仓库里的。',
  }
}

export function cloneUnsaved(name: string, files: readonly string[] | undefined): FaultText {
  const what = files === undefined ? 'git 看不出里面改过什么' : `里面的 ${someOf(files)} 在本机改过`
  return {
    message: `没有移除 ${name}：${what}，删除后就没有了。`,
    hint: '加上 --force 则照样删除。',
  }
}

export function noClone(path: string): FaultText {
  return { message: `${path} 不是从 git 取来的，没有可更新的。`, hint: '它每次都按当前内容来读。' }
}

const mostFiles = 3

function someOf(files: readonly string[]): string {
  const some = files.slice(0, mostFiles).join('、')
  return files.length > mostFiles ? `${some} 等 ${files.length} 个文件` : some
}
