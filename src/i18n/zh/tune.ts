import type { tune as enTune } from '../en/tune.ts'

/** 按个人记录拟合参数的话，中文版。 */
export const tune: typeof enTune = {
  working: '正在按你的复习记录拟合参数……',
  tuned: (reviews, before, after) =>
    `已按 ${reviews} 次复习拟合：试拟合没看过最新的五分之一，它们的对数损失从 ${before} 降到 ${after}。`,
  noGain: (reviews, before, after, least) =>
    `没有改动。用 ${reviews} 次复习里较早的部分拟合出的参数，预测最新的五分之一不够好：对数损失现用的是 ${before}，拟合的是 ${after}，要降低 ${least} 以上才采用。`,
  tooFew: (reviews, needed) =>
    `复习次数还不够拟合：需要 ${needed} 次，现有 ${reviews} 次。只算离上次复习隔了天的；突击的不算。`,
  tooSoon: (date, then, from, needed, now) =>
    `还太早：上次拟合在 ${date}，用了 ${then} 次复习。下次要等到 ${from} 以后，并且至少有 ${needed} 次（现有 ${now} 次）。加 --force 现在就拟合。`,
  inUse: {
    settings: '现在用的是设置里的参数，它优先于任何拟合。',
    settingsHint: "想用拟合的参数：viva config set parameters ''",
    fit: (date) => `现在用的是 ${date} 拟合的参数。`,
    defaults: '现在用的是 FSRS-6 的默认参数。',
  },
  revertHint: '想撤回：viva config tune --revert',
  reverted: (date, reviews) => `已撤回 ${date} 的拟合（${reviews} 次复习）。`,
  nothing: '没有可以撤回的拟合。',
  fitted: (key, value, date) => `${key} = ${value}（${date} 拟合）`,
}
