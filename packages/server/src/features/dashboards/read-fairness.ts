// R0-2.2.3b: whether the machine was wrong more often for some than for others. Sums alone leave this file.
import type { FairnessView } from '@ochno/contract/dashboards'
import { academicYearName } from '@ochno/domain/calendar/academic'
import { catalogue } from '@ochno/domain/incident/catalogue'
import { byGroup, dimensions, type Seen } from '@ochno/domain/report/by-group'
import { cameraClass, deviceClass, lightClass } from '@ochno/domain/report/machine-class'
import { type Rate, rateOf } from '@ochno/domain/report/rate'
import { reportLimits } from '@ochno/domain/report/small-group'
import { agreement } from '@ochno/domain/review/agreement'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Share, WatchedSession } from '../../ports/dashboards.ts'
import { type DashboardDeps, dayOf, type Reader, round, startOf, yearAt } from './deps.ts'

const seenOf = ({ facts, accommodated, ...counts }: WatchedSession): Seen => ({
  ...counts,
  light: lightClass(facts),
  camera: cameraClass(facts),
  device: deviceClass(facts),
  accommodated: accommodated ? 'yes' : 'no',
})

const shownRate = (rate: Rate | null) =>
  rate && { ...rate, share: round(rate.share, 6), low: round(rate.low, 6), high: round(rate.high, 6) }
const rate = ({ part, of }: Share) => shownRate(rateOf(part, of))

export const readFairness = (
  deps: DashboardDeps,
  reader: Reader,
  asked: number | null,
  now: Instant,
): Promise<FairnessView> =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const { zone } = await tx.institutions.own()
    const today = dayOf(now, zone)
    const first = await tx.dashboards.firstWatched()
    const newest = (await yearAt(tx, today)).from.year
    const oldest = first ? (await yearAt(tx, dayOf(first, zone))).from.year : newest
    // The last day of December lies in the academic year that began in it, whenever in the year that is.
    const year = await yearAt(tx, Temporal.PlainDate.from({ year: asked ?? newest, month: 12, day: 31 }))
    const figures = await tx.dashboards.fairness(
      startOf(year.from, zone),
      startOf(year.to.add({ days: 1 }), zone),
    )
    const seen = figures.sessions.map(seenOf)
    const sum = (of: 'hints' | 'marked' | 'dismissed') => seen.reduce((all, one) => all + one[of], 0)
    const [hints, marked, dismissed] = [sum('hints'), sum('marked'), sum('dismissed')]
    const looks = agreement(figures.secondLooks)
    const alike = figures.secondLooks.filter(({ known, found }) => sameCodes(known, found)).length
    return {
      now: now.toString(),
      year: year.from.year,
      years: Array.from({ length: newest - oldest + 1 }, (_, i) => newest - i),
      name: academicYearName(year),
      least: reportLimits.leastGroup,
      sessions: seen.length,
      hints,
      open: hints - marked - dismissed,
      marked,
      dismissed,
      detectors: figures.detectors.map((one) => ({
        ...one,
        wording: catalogue[one.code].wording,
        falseAlarms: rate({ part: one.dismissed, of: one.marked + one.dismissed }),
      })),
      groups: dimensions.map((by) => {
        const { shown, hidden } = byGroup(seen, by, reportLimits.leastGroup)
        const rows = shown.map((row) => ({
          ...row,
          perSession: round(row.perSession, 2),
          falseAlarms: shownRate(row.falseAlarms),
        }))
        return { by, rows, hidden }
      }),
      answerers: figures.answerers.map((one) => ({
        answered: one.marked + one.dismissed,
        falseAlarms: rate({ part: one.dismissed, of: one.marked + one.dismissed }),
      })),
      changed: rate(figures.changed),
      secondLooks: {
        recordings: looks.recordings,
        same: rate({ part: alike, of: looks.recordings }),
        kappaHundredths: looks.kappaHundredths,
      },
      takenOff: rate(figures.takenOff),
    }
  })

const sameCodes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code))
