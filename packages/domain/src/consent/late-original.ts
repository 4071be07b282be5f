// TR-11: a scan and a paper original are two facts with two days; a late original asks for somebody's decision.
import { isInTimeBefore, lastDayBefore } from '../calendar/deadlines.ts'
import type { PlainDate } from '../calendar/working-days.ts'
import type { ConsentState } from '../lifecycle/consent.ts'
import { type Demand, guardsEntry } from './demand.ts'
import type { ConsentKind } from './rules.ts'

export type LateOriginal = {
  readonly lastDay: PlainDate
  readonly receivedOn: PlainDate | null
  readonly scanOn: PlainDate | null
  readonly daysLate: number
}

type OnPaper = {
  readonly kind: ConsentKind
  readonly state: ConsentState
  /** Null: no sheet was made for it. */
  readonly paper: { readonly scanOn: PlainDate | null; readonly receivedOn: PlainDate | null } | null
}

const OWES_NOTHING: readonly ConsentState[] = ['declined', 'withdrawn', 'expired']

/** Null: in time, not due yet, or not owed at all. `of`: the last of each kind. */
export function lateOriginalOf(
  demand: Pick<Demand, 'onPaper' | 'leadDays'>,
  of: readonly OnPaper[],
  examDay: PlainDate,
  today: PlainDate,
): LateOriginal | null {
  const { leadDays } = demand
  if (leadDays === null) return null
  const owed = demand.onPaper
    .map((kind) => of.find((one) => one.kind === kind) ?? { kind, state: 'none' as const, paper: null })
    .filter(({ state, paper }) => !OWES_NOTHING.includes(state) && !(state === 'active' && paper === null))
    // Nobody's start waits for an answer that does not guard it.
    .filter(({ kind, state }) => state !== 'none' || guardsEntry(kind))
  const sheet = owed.find(({ paper }) => paper !== null)?.paper ?? null
  if (owed.length === 0) return null
  const lastDay = lastDayBefore(examDay, leadDays)
  const receivedOn = sheet?.receivedOn ?? null
  const counted = receivedOn ?? today
  if (isInTimeBefore(counted, examDay, leadDays)) return null
  return {
    lastDay,
    receivedOn,
    scanOn: sheet?.scanOn ?? null,
    daysLate: lastDay.until(counted, { largestUnit: 'day' }).days,
  }
}
