// Whether the machine treats people alike: hints and what people said of them, group by group (R0-2.2.3b, TR-62).
import type { CameraClass, DeviceClass, LightClass } from './machine-class.ts'
import { type Rate, rateOf } from './rate.ts'
import { type Shown, shownGroups } from './small-group.ts'

/** One exam of one person; nothing in it leaves this function's caller but sums. */
export type Seen = {
  readonly person: string
  readonly hints: number
  readonly marked: number
  readonly dismissed: number
  readonly light: LightClass
  readonly camera: CameraClass
  readonly device: DeviceClass
  readonly accommodated: 'yes' | 'no'
}

export const dimensions = ['light', 'camera', 'device', 'accommodated'] as const
export type Dimension = (typeof dimensions)[number]

export type GroupRow = {
  readonly group: string
  readonly people: number
  readonly sessions: number
  readonly hints: number
  /** Mean of one exam. */
  readonly perSession: number
  readonly marked: number
  readonly dismissed: number
  /** Of the hints a person decided, those that were nothing; null where nobody decided any. */
  readonly falseAlarms: Rate | null
}

export function byGroup(sessions: readonly Seen[], by: Dimension, least: number): Shown<GroupRow> {
  const names = [...new Set<string>(sessions.map((one) => one[by]))].sort()
  return shownGroups(
    names.map((group) =>
      rowOf(
        group,
        sessions.filter((one) => one[by] === group),
      ),
    ),
    least,
    // One person of two groups is one person, also behind both of them.
    (rows) => {
      const of = new Set([...rows].map(({ group }) => group))
      return new Set(sessions.filter((one) => of.has(one[by])).map(({ person }) => person)).size
    },
  )
}

function rowOf(group: string, sessions: readonly Seen[]): GroupRow {
  const sum = (of: (one: Seen) => number) => sessions.reduce((all, one) => all + of(one), 0)
  const [hints, marked, dismissed] = [
    sum((one) => one.hints),
    sum((one) => one.marked),
    sum((one) => one.dismissed),
  ]
  return {
    group,
    people: new Set(sessions.map(({ person }) => person)).size,
    sessions: sessions.length,
    hints,
    perSession: hints / sessions.length,
    marked,
    dismissed,
    falseAlarms: rateOf(dismissed, marked + dismissed),
  }
}
