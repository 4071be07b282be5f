// A day of exams and an exam of May, small enough to count every figure by hand.
import { createExam } from '@ochno/contract/exams'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import {
  at,
  FIGURES_BEGAN,
  FIGURES_NOW,
  type FiguresRows,
  type SessionRow,
  figuresRows,
  make,
  MINUTE,
} from './figures-rows.ts'
import type { TestPerson, TestServer } from './server.ts'

export type FiguresPeople = {
  readonly server: TestServer
  readonly methodist: TestPerson
  readonly teacher: TestPerson
  readonly proctor: TestPerson
  readonly second: TestPerson
}

export async function figuresSeed(
  people: FiguresPeople,
): Promise<{ readonly today: ExamId; readonly may: ExamId }> {
  const rows = figuresRows(people.server, people.proctor)
  const today = await seedToday(people, rows)
  const { may, ids } = await seedMay(people, rows)
  await seedPapers(people, rows, ids)
  await seedReviews(people, rows, ids)
  return { today, may }
}

/** Nine people: one everywhere but two of them interrupted. */
async function seedToday({ server, proctor }: FiguresPeople, rows: FiguresRows): Promise<ExamId> {
  const { door, heard, pupil, say, session, sql, underAct, watch } = rows
  const today = await server.exam({ title: 'Алгебра, 9 класс' })
  await underAct(today)
  const one = async (name: string, row: SessionRow) => session(today, await pupil(name), row)
  const running = { state: 'in_progress', begun: at(-9) }
  await one('Берёзкина Анна Ильинична', { state: 'admitted' })
  await door(
    await one('Преображенская-Кузнецова Александра Владиславовна', { state: 'admitted' }),
    'waiting',
    -6,
  )
  await door(await one('Кленова Дарья Олеговна', { state: 'admitted' }), 'admitted', -6)
  await door(await one('Дубов Игорь Петрович', { state: 'admitted' }), 'refused', -6)
  const calm = await one('Осинова Вера Павловна', running)
  await heard(calm, 'cam', 5)
  await heard(calm, 'screen', 2)
  const silent = await one('Рябинин Лев Андреевич', running)
  await heard(silent, 'cam', 1)
  await heard(silent, 'screen', 60)
  const paused = await one('Соснов Матвей Юрьевич', running)
  await heard(paused, 'cam', 1)
  await say(paused, 1, -8, 'proctor', 'pause', { kind: 'pause', cause: 'failure', reason: 'сеть' })
  await say(paused, 2, -7, 'proctor', 'resume', { kind: 'resume', of: 1 })
  await say(paused, 3, -4, 'proctor', 'pause', { kind: 'pause', cause: 'failure', reason: 'сеть' })
  await say(paused, 4, -3, 'examinee', 'chat', { kind: 'chat', text: 'когда дальше?' })
  await say(paused, 5, -2, 'examinee', 'trouble', { kind: 'trouble', text: 'нет связи' })
  for (const id of [calm, silent, paused]) await watch(id, proctor)
  await one('Липова Ольга Ивановна', { state: 'deauthorized', begun: at(-9), ended: at(-1) })
  await one('Тополев Роман Олегович', { state: 'expired_not_started', opens: -90, closes: -20 })
  await sql(
    `insert into support_ticket (id, tenant_id, no, asked_by, topic, session_id, exam_now, state, opened_at, changed_at)
     values ($1, $2, 7, $3, 'camera', $4, true, 'routed', $5, $5)`,
    [make('tkt'), server.id, proctor.id, silent, at(-1)],
  )
  return today
}

const light = { mean: 120, middle: 120, edges: 120, left: 120, right: 120 }
const factsOf = (mean: number, height: number, memoryGb: number | null) => ({
  machine: { memoryGb, cores: memoryGb },
  cameras: [{ width: height, height, fps: 30, light: { ...light, mean }, virtual: false }],
})

/**
 * Twelve people, all finished in May, i-th after 30 + i minutes. The first six had good light and one hint each (three nothing, two
 * marks, one open), the other six poor light and two hints each (nine nothing, three marks). Two have special conditions, one an unknown device.
 */
async function seedMay(
  { server, methodist, teacher, proctor, second }: FiguresPeople,
  rows: FiguresRows,
): Promise<{ readonly may: ExamId; readonly ids: readonly SessionId[] }> {
  const { answer, check, hint, pupil, session, sql, underAct } = rows
  const made = await teacher.client.done(createExam, {
    body: {
      title: 'Физика, 11 класс',
      instructions: 'Решите.',
      opensAt: at(-1).toISOString(),
      closesAt: at(60).toISOString(),
      lengthMinutes: 60,
    },
  })
  const may = made.id
  await underAct(may)
  await sql(`update exam set opens_at = $2, closes_at = $3, card = $4 where id = $1`, [
    may,
    new Date(FIGURES_BEGAN),
    new Date(FIGURES_BEGAN + 60 * MINUTE),
    JSON.stringify({ ...plainCard, event: 'exam', kind: 'final', mode: 'sync' }),
  ])
  const ids: SessionId[] = []
  const [opens, closes] = [
    (FIGURES_BEGAN - FIGURES_NOW) / MINUTE,
    (FIGURES_BEGAN - FIGURES_NOW) / MINUTE + 120,
  ]
  for (let i = 0; i < 12; i++) {
    const who = await pupil(`Ученик ${i}`)
    const id = await session(may, who, {
      state: 'deauthorized',
      begun: new Date(FIGURES_BEGAN),
      ended: new Date(FIGURES_BEGAN + (30 + i) * MINUTE),
      opens,
      closes,
    })
    ids.push(id)
    await check(who, factsOf(i < 6 ? 120 : 20, i < 5 ? 360 : 720, i === 0 ? null : 8))
    if (i === 1 || i === 7)
      await sql(
        `insert into accommodation (id, tenant_id, account_id, kind, state, content, from_day, asked_by, asked_at)
         values ($1, $2, $3, 'disability', 'active', '{}', '2026-01-01', $4, $5)`,
        [make('acm'), server.id, who, methodist.id, at(-100_000)],
      )
    await sql(
      "insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at) values ($1, $2, 'page0000', $3, $4, $4)",
      [server.id, id, FIGURES_BEGAN, new Date(FIGURES_BEGAN)],
    )
    if (i < 6) {
      await hint(id, 1, 'gadgets', 3)
      if (i < 5) await answer(id, 1, 1, i < 3 ? 'dismissed' : 'marked', proctor)
    } else
      for (const no of [1, 2]) {
        await hint(id, no, 'other_people_in_room', no === 1 ? 3 : 29)
        await answer(id, no, 1, no === 1 || i >= 9 ? 'dismissed' : 'marked', second)
      }
  }
  // The mark of the fourth was nothing to the first who looked.
  await sql('update hint_answer set n = 2 where session_id = $1', [ids[3]])
  await answer(ids[3] as SessionId, 1, 1, 'dismissed', second)
  return { may, ids }
}

const verdict = {
  value: null,
  annulled: [],
  reasoning: 'да',
  timeCodes: [],
  name: '',
  at: '2026-06-01T07:00:00Z',
}
const plainAppeal = {
  asRepresentative: false,
  situation: { id: 'grade', words: 'Оценка', subject: 'grade' },
  steps: [],
  body: '',
  least: 3,
  filingUntil: null,
  considerUntil: null,
  late: false,
  circumstances: 'не согласен',
  reason: '',
  commission: [],
  done: [],
  papers: [],
  history: [],
}

async function seedPapers(
  { server, methodist, proctor }: FiguresPeople,
  { say, sql }: FiguresRows,
  ids: readonly SessionId[],
): Promise<void> {
  const [first, next, third] = ids as readonly [SessionId, SessionId, SessionId]
  const manifest = (id: SessionId, covered: number) =>
    sql(
      "insert into manifest (session_id, tenant_id, body, sig, key_id, closed_at) values ($1, $2, $3, '\\x00', 'k', $4)",
      [
        id,
        server.id,
        Buffer.from(
          JSON.stringify({
            from_ms: FIGURES_BEGAN,
            to_ms: FIGURES_BEGAN + 1_000_000,
            tracks: [
              { tid: 'cam', count: 9, covered_ms: 1_000_000 },
              { tid: 'screen', count: 9, covered_ms: covered },
              { tid: 'events', count: 3, covered_ms: null },
            ],
          }),
        ),
        new Date(FIGURES_BEGAN),
      ],
    )
  await manifest(first, 1_000_000)
  await manifest(next, 855_000)
  const edition = (id: SessionId, no: number, status: number, marks: object[]) =>
    sql(
      `insert into protocol_edition (session_id, tenant_id, edition, number, facts, reason, signed_by, signed_at)
       values ($1, $2, $3, '1-П', $4, 'исправлено', $5, $6)`,
      [id, server.id, no, JSON.stringify({ draft: { status }, marks }), proctor.id, new Date(FIGURES_BEGAN)],
    )
  const mark = (key: string, verdict: string) => ({ key, code: 'gadgets', verdict })
  await edition(first, 1, 5, [mark('log-1', 'counted')])
  // The edition in force is the last one.
  await edition(first, 2, 3, [mark('log-1', 'counted'), mark('log-2', 'permitted'), mark('log-3', 'counted')])
  await edition(next, 1, 1, [])
  for (const [id, value] of [
    [first, 'negative'],
    [next, 'confirmed'],
    [third, 'confirmed'],
  ] as const)
    await sql(
      `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, facts, changed_at)
       values ($1, $2, 'decided', 1, $3, 'п. 5', $4, '{}', $5)`,
      [id, server.id, value, methodist.id, new Date(FIGURES_BEGAN)],
    )
  const appeal = (id: SessionId, number: number, state: string, facts: object) =>
    sql(
      `insert into appeal (id, tenant_id, session_id, number, state, filed_by, filed_at, facts, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7)`,
      [
        make('apl'),
        server.id,
        id,
        number,
        state,
        methodist.id,
        new Date(FIGURES_BEGAN),
        JSON.stringify({ ...plainAppeal, ...facts }),
      ],
    )
  // Three marks contested, one taken off.
  await appeal(first, 1, 'closed', {
    outcome: 'satisfied',
    contested: ['log-1', 'log-3'],
    verdict: { ...verdict, satisfied: true, annulled: ['log-1'] },
  })
  await appeal(next, 2, 'closed', {
    outcome: 'dismissed',
    contested: ['log-9'],
    verdict: { ...verdict, satisfied: false },
  })
  await appeal(third, 3, 'filed', { outcome: null, contested: [], verdict: null })
  await say(third, 1, (FIGURES_BEGAN - FIGURES_NOW) / MINUTE + 5, 'proctor', 'pause', {
    kind: 'pause',
    cause: 'failure',
  })
  await say(third, 2, (FIGURES_BEGAN - FIGURES_NOW) / MINUTE + 25, 'proctor', 'resume', {
    kind: 'resume',
    of: 1,
  })
  await say(third, 3, (FIGURES_BEGAN - FIGURES_NOW) / MINUTE + 26, 'proctor', 'fault', {
    kind: 'fault',
    of: 1,
    fault: 'network',
  })
  await say(third, 4, (FIGURES_BEGAN - FIGURES_NOW) / MINUTE + 27, 'proctor', 'pause', {
    kind: 'pause',
    cause: 'proctor',
  })
}

/** An overdue hour and one due today of the proctor, 600 minutes done last Wednesday; one of nobody without a term. */
async function seedReviews(
  { server, proctor }: FiguresPeople,
  { sql }: FiguresRows,
  ids: readonly SessionId[],
): Promise<void> {
  const review = (
    id: SessionId,
    minutes: number,
    more: { due?: string; by?: TestPerson; done?: string; told?: true },
  ) =>
    sql(
      `insert into review (id, tenant_id, session_id, kind, state, created_at, due_at, recorded_minutes, reviewer_id, reviewed_at, escalated_at)
       values ($1, $2, $3, 'first', 'assigned', $4, $5, $6, $7, $8, $9)`,
      [
        make('rvw'),
        server.id,
        id,
        new Date(FIGURES_BEGAN),
        more.due ?? null,
        minutes,
        more.by?.id ?? null,
        more.done ?? null,
        more.told ? at(-1) : null,
      ],
    )
  const [a, b, c, d] = ids as readonly [SessionId, SessionId, SessionId, SessionId]
  await review(a, 60, { due: '2026-06-05T20:59:59Z', by: proctor, told: true })
  await review(b, 60, { due: '2026-06-08T20:59:59Z', by: proctor })
  await review(c, 600, { by: proctor, done: '2026-06-03T12:00:00Z' })
  await review(d, 45, {})
}
