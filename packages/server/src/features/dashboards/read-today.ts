// Issue 5: the day as the organiser sees it, from the register, the door, the wall and support at once.
import type { TodayView, UrgentRow } from '@ochno/contract/dashboards'
import type { AccountId } from '@ochno/domain/ids'
import {
  countStages,
  type Expected,
  type Stage,
  stageOf,
  urgencies,
  urgenciesOf,
} from '@ochno/domain/report/today'
import type { Instant } from '@ochno/domain/time'
import type { OpenTicket, TodaySession } from '../../ports/dashboards.ts'
import { type DashboardDeps, dayOf, type Reader, startOf } from './deps.ts'

const MOST_URGENT = 50

/** SM-14: without those who are suspended or dismissed; their assignments stay written. */
const watchedBy =
  (barred: ReadonlySet<AccountId>) =>
  (one: TodaySession): TodaySession => ({
    ...one,
    proctors: one.proctors.filter(({ id }) => !barred.has(id)),
  })

type Placed = { readonly one: TodaySession; readonly expected: Expected; readonly stage: Stage }

const placed =
  (now: Instant) =>
  (one: TodaySession): Placed => {
    const expected = { ...one, proctors: one.proctors.length }
    return { one, expected, stage: stageOf(expected, now) }
  }

export const readToday = (
  deps: DashboardDeps,
  reader: Reader,
  now: Instant,
  names: TodayView['names'] = 'shown',
): Promise<TodayView> =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const { zone } = await tx.institutions.own()
    const day = dayOf(now, zone)
    const sessions = await tx.dashboards.today(startOf(day, zone), startOf(day.add({ days: 1 }), zone))
    const barred = await tx.appointments.barred(now)
    const all = sessions.map(watchedBy(barred)).map(placed(now))
    const tickets = await tx.dashboards.tickets()
    const urgent = [
      ...together(all.flatMap((one) => urgentOf(one, now))),
      ...tickets.flatMap(urgentTicket),
    ].toSorted((a, b) => rank(a) - rank(b) || (a.since < b.since ? -1 : 1))
    const view: TodayView = {
      now: now.toString(),
      names,
      day: day.toString(),
      people: all.length,
      stages: countStages(all.map(({ stage }) => stage)),
      exams: examsOf(all),
      proctors: proctorsOf(all),
      urgent: urgent.slice(0, MOST_URGENT),
      urgentCount: urgent.length,
      ticketsOpen: tickets.length,
    }
    return names === 'hidden' ? nameless(view) : view
  })

/** P-28: what calls for a person is still told, and of whom nothing. */
const nameless = (view: TodayView): TodayView => ({
  ...view,
  urgent: view.urgent.map((row) => ({ ...row, examinee: null, proctors: row.proctors.map(() => '') })),
  proctors: view.proctors.map((one) => ({ ...one, name: '' })),
})

const order: readonly UrgentRow['what'][] = ['recording_silent', 'no_proctor', 'ticket', ...urgencies]
const rank = ({ what }: UrgentRow): number => order.indexOf(what)

const urgentOf = ({ one, expected }: Placed, now: Instant): UrgentRow[] =>
  urgenciesOf(expected, now).map(({ what, since }) => ({
    what,
    since: since.toString(),
    exam: { id: one.exam, title: one.examTitle },
    session: one.session,
    examinee: one.examinee,
    people: 1,
    proctors: one.proctors.map(({ name }) => name),
    ticket: null,
  }))

/** A whole class without a proctor is one thing to do and not thirty. */
function together(rows: readonly UrgentRow[]): readonly UrgentRow[] {
  const groups = Map.groupBy(rows, ({ what, exam, session }) =>
    what === 'no_proctor' || what === 'late' ? `${what} ${exam?.id}` : `${what} ${session}`,
  )
  return [...groups.values()].flatMap((of) => {
    const [first] = of.toSorted((a, b) => (a.since < b.since ? -1 : 1))
    return first && of.length > 1 ? [{ ...first, session: null, examinee: null, people: of.length }] : of
  })
}

const urgentTicket = ({ urgent, since, exam, session, asker, no }: OpenTicket): UrgentRow[] =>
  urgent
    ? [
        {
          what: 'ticket',
          since: since.toString(),
          exam,
          session,
          examinee: asker,
          people: 1,
          proctors: [],
          ticket: no,
        },
      ]
    : []

function examsOf(all: readonly Placed[]): TodayView['exams'] {
  return [...Map.groupBy(all, ({ one }) => one.exam)].map(([id, of]) => ({
    id,
    title: of[0]?.one.examTitle ?? '',
    opensAt: ends(of.map(({ one }) => one.opensAt.toString())).first,
    closesAt: ends(of.map(({ one }) => one.closesAt.toString())).last,
    people: of.length,
    stages: countStages(of.map(({ stage }) => stage)),
    hintsOpen: sum(of, ({ one }) => one.hintsOpen),
    unanswered: sum(of, waitingWords),
  }))
}

const sum = (of: readonly Placed[], count: (one: Placed) => number): number =>
  of.reduce((total, one) => total + count(one), 0)

const runsNow = ({ stage }: Placed): boolean => stage === 'in_session' || stage === 'interrupted'

/** What was said in an exam that is over waits for nobody at the wall. */
const waitingWords = (placed: Placed): number => (runsNow(placed) ? placed.one.unanswered : 0)

const ends = (times: readonly string[]) => {
  const sorted = times.toSorted()
  return { first: sorted[0] ?? '', last: sorted.at(-1) ?? '' }
}

function proctorsOf(all: readonly Placed[]): TodayView['proctors'] {
  const seats = all.flatMap((placed) => placed.one.proctors.map((proctor) => ({ ...placed, proctor })))
  return [...Map.groupBy(seats, ({ proctor }) => proctor.id)]
    .map(([id, of]: [AccountId, typeof seats]) => {
      const limits = of.flatMap(({ one }) => (one.most !== null ? [one.most] : []))
      return {
        id,
        name: of[0]?.proctor.name ?? '',
        watching: of.filter(runsNow).length,
        most: limits.length === 0 ? null : Math.min(...limits),
        today: of.length,
        unanswered: sum(of, waitingWords),
      }
    })
    .toSorted((a, b) => b.watching - a.watching || a.name.localeCompare(b.name, 'ru'))
}
