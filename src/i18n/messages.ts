import type { Language } from '../cards/card.ts'
import type { Messages } from './en.ts'

/** The words of one language; the other is not loaded. */
export async function messagesFor(language: Language): Promise<Messages> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en
}
