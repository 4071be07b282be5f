import type {
  AccountId,
  ExamId,
  Id,
  NoticeId,
  ReviewId,
  SessionId,
  SlotId,
  TicketId,
} from '@ochno/domain/ids'
import { z } from 'zod'

const id = <T extends Id<string>>(tag: string) =>
  z
    .string()
    .regex(new RegExp(`^${tag}_[a-z2-7]{26}$`))
    .transform((text) => text as T)

export const accountId = id<AccountId>('acc')
export const examId = id<ExamId>('exm')
export const sessionId = id<SessionId>('ses')
export const reviewId = id<ReviewId>('rvw')
export const slotId = id<SlotId>('slt')
export const noticeId = id<NoticeId>('ntc')
export const ticketId = id<TicketId>('tkt')
/** A branch, a unit, a programme or a technology of the institution. */
export const partId = z.string().regex(/^prt_[a-z2-7]{26}$/)
export const signInId = id<Id<'sgn'>>('sgn')

/** ISO 8601 with Z, in replies. */
export const moment = z.string()
/** ISO 8601 with an offset, in requests. */
export const givenMoment = z.iso.datetime({ offset: true })

/**
 * No control character, which PostgreSQL or a printer would choke on; nothing that turns the direction of the text
 * around or stands there unseen, so that a name looks like what it is.
 */
const UNSEEN = '\\p{Cc}\\p{Cs}\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff'
/** Letters and signs that show nothing. */
const BLANK = '\\p{Z}\\p{C}\\p{M}\\u115f\\u1160\\u2800\\u3164\\uffa0'

/** A line of text a person typed: something to be seen, in one form of the same letters. */
export const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max)
    .regex(new RegExp(`^[^${UNSEEN}]*$`, 'u'))
    .regex(new RegExp(`[^${BLANK}]`, 'u'))
export const paragraphs = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(max)
    .regex(new RegExp(`^(?:[^${UNSEEN}]|[\\n\\r\\t])*$`, 'u'))
