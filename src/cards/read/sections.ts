/** Titles of sections that answers have for a purpose of ours. */
export const keyPointsTitle =
  /^(?:要点|关键点|得分点|答题要点|回答要点|核心要点|采分点|key ?points?|scoring points?)\s*[:：]?$/i
export const followUpsTitle =
  /^(?:追问|可能(?:的)?追问|延伸问题|follow-?\s?ups?(?: questions?)?)\s*[:：]?$/i

/** Whether a title belongs to the answer above it, on whatever level it stands. */
export function isOwnSection(title: string): boolean {
  return keyPointsTitle.test(title) || followUpsTitle.test(title)
}
