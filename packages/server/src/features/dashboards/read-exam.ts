// Issue 5: figures of one exam. Of its people only how many; who they are is on the pages of the exam.
import { type ExamFigures, type ExamLinesView, REPORT_PAGE } from '@ochno/contract/dashboards'
import type { ExamId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import { hintsOverTime } from '@ochno/domain/report/hints-over-time'
import { rateOf } from '@ochno/domain/report/rate'
import { binsOf, spreadOf, stepFor } from '@ochno/domain/report/spread'
import { countStages, stageOf } from '@ochno/domain/report/today'
import type { Instant } from '@ochno/domain/time'
import type { ExamFacts, ExamSessionFigures } from '../../ports/dashboards.ts'
import { type DashboardDeps, type Reader, round } from './deps.ts'

export const listExamFigures = (deps: DashboardDeps, reader: Reader, page: number): Promise<ExamLinesView> =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const { total, rows } = await tx.dashboards.exams((page - 1) * REPORT_PAGE, REPORT_PAGE)
    return { page, total, rows: rows.map((row) => ({ ...row, opensAt: row.opensAt.toString() })) }
  })

export const readExamFigures = (deps: DashboardDeps, reader: Reader, id: ExamId, now: Instant) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const facts = await tx.dashboards.exam(id)
    return facts
      ? { ok: true as const, body: figuresOf(facts, now) }
      : { ok: false as const, why: 'not_found' as const }
  })

const present = <T>(all: readonly (T | null)[]): T[] => all.filter((one): one is T => one !== null)

/** Minutes of a step of a plot; the last is for exams of a whole day. */
const MINUTE_STEPS = [1, 2, 5, 10, 15, 30, 60, 120] as const
const MOST_STEPS = 12

const values = (all: readonly number[], step: number) => {
  const spread = spreadOf(all)
  return {
    spread: spread && {
      count: spread.count,
      least: round(spread.least),
      quarter: round(spread.quarter),
      median: round(spread.median),
      threeQuarters: round(spread.threeQuarters),
      most: round(spread.most),
    },
    bins: [...binsOf(all, step)],
  }
}

/** How it is recorded this very minute is asked of the day; here who writes is in the session. */
const stageIn = ({ state, opensAt, closesAt, visit }: ExamSessionFigures, now: Instant) =>
  stageOf(
    {
      state,
      opensAt,
      closesAt,
      visit,
      authorizedAt: now,
      cameAt: null,
      pausedAt: null,
      recorded: true,
      recordedAt: now,
      needsProctor: false,
      proctors: 0,
      unansweredSince: null,
    },
    now,
  )

function figuresOf(facts: ExamFacts, now: Instant): ExamFigures {
  const { exam, sessions } = facts
  const minutes = present(sessions.map((one) => one.minutes))
  const coverage = present(sessions.map((one) => one.coverage))
  const statuses = present(sessions.map(({ status }) => status))
  const decisions = present(sessions.map(({ decision }) => decision))
  const stretchMinutes = stepFor([0, ...minutes], MINUTE_STEPS, MOST_STEPS)
  const { satisfied = 0, dismissed = 0, inadmissible = 0, withdrawn = 0, open = 0 } = facts.appeals
  const upheld = rateOf(satisfied, satisfied + dismissed)
  return {
    now: now.toString(),
    exam: {
      id: exam.id,
      title: exam.title,
      opensAt: exam.opensAt.toString(),
      lengthMinutes: exam.lengthMinutes,
    },
    people: sessions.length,
    stages: countStages(sessions.map((one) => stageIn(one, now))),
    durations: values(minutes, stepFor(minutes, MINUTE_STEPS, MOST_STEPS)),
    hints: {
      total: facts.hintMinutes.length,
      open: facts.hintsOpen,
      stretches: hintsOverTime(facts.hintMinutes, minutes, stretchMinutes).map((one) => ({
        ...one,
        perPerson: one.perPerson === null ? null : round(one.perPerson, 2),
      })),
      stretchMinutes,
    },
    // A whole recording belongs to the last step and not to one of its own.
    coverage: {
      ...values(coverage, 10),
      bins: [
        ...binsOf(
          coverage.map((percent) => Math.min(percent, 99.9)),
          10,
        ),
      ],
    },
    failures: {
      count: facts.failures.length,
      minutes: round(facts.failures.reduce((sum, one) => sum + one.minutes, 0)),
      faults: counted(facts.failures.map(({ fault }) => fault)).map(([fault, count]) => ({ fault, count })),
    },
    marks: facts.marks.map(({ code, count }) => ({ code, wording: catalogue[code].wording, count })),
    statuses: exam.hasStatuses
      ? [1, 2, 3, 4, 5, 6].map((status) => statuses.filter((one) => one === status).length)
      : null,
    decisions: counted(decisions).map(([value, count]) => ({ value, count })),
    undecided: sessions.length - decisions.length,
    appeals: {
      filed: satisfied + dismissed + inadmissible + withdrawn + open,
      open,
      dismissed,
      inadmissible,
      withdrawn,
      upheld: upheld && { ...upheld, low: round(upheld.low, 6), high: round(upheld.high, 6) },
    },
  }
}

const counted = (all: readonly string[]): [string, number][] =>
  [...Map.groupBy(all, (one) => one)]
    .map(([one, of]): [string, number] => [one, of.length])
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
