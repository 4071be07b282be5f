import type { AccountId, ExamId, Id, SessionId } from '@ochno/domain/ids'
import { z } from 'zod'

const id = <T extends Id<string>>(tag: string) =>
  z
    .string()
    .regex(new RegExp(`^${tag}_[a-z2-7]{26}$`))
    .transform((text) => text as T)

export const accountId = id<AccountId>('acc')
export const examId = id<ExamId>('exm')
export const sessionId = id<SessionId>('ses')
export const signInId = id<Id<'sgn'>>('sgn')

/** ISO 8601 with Z, in replies. */
export const moment = z.string()
/** ISO 8601 with an offset, in requests. */
export const givenMoment = z.iso.datetime({ offset: true })

/** A line of text a person typed: no control characters, which PostgreSQL or a printer would choke on. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
export const paragraphs = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u)
