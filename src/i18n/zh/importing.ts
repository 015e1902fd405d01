import type { FaultText } from '../../errors.ts'
import type {
  importing as english,
  importFaults as englishFaults,
  importOptions as englishOptions,
} from '../en/importing.ts'

export const importing: typeof english = {
  added: (added, known, of, wet) => {
    const what = `${wet ? '已导入' : '会导入'} ${of} 张卡片的 ${added} 条评分`
    return known === 0 ? `${what}。` : `${what}，另有 ${known} 条早已在这里。`
  },
  odd: {
    manual: (n) => `${n} 次在那边手动改了到期日：不是评分，不导入`,
    cram: (n) => `${n} 条突击复习的评分：留在记录里，不影响安排`,
    'before-reset': (n) => `${n} 条在卡片重置之前的评分：留在记录里，安排从重置之后算起`,
    anchor: (n) =>
      `${n} 张卡片在那边只有间隔、没有复习记录：各记一条，以那个间隔作为稳定性，之后的复习接着算`,
    suspended: (n) => `${n} 张卡片在那边已停用：这里也停用（viva unsuspend 可以恢复）`,
    buried: (n) => `${n} 张卡片在那边搁置到第二天：这里不搁置`,
    unknown: (n) => `${n} 条种类不明：不导入`,
    future: (n) => `${n} 条评分的时间还没到：不导入`,
    'no-card': (n) => `${n} 条评分的卡片在那边已经删除：不导入`,
    unreadable: (n) => `${n} 条读不懂：不导入`,
  },
  strangers: (of, n) =>
    `还有 ${of} 张卡片（${n} 条评分）在你的题库里找不到：--cards <文件夹> 可以把它们写成笔记。`,
  doubts: (n) => `还有 ${n} 张可能就是你的某张卡片、只是文字不同：在终端里运行会逐张问你。`,
  notes: (n, files, folder, wet) =>
    `${wet ? '已把' : '会把'} ${n} 张卡片写进 ${folder} 的 ${files} 个文件`,
  media: (n) => `图片和声音 ${n} 个，放在旁边`,
  lost: (n) => `有 ${n} 个图片或声音不在文件里`,
  nothingNew: '里面没有新的卡片。',
  addLibrary: (folder) => `要复习它们：viva library add ${folder}`,
}

export const importOptions: typeof englishOptions = {
  importCards: '把你没有的卡片写成笔记，放进这个文件夹',
  importDryRun: '只说会导入什么，什么都不改',
}

export const importFaults: typeof englishFaults = {
  unknown: (path): FaultText => ({
    message: `${path} 不是 viva 能接手的程序留下的文件。`,
    hint: '能接手哪些，见 viva import --help。',
  }),
  damaged: (path, reason): FaultText => ({
    message: `${path} 已损坏（${reason}），什么都没有导入。`,
    hint: '请让写下它的程序先检查一遍，再重新导出。',
  }),
  broken: (path, as): FaultText => ({
    message: `${path} 不是完整的${as === 'package' ? ' Anki 牌组包（.apkg、.colpkg）' : '数据库（.anki2、.db）'}：已损坏，或者不完整；什么都没有导入。`,
    hint: '请重新导出，或者从完好的地方再复制一份。',
  }),
  noCards: (path): FaultText => ({
    message: `${path} 里是一行行评分，没有卡片，--cards 写不出笔记。`,
    hint: '去掉 --cards 即可；评分会记到你已有的卡片上。',
  }),
  tooLarge: (path): FaultText => ({
    message: `${path} 解开后比任何人的卡片都大，其中内容一概没有使用。`,
    hint: '请只导入来历清楚的文件。',
  }),
  inUse: (path): FaultText => ({
    message: `${path} 正由它的程序打开着，有些内容还没有写进去。`,
    hint: '请先关掉那个程序，或者在那边导出，再导入导出的文件。',
  }),
}
