import type { keeping as enKeeping } from '../en/keeping.ts'

/** 检查、备份、恢复和导入的话，中文版。 */
export const keeping: typeof enKeeping = {
  whole: '完好',
  broken: (reason) => `读不了（${reason}）`,
  unwritable: (reason: string) => `那里存不了东西（${reason}）`,
  foreign: (owner: number) => `属于另一个用户（${owner}）`,
  mended: (path: string, to: string | undefined) =>
    to === undefined ? `${path} 又能读写了。` : `${path} 已移到一边：${to}`,
  records: (n) => `${n} 条记录`,
  cards: (n) => `${n} 行卡片登记`,
  notes: (n) => `${n} 份备注`,
  interviews: (n) => `${n} 场面试`,
  settings: (names) => `设置：${names}`,
  place: (place, start, end) => `${place}（第 ${start} 到 ${end} 字节）`,
  why: {
    'not-a-record': '不是一条记录',
    checksum: '校验和不对',
    json: '不是有效的 JSON',
    fields: '缺了内容',
    time: '时间不是任何日期',
    'not-utf8': '不是 UTF-8，是不是被编辑器另存过？',
  },
  torn: '最后一段没有写完，也从没说过已保存',
  ahead: (n) =>
    `有 ${n} 条记录写下时时钟走快了，到了它自己的时间才计入。可用 viva undo <id> 撤回：`,
  leftText: (path) => `${path}：编辑器留下的文字，由你决定何时删除`,
  spent: (n) => `有 ${n} 个文件是被强行结束的进程留下的；viva doctor --repair 会清掉。`,
  tidied: (n) => `已清掉被强行结束的进程留下的 ${n} 个文件。`,
  more: (n) => `……还有 ${n} 条`,
  caches: (n) => `${n} 个缓存，随时可以删。`,
  copies: (n, last) => `backups/ 里有 ${n} 份按日期的备份，最近一份是 ${last}。`,
  noCopies: '还没有按日期的备份；viva backup 可以做一份。',
  sound: '一切完好，和写入时一样。',
  damagedFound: '有些内容损坏了，其余照常使用；用 viva restore 恢复较早的备份可以找回丢失的部分。',
  rebuilt: (n) => `已清除并重建 ${n} 个缓存。`,
  setAside: (path) => `损坏的一段已复制到 ${path}`,
  backedUp: (path) => `已保存到 ${path}`,
  added: (what) => `已添加：${what}`,
  beside: (path) => `你的内容不同，保持不变；备份里的那份放在 ${path}`,
  notRestored: (path, reason) => `没有恢复：${path}（${reason}）`,
  nothingNew: '里面的内容这里都有了。',
  spoilt: (path) => `${path} 有损坏；其中完好的部分已经用上。`,
  imported: (added, known, wet) => {
    const what = `${wet ? '已导入' : '会导入'} ${added} 条评分`
    return known === 0 ? `${what}。` : `${what}，另有 ${known} 条早已在这里。`
  },
  refused: {
    json: '不是 JSON 对象',
    card: '没有给出 “card” 或 “question”',
    grade: '“grade” 必须是 1 到 4，或 again、hard、good、easy',
    at: '“at” 必须是 2026-03-09T20:00:00+08:00 这样的时间，或 1970 年以来的毫秒数',
    seconds: '“seconds” 必须是 0 到 86400 之间的数',
    future: '“at” 在将来',
    'no-such-card': '没有这张卡片，或者不止一张；可用 viva search 查找',
  },
}
