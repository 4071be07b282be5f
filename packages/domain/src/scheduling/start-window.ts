// The window in which an attempt may begin: of an exam, of one of its slots, or of one person.
import { type Instant, isAfter, isBefore, Temporal } from '../time.ts'

export type StartWindow = { readonly opensAt: Instant; readonly closesAt: Instant }

/** Longer than this is a slip of the hand. */
const LONGEST = Temporal.Duration.from({ hours: 24 * 60 })

export const windowOf = ({ opensAt, closesAt }: StartWindow): StartWindow => ({ opensAt, closesAt })

/** Upside down, over already, or longer than anybody means. */
export const isWrongWindow = ({ opensAt, closesAt }: StartWindow, now: Instant): boolean =>
  !isBefore(opensAt, closesAt) || !isAfter(closesAt, now) || isAfter(closesAt, opensAt.add(LONGEST))

export const isSameWindow = (a: StartWindow, b: StartWindow): boolean =>
  a.opensAt.equals(b.opensAt) && a.closesAt.equals(b.closesAt)

/** As wide as it must be to hold the other one too; null: it does already. */
export function grownWindow(window: StartWindow, { opensAt, closesAt }: StartWindow): StartWindow | null {
  const wider = {
    opensAt: isBefore(opensAt, window.opensAt) ? opensAt : window.opensAt,
    closesAt: isAfter(closesAt, window.closesAt) ? closesAt : window.closesAt,
  }
  return isSameWindow(wider, window) ? null : wider
}
