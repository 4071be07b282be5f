// 002 п. 17: the result of a check goes back «способом, который был использован при отправке материалов».
import { isTold, type Channel, type Notice } from './notice.ts'

export type Answered = { readonly submission: string; readonly student: string; readonly cameBy: Channel }

export type ResultStanding = 'not_sent' | 'sent_elsewhere_only' | 'on_its_way' | 'done'

/** Other channels are welcome besides; only a delivery by the same one closes the task. */
export function resultStanding(answered: Answered, notices: readonly Notice[]): ResultStanding {
  const mine = notices.filter(
    (notice) => notice.about === answered.submission && notice.to === answered.student,
  )
  const back = mine.filter(({ channel }) => channel === answered.cameBy)
  if (back.some(isTold)) return 'done'
  if (back.length > 0) return 'on_its_way'
  return mine.length > 0 ? 'sent_elsewhere_only' : 'not_sent'
}
