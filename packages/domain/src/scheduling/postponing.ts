// 004 5.12: the outage clock of one session.
import { outageUnlocksPostponing } from '../calendar/deadlines.ts'
import type { Instant } from '../time.ts'

export type SignalEvent = { readonly type: 'lost' | 'restored'; readonly at: Instant }

export type Outage = { readonly from: Instant; readonly until: Instant | null }

/** The clock starts at the first loss; a second loss report while it runs does not restart it. */
export function outagesOf(events: readonly SignalEvent[]): readonly Outage[] {
  const outages: Outage[] = []
  let from: Instant | null = null
  for (const event of events)
    if (event.type === 'lost') from ??= event.at
    else if (from) {
      outages.push({ from, until: event.at })
      from = null
    }
  return from ? [...outages, { from, until: null }] : outages
}

export type PostponeRules = { readonly minMinutes: number | null }

/** One outage has to be long enough; short ones do not add up. Where the act has no number the teacher gives his own ground. */
export const postponingUnlocked = (
  events: readonly SignalEvent[],
  { minMinutes }: PostponeRules,
  now: Instant,
): boolean =>
  minMinutes !== null &&
  outagesOf(events).some(({ from, until }) => outageUnlocksPostponing(from, until ?? now, minMinutes))
