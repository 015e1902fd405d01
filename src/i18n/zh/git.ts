import type { FaultText, GitTrouble } from '../../errors.ts'

export const gitMissing: FaultText = {
  message: '没有找到 git，而仓库要靠它来取。',
  hint: '请安装 git（https://git-scm.com），或者把笔记下载下来，再添加那个文件夹。',
}

export function gitOld(version: string, oldest: string): FaultText {
  return {
    message: `git ${version} 太旧，不能安全地取仓库。`,
    hint: `请安装 git ${oldest} 或更新的版本（https://git-scm.com）。`,
  }
}

/** git 为什么没做成；它自己的话有用时附在后面。 */
export function gitFailed(address: string, why: GitTrouble, said: string): FaultText {
  const own = said === '' ? '' : `（git：${said}）`
  switch (why) {
    case 'offline':
      return {
        message: `连不上 ${address}${own}。`,
        hint: '请检查网络后再试；本机已有的内容照常可用。',
      }
    case 'refused':
      return {
        message: `${address} 需要有效的登录${own}。`,
        hint: '可以先用 git ls-remote 试这个地址：那里能用，这里就能用。',
      }
    case 'not-found':
      return {
        message: `${address} 没有仓库${own}。`,
        hint: '请检查地址；私有仓库没有权限时看起来也像不存在。',
      }
    case 'no-branch':
      return {
        message: `${address} 没有这个分支或标签${own}。`,
        hint: '不写 --branch 就用仓库默认的分支。',
      }
    case 'foreign-owner':
      return {
        message: `${address} 属于本机的另一个用户，git 不信任它。`,
        hint: '如果你信任它：git config --global --add safe.directory <它的路径>。',
      }
    case 'no-space':
      return { message: `磁盘放不下 ${address}。`, hint: '腾出空间后再试。' }
    case 'other':
      return {
        message: `git 没有做成：${said === '' ? address : said}。`,
        hint: `涉及的地址是 ${address}。`,
      }
  }
}

export function addressRefused(address: string, why: 'transport' | 'secret' | 'form'): FaultText {
  switch (why) {
    case 'transport':
      return {
        message: `不接受 ${address} 用的协议：它可能会运行别的程序。`,
        hint: '可以用 https://、ssh://、git@主机:…、git://、http://、file:// 或 github:所有者/名字。',
      }
    case 'secret':
      return {
        message: '这个地址里有密码；它会被保存，也会显示出来。',
        hint: '请去掉密码：git 会询问，或者从你的凭据助手里取。',
      }
    case 'form':
      return {
        message: `${address} 不是地址的写法。`,
        hint: '例如 https://example.org/notes.git、git@example.org:notes.git、github:owner/name。',
      }
  }
}
