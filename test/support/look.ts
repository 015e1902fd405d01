import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import type { Look } from '../../src/view/look.ts'
import { paint } from '../../src/view/paint.ts'

/** A terminal without colours or links, 80 by 24, in Chinese. */
export const plainLook: Look = {
  tongue: 'zh',
  language: 'zh',
  say: zh,
  columns: 80,
  rows: 24,
  paint: paint(0),
  links: false,
  unicode: true,
}

export const englishLook: Look = { ...plainLook, tongue: 'en', language: 'en', say: en }
