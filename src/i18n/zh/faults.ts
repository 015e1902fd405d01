import type { Problem } from '../../cards/card.ts'
import type { Fault, FaultText, NameNowhere } from '../../errors.ts'
import { exportFaults } from './export.ts'
import { addressRefused, gitFailed, gitMissing, gitOld } from './git.ts'
import { noSuchInterview, reportFormat } from './history.ts'
import { importFaults } from './importing.ts'
import {
  addressAlone,
  branchName,
  cloneBusy,
  cloneDamaged,
  cloneEdited,
  cloneName,
  cloneNameTaken,
  cloneUnsaved,
  folderMissing,
  folderName,
  noClone,
} from './libraries.ts'
import { allSetAside, presetName, presetUnknown, presetValue } from './plan.ts'
import { planDateFar, planDatePast, planNoDate } from './planning.ts'
import { answerNotReadable, noAnswer } from './points.ts'
import { statsFormat } from './progress.ts'
import { syncBusy, syncForeign, syncNowhere, syncRaced, syncRefused } from './sync.ts'

/** 用户自己能解决的问题，以及怎么解决。 */
export function fault(fault: Fault): FaultText {
  switch (fault.code) {
    case 'library-missing':
      return {
        message: `${fault.path} 没有题库。`,
        hint: '请写一个存在的文件夹或 Markdown 文件；来自 git 的题库用 viva library update 取回。',
      }
    case 'library-not-readable':
      return {
        message: `题库 ${fault.path} 读不了（${fault.reason}）。`,
        hint: '它应该是一个你有权读的文件夹或文件。',
      }
    case 'library-not-added':
      return {
        message: `没有添加过 ${fault.path}。`,
        hint: '用 viva library list 看已添加的题库。',
      }
    case 'shape-unknown':
      return {
        message: `没有 ${fault.name} 这种题目写法。`,
        hint: '用 viva check 看你的文件是什么写法，例如 heading-3、ordered-bold。',
      }
    case 'git-missing':
      return gitMissing
    case 'git-old':
      return gitOld(fault.version, fault.oldest)
    case 'git-failed':
      return gitFailed(fault.address, fault.why, fault.said)
    case 'address-refused':
      return addressRefused(fault.address, fault.why)
    case 'sync-nowhere':
      return syncNowhere
    case 'sync-foreign':
      return syncForeign(fault.address, fault.why)
    case 'sync-refused':
      return syncRefused(fault.address, fault.said)
    case 'sync-raced':
      return syncRaced(fault.address)
    case 'sync-busy':
      return syncBusy
    case 'address-alone':
      return addressAlone(fault.option)
    case 'branch-name':
      return branchName(fault.name)
    case 'folder-name':
      return folderName(fault.folder)
    case 'folder-missing':
      return folderMissing(fault.address, fault.folder)
    case 'clone-name':
      return cloneName(fault.name)
    case 'clone-name-taken':
      return cloneNameTaken(fault.name)
    case 'clone-busy':
      return cloneBusy(fault.name)
    case 'clone-damaged':
      return cloneDamaged(fault.name)
    case 'clone-edited':
      return cloneEdited(fault.name, fault.files)
    case 'clone-unsaved':
      return cloneUnsaved(fault.name, fault.files)
    case 'no-clone':
      return noClone(fault.path)
    case 'no-cards':
      return {
        message: `${fault.path} 里没有找到题目。`,
        hint: '提问的标题会变成卡片，例如：## 什么是闭包？',
      }
    case 'nothing-matches':
      return { message: '没有符合条件的卡片。', hint: '用 viva list 看全部卡片和主题。' }
    case 'filter-value':
      return {
        message: `没有 ${fault.filter}:${fault.value} 这种条件。`,
        hint: `${fault.filter}: 后面可以是 ${fault.known.join('、')}；加上引号则当作文字搜索。`,
      }
    case 'name-nowhere':
      return nameNowhere(fault)
    case 'all-set-aside':
      return allSetAside
    case 'preset-unknown':
      return presetUnknown(fault.name, fault.known)
    case 'preset-name':
      return presetName(fault.name)
    case 'preset-value':
      return presetValue(fault.name)
    case 'no-answer':
      return noAnswer(fault.question)
    case 'answer-not-readable':
      return answerNotReadable(fault.path, fault.reason)
    case 'card-missing':
      return {
        message: `没有叫“${fault.words}”的卡片。`,
        hint: '可以写 id（见 viva list）、id 的开头、文件:行号，或题目里的词。',
      }
    case 'card-ambiguous':
      return {
        message: `“${fault.words}”对应 ${fault.candidates.length} 张卡片。`,
        hint: '请用 id 指明：',
      }
    case 'not-saved':
      return {
        message: `没有保存！写不进 ${fault.path}（${fault.reason}）。`,
        hint: '请腾出空间，或把 VIVA_HOME 设为可写的文件夹。',
      }
    case 'own-not-readable':
      return {
        message: `viva 存在 ${fault.path} 里的记录读不了（${fault.reason}）。`,
        hint: '你应该有权读取它；位置由 VIVA_HOME 决定。',
      }
    case 'note-not-readable':
      return {
        message: `读不了你的备注 ${fault.path}（${fault.reason}）。`,
        hint: '它必须是一个你有权读取的文件。',
      }
    case 'file-exists':
      return { message: `${fault.path} 已经存在。`, hint: '加 --force 替换它。' }
    case 'file-not-readable':
      return {
        message: `读不了 ${fault.path}（${fault.reason}）。`,
        hint: '它必须是一个你有权读取的文件。',
      }
    case 'not-a-backup':
      return {
        message: `${fault.path} 不是 viva 的备份，或者开头已损坏。`,
        hint: '用 viva backup 备份；按日期自动做的备份在 backups/ 里。',
      }
    case 'no-terminal':
      return {
        message: `viva ${fault.command} 要提问，输入和输出都得是终端。`,
        hint: '请在终端里运行，不要放在管道里。',
      }
    case 'clock-invalid':
      return {
        message: `VIVA_NOW 不是时间：${fault.value}`,
        hint: '写成 2026-03-09T20:00:00+08:00 这样，或者取消设置。',
      }
    case 'setting-unknown':
      return {
        message: `没有 ${fault.key} 这项设置。`,
        hint: `可以设置：${fault.known.join('、')}。`,
      }
    case 'setting-invalid':
      return {
        message: `${fault.key} 不能设为 ${fault.value}。`,
        hint: `可以是：${fault.allowed}。`,
      }
    case 'date-past':
      return {
        message: `${fault.date} 已经过去了，今天是 ${fault.today}。`,
        hint: '写面试那一天；不想设就给一个空值。',
      }
    case 'settings-not-saved':
      return {
        message: `没有保存！设置写不进 ${fault.path}（${fault.reason}）。`,
        hint: '请腾出空间，或把 VIVA_HOME 设为可写的文件夹。',
      }
    case 'output-failed':
      return {
        message: `输出没有写完（${fault.reason}）。`,
        hint: '看看要写到的地方还有没有空间。',
      }
    case 'format-unknown':
      return exportFaults.formatUnknown(fault.name)
    case 'option-unfit':
      return exportFaults.optionUnfit(fault.option, fault.format)
    case 'option-beside':
      return exportFaults.optionBeside(fault.option, fault.beside)
    case 'columns-narrow':
      return exportFaults.columnsNarrow(fault.columns, fault.most)
    case 'binary-output':
      return exportFaults.binaryOutput(fault.format)
    case 'not-written':
      return exportFaults.notWritten(fault.path, fault.reason)
    case 'epoch-invalid':
      return exportFaults.epochInvalid(fault.value)
    case 'stats-format':
      return statsFormat(fault.path)
    case 'plan-no-date':
      return planNoDate
    case 'plan-date-far':
      return planDateFar(fault.date)
    case 'plan-date-past':
      return planDatePast(fault.date)
    case 'cache-damaged':
      return {
        message: 'viva 的一份缓存坏了，已经丢弃；里面没有你的数据。',
        hint: '再运行一次这个命令就好。',
      }
    case 'fitter-missing':
      return {
        message: `拟合参数的包没有安装，或不适合这个系统（${fault.reason}）。`,
        hint: `在 ${fault.folder} 里运行 npm ci --include=optional 即可安装。没有它，其他功能都照常。`,
      }
    case 'fitting-failed':
      return {
        message: `拟合参数失败（${fault.reason}）。没有改动。`,
        hint: '现用的参数不变，复习记录没有动过。',
      }
    case 'no-such-record':
      return {
        message: `没有 id 是 ${fault.id} 的有效记录。`,
        hint: 'viva log --json 和 viva doctor 会列出 id。',
      }
    case 'no-such-follow-up':
      return {
        message: fault.count === 0 ? '这张卡片没有追问。' : '没有这一道追问。',
        hint: fault.count === 0 ? '' : `这张卡片有 ${fault.count} 道，从 1 数起。`,
      }
    case 'no-such-interview':
      return noSuchInterview(fault.count)
    case 'report-format':
      return reportFormat(fault.path)
    case 'backup-too-large':
      return {
        message: `${fault.path} 解开后比任何 viva 备份都大，其中内容一概没有使用。`,
        hint: '请只恢复 viva backup 写下的文件。',
      }
    case 'import-unknown':
      return importFaults.unknown(fault.path)
    case 'import-damaged':
      return importFaults.damaged(fault.path, fault.reason)
    case 'import-broken':
      return importFaults.broken(fault.path, fault.as)
    case 'import-no-cards':
      return importFaults.noCards(fault.path)
    case 'import-too-large':
      return importFaults.tooLarge(fault.path)
    case 'import-in-use':
      return importFaults.inUse(fault.path)
    case 'not-a-font':
      return {
        message: `${fault.path} 不是能用的字体。`,
        hint: '字体文件以 .ttf、.otf 或 .ttc 结尾。',
      }
    case 'typesetting-failed':
      return {
        message: `文档没法排版（${fault.reason}）。没有写出文件。`,
        hint: '可以少选一些卡片，或者改写成 .md 或 .html。',
      }
    case 'editor-failed':
      return {
        message: `编辑器 ${fault.editor} 出错（${fault.reason}）。你的文字没有变。`,
        hint:
          fault.kept === undefined
            ? '请把 EDITOR 设为你用的编辑器。'
            : `它保存下来的内容留在 ${fault.kept}`,
      }
  }
}

function nameNowhere({ filter, name, alike, common }: NameNowhere): FaultText {
  const what = filter === 'topic' ? '主题' : '标签'
  const others =
    common.length === 0 ? `这里的卡片都没有${what}。` : `这里的${what}：${common.join('、')}……`
  return {
    message: `没有卡片属于${what}“${name}”。`,
    hint: alike.length > 0 ? `是不是想写 ${alike.join('、')}？` : others,
  }
}

/** 笔记文件里不寻常的地方。 */
export function problem(problem: Problem): string {
  switch (problem.code) {
    case 'front-matter-code':
      return `文件头用 ${problem.language} 写成，没有运行；只读 YAML 和 TOML`
    case 'front-matter-invalid':
      return `文件头不是正确的 ${problem.language}，已忽略（${problem.reason}）`
    case 'front-matter-too-large':
      return '文件头超过 64 KB，已忽略'
    case 'front-matter-key':
      return `文件头里 ${problem.key} 的值类型不对，已忽略`
    case 'mark-invalid':
      return `<!-- ${problem.mark}: … --> 的值不能是“${problem.value}”`
    case 'overrides-invalid':
      return `不是正确的 YAML，其中的内容都没有采用（${problem.reason}）`
    case 'overrides-key':
      return `没有“${problem.key}”这个键，或它的值类型不对，已忽略`
    case 'id-twice':
      return `id ${problem.id} 已经用在 ${problem.first.file}:${problem.first.line}`
    case 'file-too-large':
      return `超过 8 MB（${problem.bytes} 字节），没有读`
    case 'file-encoding':
      return problem.encoding === '?'
        ? '不是 UTF-8，也不是 viva 认识的编码，没有读'
        : `不是 UTF-8，按 ${problem.encoding} 读取`
    case 'file-unreadable':
      return `读不了（${problem.reason}）`
    case 'file-binary':
      return '含有二进制数据，没有读'
    case 'file-no-file':
      return '是管道或设备，不是文件，没有读'
    case 'file-outside':
      return '链接指到题库外面，没有跟进去'
    case 'file-changing':
      return '读的时候文件正在变，这次先跳过'
    case 'line-too-long':
      return '一行超过 20 KB，只看开头部分'
    case 'nesting-too-deep':
      return '列表嵌套超过 32 层，更深处按普通文字处理'
    case 'file-too-hard':
      return '两秒内分析不完，没有读'
    case 'app-copies':
      return problem.count === 1
        ? '笔记软件或同步软件留下的副本，没有读取'
        : `笔记软件或同步软件留下的副本，没有读取；这样的文件和文件夹共 ${problem.count} 个`
    case 'folder-unreadable':
      return `文件夹读不了（${problem.reason}）`
    case 'folder-too-deep':
      return '文件夹套了 64 层以上，里面的都没有读'
    case 'files-too-many':
      return `超过了前 100,000 个文件，没有读；这样的文件共 ${problem.count} 个`
    case 'name-encoding':
      return `文件名不是 UTF-8，按 ${problem.encoding} 读取`
  }
}
