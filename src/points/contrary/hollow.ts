const hollow =
  /这些方面|各个?方面|方方面面|(?:都|也)(?:有|会|要)?(?:考虑|注意|重视|关注|了解)|考虑(?:得|的)?(?:到|很|比较)|处理得?(?:都|也)?(?:比较|很|挺|还)?(?:好|不错)|注意(?:利用)?各种|(?:非常|十分|特别)(?:重视|重要|关键)|做得(?:还是)?(?:比较|很|挺)?(?:好|不错)|没出过(?:什么)?(?:大)?问题|保证.{0,8}质量|\b(?:(?:is|are) (?:really|very|so|quite) important|think carefully|high standards|take care of|play an important role|and so on|in good shape|best practices?|experience of course)\b/

/** Whether a folded clause only says that its topics matter, and nothing of them. */
export function isHollow(clause: string): boolean {
  return hollow.test(clause)
}
