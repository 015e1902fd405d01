import type { paper as enPaper } from '../en/paper.ts'

/** 印在文档里的话，中文版。 */
export const paper: typeof enPaper = {
  contents: '目录',
  answers: '参考答案',
  keyPoints: '要点',
  missed: '上次漏了',
  note: '我的笔记',
  asked: '我的回答',
  followUps: '追问',
  noAnswer: '没有参考答案。',
  noCode: '［代码略］',
  page: (page, all) => `第 ${page} 页，共 ${all} 页`,
  answerOn: (page) => `答案见第 ${page} 页`,
  questionOn: (page) => `题目在第 ${page} 页`,
  counts: (questions, topics, answered) =>
    [
      `${questions} 道题`,
      ...(topics > 1 ? [`${topics} 个主题`] : []),
      answered === questions ? '都有参考答案' : `${answered} 道有参考答案`,
    ].join(' · '),
  more: (n) => `还有 ${n} 道题，两页放不下。`,
  madeBy: (version) => `由 viva ${version} 生成`,
  coverage: (percent) => `说到 ${percent}% 的要点`,
  time: (used, limit) => `用时 ${used}，限时 ${limit}`,
  late: '超时',
  picture: (name) => `图片：${name}`,
  pictureRemote: (name) => `网上的图片：${name}`,
  pictureMissing: (name) => `找不到图片：${name}`,
  pictureBroken: (name) => `显示不了的图片：${name}`,
  untitledPicture: '没有名字',
  glyphsMissing: (characters, more) =>
    `没有字体能显示 ${characters.map(named).join('、')}${more > 0 ? ` 等 ${more + characters.length} 个字符` : ''}，印成了编号；可以用 --font <文件> 加一款字体。`,
  pictureLeftOut: (file, src, reason) => `${file}：没有印出图片 ${src}（${reasons[reason]}）。`,
  cardAsWritten: (file, line) => `${file}:${line} 没法排版，已按原文印出。`,
  cutToTwoPages: (left) => `有 ${left} 道题两页放不下；可以缩小筛选范围。`,
}

const reasons = {
  remote: '在网上',
  missing: '题库里没有',
  outside: '在题库之外',
  large: '太大',
  broken: '不是能印的图片',
  many: '所有图片加起来太大，先印小的',
  full: '页面里的图片已经有 100 MB',
}

function named(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character) ? `${character}（U+${number}）` : `U+${number}`
}
