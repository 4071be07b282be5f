// The review of a recording: into the queue, really watched, judged, looked at again where it is grave.
import {
  myFigures,
  readBeginning,
  reviewFigures,
  setControlSetting,
  viewBeginning,
} from '@ochno/contract/controls'
import {
  askReview,
  assignReview,
  controlReview,
  dismissHint,
  finishReview,
  listReviews,
  markInReview,
  openReview,
  type ReviewDesk,
  readReview,
  reportPlayed,
  sayUnjudged,
  withdrawMark,
} from '@ochno/contract/review'
import { addOrder } from '@ochno/contract/appointments'
import { sayToExaminee, sayToProctor } from '@ochno/contract/conduct'
import { answerHint, readHints } from '@ochno/contract/hints'
import { addPart } from '@ochno/contract/institution'
import { listMyNotices } from '@ochno/contract/notices'
import { assignProctor, submitSession } from '@ochno/contract/sessions'
import { readTrust, scoreAgain, setWeights } from '@ochno/contract/trust'
import { openView, readTimeline } from '@ochno/contract/watch'
import type { ExamId, ReviewId } from '@ochno/domain/ids'
import { issueFactsOf, mayIssue } from '@ochno/domain/review/may-issue'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { deputiesHere } from '@ochno/server/features/decisions/deputies'
import { escalateOverdue } from '@ochno/server/features/review/escalate'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { showEverything } from '@ochno/testkit/door'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

// A Monday morning in Moscow: the term is the end of Tuesday.
const MONDAY = Date.parse('2026-06-08T07:00:00Z')
let nowMs = MONDAY
const clock = { ms: () => nowMs, now: () => fromMs(nowMs), mono: () => nowMs }
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock })
})
beforeEach(async () => {
  nowMs += 1_000
  // The tests move the clock on: nobody owes the password again for that.
  await server.database.owner('update sign_in set proved_at = $1, seen_at = $1', [new Date(nowMs)])
})
afterAll(() => server.stop())

const MINUTE = 60_000
type Act = '001' | '003' | '004'
type School = TestInstitution & { readonly proctor: (no: number) => Promise<TestPerson> }
const schools = new Map<Act, School>()
/** People are made once: a password takes its time. */
async function schoolUnder(act: Act): Promise<School> {
  const known = schools.get(act)
  if (known) return known
  const made = await server.otherInstitution()
  await actInForce(made.admin.client, act)
  const proctors = new Map<number, TestPerson>()
  const school: School = {
    ...made,
    proctor: async (no) => {
      const one = proctors.get(no) ?? (await made.person('proctor'))
      proctors.set(no, one)
      return one
    },
  }
  schools.set(act, school)
  return school
}
const examinees = new Map<Act, TestPerson>()

type HintAt = {
  readonly code: string
  readonly fromMs: number
  readonly toMs: number
  readonly rule?: string
}

const deferredExam = (school: School) => examUnderAct(school.admin.client, { mode: 'async_human' }, { nowMs })

/** An exam nobody watched live, over now after an hour, with what the browser noticed in it. */
async function over(
  act: Act,
  people: { proctors?: readonly TestPerson[]; exam?: ExamId } = {},
  hints: readonly HintAt[] = [],
) {
  const school = await schoolUnder(act)
  const exam = people.exam ?? (await deferredExam(school))
  const examinee = examinees.get(act) ?? (await school.person('examinee'))
  examinees.set(act, examinee)
  const session = await school.session({
    exam,
    examinee,
    proctors: people.proctors ?? [await school.proctor(1)],
  })
  const began = nowMs - 60 * MINUTE
  await server.database.owner(
    "update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1",
    [session.id, new Date(began), new Date(nowMs + MINUTE)],
  )
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, machine)
     values ($1, $2, 'page0000', $3, $4, $4, '{"camera":null,"microphone":null,"tellsMonitors":true,"detector":"1"}')`,
    [school.id, session.id, began, new Date(nowMs)],
  )
  for (const [i, { code, fromMs: from, toMs, rule = 'phone' }] of hints.entries())
    await server.database.owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, $9, $5, $6, $7, false, 1, '[]', $8)`,
      [school.id, session.id, i + 1, `hint${i}`, code, from, toMs, new Date(nowMs), rule],
    )
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  return { school, session, began }
}
type Over = Awaited<ReturnType<typeof over>>

const at = (id: string) => ({ params: { rid: id as ReviewId } })
const queueOf = async (who: TestPerson) => (await who.client.done(listReviews, {})).rows
const mine = async (who: TestPerson, { session }: Over) => {
  const found = (await queueOf(who)).find((row) => row.session === session.id && row.reviewedAt === null)
  if (!found) throw new Error('not in the queue')
  return found.id
}
const span = ({ began }: Over, from: number, to: number) => ({ fromMs: began + from, toMs: began + to })
const play = (who: TestPerson, id: string, ...spans: { fromMs: number; toMs: number }[]) =>
  who.client.call(reportPlayed, { ...at(id), body: { spans } })
const markOf = ({ began }: Over, code: string, from: number, to: number, hint: number | null = null) => ({
  code,
  from: new Date(began + from).toISOString(),
  to: new Date(began + to).toISOString(),
  note: 'Видно на записи',
  hint,
})
const finish = (who: TestPerson, id: string, status: number | null, verdicts: object[] = []) =>
  who.client.call(finishReview, { ...at(id), body: { status, comment: '', verdicts: verdicts as never } })
const store = () => postgresStore(server.database.pools.app, randomIds)
const issue = ({ school, session }: Over) =>
  store().inTenant(school.id, async (tx) =>
    mayIssue(issueFactsOf(await tx.reviews.ofSession(session.id), await tx.hints.of([session.id]))),
  )
const proctorOf = ({ session }: Over) => session.proctors[0] as TestPerson

test('R1-2.3d R4-5.2b the end of a deferred exam queues its recording by itself, with the term of 004 and for its own proctor', async () => {
  const one = await over('004')
  const [row] = (await queueOf(proctorOf(one))).filter(({ session }) => session === one.session.id)
  expect(row).toMatchObject({ state: 'assigned', recordedMinutes: 60, mine: true, kind: null })
  expect(row?.due).toBe('2026-06-09T20:59:59.999Z')
  const stranger = await one.school.proctor(2)
  expect((await queueOf(stranger)).some(({ session }) => session === one.session.id)).toBe(false)
  expect((await stranger.client.call(readReview, at(row?.id ?? ''))).code).toBe('not_found')
})

test('a recording without its own proctor goes to whoever has the fewest minutes, and by hand to a named one', async () => {
  const one = await over('001', { proctors: [] })
  const { rows, reviewers } = await one.school.admin.client.done(listReviews, {})
  const row = rows.find(({ session }) => session === one.session.id)
  // Nobody is a proctor here yet.
  expect([row?.state, reviewers]).toEqual(['queued', []])
  const [busy, free] = [await one.school.proctor(1), await one.school.proctor(2)]
  const give = (reviewer: TestPerson | null, id = row?.id ?? '') =>
    one.school.admin.client.done(assignReview, { ...at(id), body: { reviewer: reviewer?.id ?? null } })
  expect((await give(busy)).reviewer?.id).toBe(busy.id)
  const two = await over('001', { proctors: [] })
  expect((await queueOf(free)).map(({ session }) => session)).toEqual([two.session.id])
})

describe('the score puts the queue in order', () => {
  const away = { code: 'focus_switch', fromMs: 10 * MINUTE, toMs: 10 * MINUTE + 10_000, rule: 'focus_lost' }
  /** Its table was there before any session of it began. */
  async function weighedExam(school: School) {
    const exam = await deferredExam(school)
    const body = {
      byCode: { focus_switch: { once: 6_000, perSecond: 0, cap: 6_000 } },
      thresholds: { first: 50, next: 80 },
    }
    await school.admin.client.done(setWeights, { params: { eid: exam }, body })
    await server.database.owner('update exam_weights set at = $2 where exam_id = $1', [
      exam,
      new Date(nowMs - 90 * MINUTE),
    ])
    return exam
  }
  const rowsOf = async (school: School, ...of: readonly Over[]) =>
    (await queueOf(school.admin)).filter((row) => of.some(({ session }) => session.id === row.session))

  test('R0-2.5a.2 R4-3.3b the queue goes by the weights and thresholds of each exam; what a condition permits and a lost network cost nobody a place', async () => {
    const school = await schoolUnder('004')
    const helped = { code: 'outsider_in_frame', fromMs: 0, toMs: 10 * MINUTE, rule: 'second_face' }
    const lost = { code: 'video_recording_disabled', fromMs: 20 * MINUTE, toMs: 25 * MINUTE }
    const innocent = await over('004', {}, [helped, lost])
    await server.database.owner(
      `insert into hint_blind (tenant_id, session_id, run, sensor, from_ms, to_ms, why, ongoing)
       values ($1, $2, 'page0000', 'link', $3, $4, 'offline', false)`,
      [school.id, innocent.session.id, lost.fromMs, lost.toMs],
    )
    const before = await rowsOf(school, innocent)
    expect(before).toMatchObject([{ trust: 60_00, band: 'next' }])
    await server.database.owner(
      `insert into accommodation (id, tenant_id, account_id, exam_id, kind, state, content, from_day, asked_by, asked_at)
       select $4, tenant_id, examinee_id, exam_id, 'pmpk_assistant', 'active', $3, '2026-01-01', $2, now()
       from session where id = $1`,
      [
        innocent.session.id,
        school.admin.id,
        JSON.stringify({
          document: '',
          services: ['read_task'],
          helper: 'Котова Анна',
          means: [],
          extraMinutes: 0,
        }),
        randomIds.make('acm'),
      ],
    )
    const usual = await over('004', {}, [away])
    const weighed = await over('004', { exam: await weighedExam(school) }, [away])
    const rows = await rowsOf(school, innocent, usual, weighed)
    expect(rows.map(({ session, trust, band }) => [session, trust, band])).toEqual([
      [weighed.session.id, 40_00, 'first'],
      [usual.session.id, 98_00, 'last'],
      [innocent.session.id, 100_00, 'last'],
    ])
    const who = proctorOf(innocent)
    const id = await mine(who, innocent)
    const desk = await who.client.done(openReview, at(id))
    expect(
      desk.hints.map(({ verdict, permittedBy, technical }) => [verdict, permittedBy, technical]),
    ).toEqual([
      ['permitted', ['conditions'], false],
      ['counts', [], true],
    ])
    expect(JSON.stringify(desk)).not.toContain('pmpk')
    expect((await finish(who, id, 1)).code, 'a person says the last word of each').toBe('hints_unresolved')
    // What costs nothing is still there to be looked at.
    expect(rows.map(({ hints }) => hints)).toEqual([
      { all: 1, open: 1 },
      { all: 1, open: 1 },
      { all: 2, open: 2 },
    ])
  })

  test('a blind look learns by its score neither what the first said of a hint nor by what it was counted again', async () => {
    const school = await schoolUnder('004')
    const one = await over('004', { exam: await weighedExam(school) }, [
      { ...away, fromMs: MINUTE, toMs: MINUTE + 5_000 },
    ])
    const first = proctorOf(one)
    const id = await mine(first, one)
    await first.client.done(openReview, at(id))
    await play(first, id, span(one, MINUTE - 3_000, MINUTE + 6_000))
    const dismissal = { ...at(id), body: { hint: 1, reason: 'Окно обновления' } }
    expect((await first.client.done(dismissHint, dismissal)).review).toMatchObject({
      trust: 100_00,
      band: 'last',
    })
    const grave = markOf(one, 'camera_deliberately_covered', 0, 4_000)
    await first.client.done(markInReview, { ...at(id), body: grave })
    await finish(first, id, 2)
    const commission = await school.person('commission')
    await commission.client.done(scoreAgain, { params: { sid: one.session.id }, body: { version: 'v2' } })
    const second = (await rowsOf(school, one)).find(({ kind }) => kind === 'second')
    expect(second).toMatchObject({ trust: 40_00, band: 'first' })
    const other = await school.proctor(2)
    await school.admin.client.done(assignReview, { ...at(second?.id ?? ''), body: { reviewer: other.id } })
    const trustTo = async (who: TestPerson) =>
      (await who.client.done(readTrust, { params: { sid: one.session.id } })).trust
    expect(await trustTo(other)).toMatchObject({
      points: 40,
      earlier: [],
      reasons: [{ hint: 1, standing: 'hint', points: 60 }],
    })
    expect(await trustTo(first)).toMatchObject({
      version: 'v2',
      earlier: [{ version: 'v2' }],
      reasons: [{ hint: 1, standing: 'dismissed', points: 0 }],
    })
    expect((await other.client.done(openReview, at(second?.id ?? ''))).review).toMatchObject({
      trust: 40_00,
      band: 'first',
    })
  })
})

test('R0-2.5a.2 T-10 the score with its reasons is shown to whom the recording was given, and to no other proctor', async () => {
  const away = { code: 'focus_switch', fromMs: MINUTE, toMs: MINUTE + 10_000, rule: 'focus_lost' }
  const one = await over('004', { proctors: [] }, [away])
  const reviewer = await one.school.proctor(2)
  const asked = { params: { sid: one.session.id } }
  const [row] = (await queueOf(one.school.admin)).filter(({ session }) => session === one.session.id)
  await one.school.admin.client.done(assignReview, { ...at(row?.id ?? ''), body: { reviewer: reviewer.id } })
  expect((await reviewer.client.done(readTrust, asked)).trust).toMatchObject({
    points: 98,
    reasons: [{ hint: 1, standing: 'hint', points: 2 }],
  })
  const stranger = await one.school.proctor(3)
  expect((await stranger.client.call(readTrust, asked)).code).toBe('not_found')
})

test('SM-4 T-10 who looks at a control gets the reasons of its piece, and nothing once it is finished', async () => {
  const away = (at: number) => ({ code: 'focus_switch', fromMs: at, toMs: at + 10_000, rule: 'focus_lost' })
  const one = await over('004', { proctors: [] }, [away(MINUTE), away(10 * MINUTE)])
  const reviewer = await one.school.proctor(2)
  const asked = { params: { sid: one.session.id } }
  await server.database.owner(
    `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes, reviewer_id, piece_from, piece_to)
     values ('rvw_piece', $1, $2, 'control', 'in_review', $6, 1, $3, $4, $5)`,
    [
      one.school.id,
      one.session.id,
      reviewer.id,
      new Date(one.began + 30_000),
      new Date(one.began + 3 * MINUTE),
      new Date(nowMs),
    ],
  )
  const { trust } = await reviewer.client.done(readTrust, asked)
  expect(trust?.reasons).toMatchObject([{ hint: 1, fromMs: one.began + MINUTE }])
  // In the queue it looks like a second look: no kind, no name, and the figures are of the piece.
  const row = (await queueOf(reviewer)).find(({ id }) => id === 'rvw_piece')
  expect(row).toMatchObject({
    kind: null,
    examinee: { name: '' },
    hints: { all: 1, open: 1 },
    recordedMinutes: 1,
  })
  expect(row?.trust).toBe((trust?.points ?? 0) * 100)
  await server.database.owner("update review set piece_from = null, piece_to = null where id = 'rvw_piece'")
  const whole = (await queueOf(reviewer)).find(({ id }) => id === 'rvw_piece')
  expect(whole?.trust, 'two hints weigh more than one').toBeLessThan(row?.trust ?? 0)
  await server.database.owner("update review set piece_from = $1, piece_to = $2 where id = 'rvw_piece'", [
    new Date(one.began + 30_000),
    new Date(one.began + 3 * MINUTE),
  ])
  await server.database.owner("update review set reviewed_at = $1 where id = 'rvw_piece'", [new Date(nowMs)])
  expect((await reviewer.client.call(readTrust, asked)).code).toBe('not_found')
})

describe('at the desk', () => {
  test('R3-6.7.5 T-10 a recording that is played back says so at the desk, and which other recording it is stays unsaid', async () => {
    const code = 'video_recording_disabled'
    const replay = (fromMs: number) => ({ code, fromMs, toMs: fromMs + 20_000, rule: 'replayed_recording' })
    const phone = { code: 'gadgets', fromMs: 30 * MINUTE, toMs: 31 * MINUTE }
    const other = await over('004')
    const one = await over('004', {}, [replay(10 * MINUTE), replay(20 * MINUTE), phone])
    await store().inTenant(one.school.id, async (tx) => {
      for (const [no, of] of [
        [1, one],
        [2, other],
      ] as const)
        await tx.hints.putCopy(one.session.id, no, { session: of.session.id, from: 0, to: 20_000 })
    })
    const who = proctorOf(one)
    const desk = await who.client.done(openReview, at(await mine(who, one)))
    expect(desk.hints.map(({ no, copied }) => [no, copied])).toEqual([
      [1, 'here'],
      [2, 'other'],
      [3, null],
    ])
    expect(JSON.stringify(desk)).not.toContain(other.session.id)
  })

  test('R1-5.2c R3-5.2.3 R4-7.3.3 what was watched is measured, only grows, counts once and is not believed beyond the clock; no protocol while a hint is open', async () => {
    const one = await over('004', {}, [{ code: 'gadgets', fromMs: 10 * MINUTE, toMs: 10 * MINUTE + 8_000 }])
    const who = proctorOf(one)
    const id = await mine(who, one)
    expect((await play(who, id, span(one, 0, 1_000))).code).toBe('not_now')
    const desk = await who.client.done(openReview, at(id))
    expect(desk.progress).toMatchObject({ watchedPercent: 0, hintsResolvedPercent: 0, unresolved: [1] })
    expect((await play(who, id, span(one, 0, 30 * MINUTE))).code).toBe('too_much_played')
    nowMs += 3.25 * MINUTE
    const dismissal = { ...at(id), body: { hint: 1, reason: 'Это калькулятор' } }
    expect((await who.client.call(dismissHint, dismissal)).code).toBe('not_looked_at')
    for (const half of [0, 1, 0]) await play(who, id, span(one, half * 15 * MINUTE, (half + 1) * 15 * MINUTE))
    expect((await who.client.done(readReview, at(id))).progress.watchedPercent).toBe(50)
    expect((await finish(who, id, 1)).code).toBe('hints_unresolved')
    expect(await issue(one)).toBe('hints_unresolved')
    expect((await who.client.call(dismissHint, { ...at(id), body: { hint: 1, reason: '' } })).status).toBe(
      400,
    )
    const after = await who.client.done(dismissHint, dismissal)
    expect(after.progress).toMatchObject({ hintsResolvedPercent: 100, unresolved: [], judgedUnseen: [] })
    expect(await issue(one)).toBe('review_unfinished')
    expect((await finish(who, id, null)).code).toBe('no_status')
    expect((await finish(who, id, 2)).code).toBe('status_does_not_fit')
    expect((await finish(who, id, 1)).body).toMatchObject({ state: 'reviewed', status: 1 })
    expect(await issue(one)).toBeNull()
    expect((await play(who, id, span(one, 0, 1_000))).code).toBe('not_now')
    const { rows } = await server.database.owner(
      "select action from audit_entry where object = $1 and action like 'review.%' order by action",
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'review.dismissed',
      'review.finished',
      'review.opened',
      'review.queued',
    ])
  })

  test('R1-3.4 R3-3.4 R4-5.9 the desk offers the words of the act and its clause, and no other code is taken', async () => {
    for (const [act, section] of [
      ['001', '6.'],
      ['003', '6.'],
      ['004', '8.'],
    ] as const) {
      const one = await over(act)
      const who = proctorOf(one)
      const id = await mine(who, one)
      const { codes } = await who.client.done(openReview, at(id))
      const phone = codes.find(({ code }) => code === 'gadgets')
      expect([act, phone?.clause?.startsWith(section), (phone?.wording.length ?? 0) > 10]).toEqual([
        act,
        true,
        true,
      ])
      const marked = (code: string) =>
        who.client.call(markInReview, { ...at(id), body: markOf(one, code, 1_000, 2_000) })
      expect((await marked('bad_mood')).code).toBe('not_on_the_list')
      expect((await marked('gadgets')).status).toBe(200)
    }
  })

  test('T-13 R1-3.3a TR-47 a mark is the session’s own, with where it was made; taken back by an entry of its own with its author it stays beside its reason and the hint is open again', async () => {
    const one = await over('004', {}, [{ code: 'gadgets', fromMs: MINUTE, toMs: MINUTE + 5_000 }])
    const who = proctorOf(one)
    const id = await mine(who, one)
    await who.client.done(openReview, at(id))
    await play(who, id, span(one, MINUTE - 3_000, MINUTE + 6_000))
    const late = markOf(one, 'gadgets', MINUTE, 61 * MINUTE)
    expect((await who.client.call(markInReview, { ...at(id), body: late })).code).toBe('wrong_range')
    const marked = await who.client.done(markInReview, {
      ...at(id),
      body: markOf(one, 'gadgets', MINUTE, MINUTE + 5_000, 1),
    })
    expect(marked.hints[0]).toMatchObject({ state: 'marked', seen: true })
    // The answer was lost on its way, and the page asks again.
    const again = { ...at(id), body: markOf(one, 'gadgets', MINUTE, MINUTE + 5_000, 1) }
    expect((await who.client.call(markInReview, again)).code).toBe('already_answered')
    const [mark] = marked.marks
    expect(mark).toMatchObject({ code: 'gadgets', made: 'review', hint: 1, own: true, withdrawn: null })
    const inLog = async () =>
      store().inTenant(one.school.id, async (tx) =>
        (await tx.conduct.read(one.session.id, 0)).filter(({ entry }) => entry.kind === 'mark'),
      )
    expect((await inLog()).map(({ seq }) => seq)).toEqual([mark?.seq])
    const after = await who.client.done(withdrawMark, {
      params: { rid: id as ReviewId, seq: mark?.seq ?? 0 },
      body: { reason: 'Это калькулятор' },
    })
    expect(after.marks[0]?.withdrawn?.reason).toBe('Это калькулятор')
    const { rows: both } = await server.database.owner(
      "select action, actor from audit_entry where object = $1 and action in ('review.mark', 'review.withdrawn') order by action",
      [id],
    )
    expect(both).toEqual([
      { action: 'review.mark', actor: who.id },
      { action: 'review.withdrawn', actor: who.id },
    ])
    expect([after.hints[0]?.state, (await inLog()).length]).toEqual(['open', 1])
  })
})

describe('another pair of eyes', () => {
  const grave = 'camera_deliberately_covered'
  const begin = async (who: TestPerson, one: Over) => {
    const id = await mine(who, one)
    return [id, await who.client.done(openReview, at(id))] as const
  }
  const all = ({ session }: Over, rows: Awaited<ReturnType<typeof queueOf>>) =>
    rows.filter((row) => row.session === session.id)

  test('A gross finding gets a blind second look: nothing of the first is seen before one’s own is done; agreement opens the protocol', async () => {
    const one = await over('004')
    const first = proctorOf(one)
    const [id] = await begin(first, one)
    await first.client.done(markInReview, { ...at(id), body: markOf(one, grave, 0, 4_000) })
    await finish(first, id, 2)
    expect(await issue(one)).toBe('second_look_unfinished')
    const second = all(one, await queueOf(one.school.admin)).find(({ kind }) => kind === 'second')
    expect(second?.reviewer?.id).not.toBe(first.id)
    const give = (who: TestPerson) =>
      one.school.admin.client.call(assignReview, { ...at(second?.id ?? ''), body: { reviewer: who.id } })
    expect((await give(first)).code).toBe('reviewer_barred')
    const other = await one.school.proctor(2)
    await give(other)
    const [theirs, desk] = await begin(other, one)
    expect([desk.marks, desk.review.kind, JSON.stringify(desk).includes('Видно на записи')]).toEqual([
      [],
      null,
      false,
    ])
    // The same button for everybody, so that nobody learns by it what kind of look it is.
    const { from, to } = markOf(one, grave, 0, 4_000)
    const blurred = await other.client.call(sayUnjudged, {
      ...at(theirs),
      body: { reason: 'Лицо размыто', spans: [{ from, to }] },
    })
    expect(blurred.code, 'is told where to say it').toBe('say_in_comment')
    await other.client.done(markInReview, { ...at(theirs), body: markOf(one, grave, 1_000, 3_000) })
    await finish(other, theirs, 2)
    expect(await issue(one)).toBeNull()
    // What a blind look wrote down is not counted twice.
    const marks = (await first.client.done(readReview, at(id))).marks
    expect(marks.length).toBe(1)
    const figures = await one.school.admin.client.done(reviewFigures, {})
    expect(figures.secondLooks).toMatchObject({
      recordings: 1,
      hits: 1,
      misses: 0,
      extra: 0,
      samePercent: 100,
    })
  })

  test('one hint is marked once in a blind look too, and a mark that was taken back leaves it open', async () => {
    const one = await over('004', {}, [{ code: 'gadgets', fromMs: MINUTE, toMs: MINUTE + 5_000 }])
    const first = proctorOf(one)
    const [id] = await begin(first, one)
    await play(first, id, span(one, MINUTE - 3_000, MINUTE + 6_000))
    await first.client.done(dismissHint, { ...at(id), body: { hint: 1, reason: 'Это калькулятор' } })
    await first.client.done(markInReview, { ...at(id), body: markOf(one, grave, 0, 4_000) })
    await finish(first, id, 2)
    const row = all(one, await queueOf(one.school.admin)).find(({ kind }) => kind === 'second')
    const other = await one.school.proctor(2)
    await one.school.admin.client.done(assignReview, { ...at(row?.id ?? ''), body: { reviewer: other.id } })
    const [theirs] = await begin(other, one)
    await play(other, theirs, span(one, MINUTE - 3_000, MINUTE + 6_000))
    const mark = { ...at(theirs), body: markOf(one, 'gadgets', MINUTE, MINUTE + 5_000, 1) }
    const marked = await other.client.done(markInReview, mark)
    expect((await other.client.call(markInReview, mark)).code).toBe('already_answered')
    const { marks, hints, progress, review } = await other.client.done(withdrawMark, {
      params: { rid: theirs as ReviewId, seq: marked.marks[0]?.seq ?? 0 },
      body: { reason: 'Это калькулятор' },
    })
    expect([marks.length, hints[0]?.state, progress.unresolved, review.hints.open]).toEqual([
      1,
      'open',
      [1],
      1,
    ])
    expect((await finish(other, theirs, 1)).code).toBe('hints_unresolved')
    expect((await other.client.call(markInReview, mark)).status).toBe(200)
  })

  test('who takes a late look over begins it anew: nothing is watched, and what was found before is not his', async () => {
    const one = await over('004', {}, [{ code: 'gadgets', fromMs: MINUTE, toMs: MINUTE + 5_000 }])
    const first = proctorOf(one)
    const [id] = await begin(first, one)
    await play(first, id, span(one, MINUTE - 3_000, MINUTE + 6_000))
    await first.client.done(dismissHint, { ...at(id), body: { hint: 1, reason: 'Это калькулятор' } })
    await first.client.done(markInReview, { ...at(id), body: markOf(one, grave, 0, 4_000) })
    await finish(first, id, 2)
    const give = async (who: TestPerson) => {
      const row = all(one, await queueOf(one.school.admin)).find(({ kind }) => kind === 'second')
      return one.school.admin.client.done(assignReview, {
        ...at(row?.id ?? ''),
        body: { reviewer: who.id },
      })
    }
    const [slow, next] = [await one.school.proctor(2), await one.school.proctor(3)]
    await give(slow)
    const [theirs] = await begin(slow, one)
    await play(slow, theirs, span(one, MINUTE - 3_000, MINUTE + 6_000))
    await slow.client.done(markInReview, {
      ...at(theirs),
      body: markOf(one, 'gadgets', MINUTE, MINUTE + 5_000, 1),
    })
    const late = fromMs(Date.parse('2026-06-12T21:00:00Z'))
    await escalateOverdue({ store: store(), ids: randomIds, deputies: deputiesHere }, one.school.id, late)
    expect(await give(next)).toMatchObject({ state: 'assigned', watchedPercent: 0, hints: { open: 1 } })
    const [, desk] = await begin(next, one)
    expect([desk.marks, desk.played, desk.hints[0]?.state]).toEqual([[], [], 'open'])
    const dismissal = { ...at(theirs), body: { hint: 1, reason: 'Это калькулятор' } }
    expect((await next.client.call(dismissHint, dismissal)).code).toBe('not_looked_at')
    expect((await slow.client.call(dismissHint, dismissal)).code).toBe('not_found')
  })

  test('a second look is never by who watched the exam live', async () => {
    const live = (await schoolUnder('004')).proctor
    const one = await over('004', { proctors: [await live(1), await live(2)] })
    const mineIs = async (who: TestPerson) =>
      (await queueOf(who)).some((row) => row.session === one.session.id && row.reviewedAt === null)
    const [first, other] = (await mineIs(await live(1)))
      ? [await live(1), await live(2)]
      : [await live(2), await live(1)]
    await live(3)
    const [id] = await begin(first, one)
    await first.client.done(markInReview, { ...at(id), body: markOf(one, grave, 0, 4_000) })
    await finish(first, id, 2)
    const second = all(one, await queueOf(one.school.admin)).find(({ kind }) => kind === 'second')
    expect([first.id, other.id]).not.toContain(second?.reviewer?.id)
    const give = { ...at(second?.id ?? ''), body: { reviewer: other.id } }
    expect((await one.school.admin.client.call(assignReview, give)).code).toBe('reviewer_barred')
  })

  test('two who disagree are heard by a third: each disputed code with a reason, and what falls no longer stands', async () => {
    const one = await over('004')
    const first = proctorOf(one)
    const [id] = await begin(first, one)
    await first.client.done(markInReview, { ...at(id), body: markOf(one, grave, 0, 4_000) })
    await finish(first, id, 2)
    const give = async (kind: string, who: TestPerson) => {
      const row = all(one, await queueOf(one.school.admin)).find((review) => review.kind === kind)
      await one.school.admin.client.done(assignReview, { ...at(row?.id ?? ''), body: { reviewer: who.id } })
    }
    const [other, head] = [await one.school.proctor(2), await one.school.proctor(3)]
    await give('second', other)
    const [theirs] = await begin(other, one)
    await finish(other, theirs, 1)
    expect(await issue(one)).toBe('dispute_open')
    await give('third', head)
    const [last, desk] = await begin(head, one)
    expect((desk as ReviewDesk).dispute?.codes).toMatchObject([{ code: grave, by: 'first' }])
    expect((await finish(head, last, null)).code).toBe('verdict_missing')
    const verdict = { code: grave, stands: false, reason: 'Камера упала' }
    expect((await finish(head, last, null, [verdict])).status).toBe(200)
    expect(await issue(one)).toBeNull()
    const [mark] = (await first.client.done(readReview, at(id))).marks
    expect(mark?.withdrawn?.reason).toBe('Камера упала')
  })

  describe('SM-4 a control is a piece of an earlier recording with a known answer', () => {
    /** Reviewed, watched around its one mark, closed; nobody else's second look. */
    const settled = async (school: Act = '001') => {
      const one = await over(school)
      const first = proctorOf(one)
      const [id] = await begin(first, one)
      nowMs += 20_000
      await play(first, id, span(one, 0, 3 * MINUTE))
      if (school === '001')
        await first.client.done(markInReview, {
          ...at(id),
          body: markOf(one, 'gadgets', MINUTE, MINUTE + 4_000),
        })
      await finish(first, id, null)
      return { one, first, id }
    }
    const close = ({ school, session }: Over) =>
      server.database.owner(
        `insert into manifest (session_id, tenant_id, body, sig, key_id, closed_at) values ($2, $1, '\\x00', '\\x00', 'k', $3)`,
        [school.id, session.id, new Date(nowMs)],
      )

    test('it is refused where the recording may not be used for it', async () => {
      const { one, id } = await settled()
      const tested = await one.school.proctor(3)
      const give = async () =>
        (await one.school.admin.client.call(controlReview, { ...at(id), body: { reviewer: tested.id } })).code
      expect(await give()).toBe('control_not_kept')
      await close(one)
      const hold = (released: Date | null) =>
        server.database.owner(
          released
            ? 'update retention_hold set released_at = $2, released_by = placed_by where session_id = $1'
            : `insert into retention_hold (id, tenant_id, session_id, reason, review_on, blocks, placed_by, placed_at)
               values ('hld_' || $1, '${one.school.id}', $1, 'Спор', '2026-08-01', false, '${one.school.admin.id}', $2)`,
          [one.session.id, released ?? new Date(nowMs)],
        )
      await hold(null)
      expect(await give()).toBe('control_not_permitted')
      await hold(new Date(nowMs))
      expect(
        (await proctorOf(one).client.call(controlReview, { ...at(id), body: { reviewer: tested.id } }))
          .status,
      ).toBe(403)
      expect(await give()).toBe('')
    })

    test('blind until it is finished: no name, no kind, only the piece; then its reviewer is told, and the protocol has nothing of it', async () => {
      const { one, first, id } = await settled()
      await close(one)
      const tested = await one.school.proctor(4)
      await one.school.admin.client.done(controlReview, { ...at(id), body: { reviewer: tested.id } })
      const [theirs, desk] = await begin(tested, one)
      const extra = desk.codes.find(({ code, signs }) => code !== 'gadgets' && signs.length === 0)?.code ?? ''
      expect([desk.review.kind, desk.marks, desk.control, desk.review.examinee.name]).toEqual([
        null,
        [],
        null,
        '',
      ])
      expect(desk.window).toEqual(span(one, 0, 2 * MINUTE + 4_000))
      expect((await tested.client.done(myFigures, {})).controls.recordings).toBe(0)
      const beyond = await tested.client.call(markInReview, {
        ...at(theirs),
        body: markOf(one, 'gadgets', 10 * MINUTE, 11 * MINUTE),
      })
      expect(beyond.code).toBe('wrong_range')
      nowMs += 20_000
      await play(tested, theirs, span(one, 0, 2 * MINUTE))
      await tested.client.done(markInReview, {
        ...at(theirs),
        body: markOf(one, 'gadgets', MINUTE, MINUTE + 2_000),
      })
      await tested.client.done(markInReview, {
        ...at(theirs),
        body: markOf(one, extra, MINUTE, MINUTE + 2_000),
      })
      await finish(tested, theirs, null)
      const after = await tested.client.done(readReview, at(theirs))
      expect(after.review.kind).toBe('control')
      expect(after.control?.codes.find(({ code }) => code === 'gadgets')).toMatchObject({
        known: true,
        found: true,
      })
      expect(after.control?.codes.find(({ code }) => code === extra)).toMatchObject({
        known: false,
        found: true,
      })
      const own = (await tested.client.done(myFigures, {})).controls
      expect(own).toMatchObject({ recordings: 1, hits: 1, extra: 1, counts: { both: 1, neither: 0 } })
      const alike = new Map(own.codes.map(({ code, samePercent }) => [code, samePercent]))
      expect([alike.get('gadgets'), alike.get(extra)]).toEqual([100, 0])
      const { controls } = await one.school.admin.client.done(reviewFigures, {})
      expect(controls.find(({ reviewer }) => reviewer.id === tested.id)).toMatchObject({ hits: 1, extra: 1 })
      expect((await first.client.done(readReview, at(id))).marks.map(({ code }) => code)).toEqual(['gadgets'])
      expect(await issue(one)).toBeNull()
    })

    test('T-10 one whose recording is closed afterwards ends without a figure: no longer in the queue, late with nobody, and finished by nobody', async () => {
      const { one, id } = await settled()
      await close(one)
      const tested = await one.school.proctor(6)
      await one.school.admin.client.done(controlReview, { ...at(id), body: { reviewer: tested.id } })
      const [theirs] = await begin(tested, one)
      await server.database.owner('update review set due_at = $2 where id = $1', [
        theirs,
        new Date(nowMs + 1),
      ])
      await server.database.owner(
        `insert into retention_hold (id, tenant_id, session_id, reason, review_on, blocks, placed_by, placed_at)
         values ('hld_' || $2, $1, $2, 'Спор', '2026-08-01', true, $3, $4)`,
        [one.school.id, one.session.id, one.school.admin.id, new Date(nowMs)],
      )
      nowMs += MINUTE
      expect(
        await escalateOverdue(
          { store: store(), ids: randomIds, deputies: deputiesHere },
          one.school.id,
          fromMs(nowMs),
        ),
      ).toBe(0)
      const own = async (who: TestPerson | School['admin']) =>
        (await who.client.done(listReviews, {})).rows.some((row) => row.id === theirs)
      expect([await own(tested), await own(one.school.admin)]).toEqual([false, false])
      expect((await finish(tested, theirs, null)).code).toBe('not_found')
      expect((await tested.client.done(myFigures, {})).controls.recordings).toBe(0)
      const { controls } = await one.school.admin.client.done(reviewFigures, {})
      expect(controls.some(({ reviewer }) => reviewer.id === tested.id)).toBe(false)
      const { rows } = await server.database.owner(
        "select actor from audit_entry where object = $1 and action = 'review.control_lost'",
        [theirs],
      )
      expect(rows.length).toBe(1)
    })

    test('the institution’s share puts one by itself after so many reviews, and never a recording the reviewer knows', async () => {
      const { one } = await settled('003')
      await close(one)
      const { admin, proctor } = one.school
      const tested = await proctor(5)
      expect((await tested.client.call(setControlSetting, { body: { percent: 50 } })).status).toBe(403)
      await admin.client.done(setControlSetting, { body: { percent: 50 } })
      const open = async () => (await queueOf(tested)).filter(({ reviewedAt }) => reviewedAt === null)
      for (let done = 1; done <= 2; done++) {
        const next = await over('003', { proctors: [tested] })
        const [id] = await begin(tested, next)
        await finish(tested, id, null)
        expect((await open()).length, `after ${done} reviews`).toBe(done === 2 ? 1 : 0)
      }
      expect((await open())[0]).toMatchObject({ session: one.session.id, kind: null })
      await admin.client.done(setControlSetting, { body: { percent: 0 } })
    })
  })
})

test('what a browser tells after the review is over is answered by who finished it, and blocks the protocol no longer', async () => {
  const one = await over('001', { proctors: [] })
  const who = await one.school.proctor(2)
  const row = (await queueOf(one.school.admin)).find(({ session }) => session === one.session.id)
  const id = row?.id ?? ''
  await one.school.admin.client.done(assignReview, { ...at(id), body: { reviewer: who.id } })
  await who.client.done(openReview, at(id))
  const tell = (no: number) =>
    server.database.owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, 'phone', 'gadgets', $5, $5, false, 1, '[]', $6)`,
      [one.school.id, one.session.id, no, `late${no}`, MINUTE, new Date(nowMs)],
    )
  const answer = (no: number, by = who) =>
    by.client.call(answerHint, {
      params: { sid: one.session.id, no },
      body: { state: 'dismissed', note: 'Это калькулятор' },
    })
  await tell(1)
  // While the review is open, its own desk asks for looking first.
  expect((await answer(1)).code).toBe('not_found')
  await play(who, id, span(one, MINUTE - 3_000, MINUTE + 6_000))
  await who.client.done(dismissHint, { ...at(id), body: { hint: 1, reason: 'Это калькулятор' } })
  await finish(who, id, null)
  expect(await issue(one)).toBeNull()
  await tell(2)
  expect(await issue(one)).toBe('hints_unresolved')
  const asked = { params: { sid: one.session.id } }
  expect((await who.client.done(readHints, asked)).hints.length).toBe(2)
  const stranger = await one.school.proctor(3)
  expect([(await answer(2, stranger)).code, (await stranger.client.call(readHints, asked)).code]).toEqual([
    'not_found',
    'not_found',
  ])
  expect((await answer(2)).status).toBe(200)
  expect(await issue(one)).toBeNull()
})

test('T-10 T-31 a reviewer opens the recording while it is his to review, over the weekend too, and no longer', async () => {
  const one = await over('001', { proctors: [] })
  const who = await one.school.proctor(2)
  const row = (await queueOf(one.school.admin)).find(({ session }) => session === one.session.id)
  const assign = { ...at(row?.id ?? ''), body: { reviewer: who.id } }
  const view = () =>
    who.client.call(openView, { params: { sid: one.session.id }, body: { purpose: 'dishonesty_check' } })
  expect((await view()).code).toBe('not_found')
  await one.school.admin.client.done(assignReview, assign)
  const opened = await view()
  expect(opened.status).toBe(200)
  const look = () =>
    who.client.call(readTimeline, { params: { sid: one.session.id }, query: { view: opened.body.view } })
  expect((await look()).status).toBe(200)
  await who.client.done(openReview, at(row?.id ?? ''))
  await finish(who, row?.id ?? '', null)
  expect([(await view()).code, (await look()).code]).toEqual(['not_found', 'not_found'])
})

test('SM-4 R4-5.2b nobody looked by the end of the next working day: overdue, the methodist is told once, the deputy director as such, and it may still be done', async () => {
  const one = await over('004')
  const who = proctorOf(one)
  const id = await mine(who, one)
  const methodist = await one.school.person('methodist')
  const deputy = await one.school.person('methodist')
  await server.database.owner('insert into account_lead (account_id, tenant_id, since) values ($1, $2, $3)', [
    deputy.id,
    one.school.id,
    new Date(nowMs),
  ])
  // The order names a teacher, who is not let into the reviews: it goes on to whoever is.
  const named = await one.school.person('teacher')
  const part = await one.school.admin.client.done(addPart, {
    body: { name: 'Видеосвязь', facts: { kind: 'technology', post: 'other', topics: [] } },
  })
  const row = { duty: 'technology' as const, part: part.id, phone: '', email: '', hours: '' }
  await one.school.admin.client.done(addOrder, {
    body: {
      number: '7',
      signedOn: '2026-01-10',
      term: { from: '2026-01-10', to: '2030-01-01' },
      rows: [{ ...row, person: named.id, post: 'Заместитель директора' }],
    },
  })
  // Told of this exam long ago, and of two hundred others since.
  await server.database.owner(
    `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
     select 'ntc_before' || n, $1, $2, 'message', case n when 0 then $3 else 'exm_other' || n end, 1,
       '{"title":"","text":"Раньше"}', case n when 0 then timestamptz '2026-01-01' else '2026-06-01' end
     from generate_series(0, 210) n`,
    [one.school.id, methodist.id, one.session.exam],
  )
  const sweep = (iso: string) =>
    escalateOverdue(
      { store: store(), ids: randomIds, deputies: deputiesHere },
      one.school.id,
      fromMs(Date.parse(iso)),
    )
  expect(await sweep('2026-06-09T20:59:00Z')).toBe(0)
  // Newer ones without a term, however many, hide none that is late.
  await server.database.owner(
    `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes)
     select 'rev_many_' || n, $1, $2, 'control', 'queued', '2026-07-01T00:00:00Z', 1 from generate_series(1, 1000) n`,
    [one.school.id, one.session.id],
  )
  expect(await sweep('2026-06-09T21:00:00Z')).toBeGreaterThan(0)
  expect(await sweep('2026-06-09T21:15:00Z')).toBe(0)
  await server.database.owner("delete from review where id like 'rev_many_%'")
  const told = async (person: TestPerson) => {
    const { rows } = await server.database.owner(
      "select facts->>'text' as text from notice where to_account = $1 and kind = 'message' and about = $2",
      [person.id, one.session.exam],
    )
    return rows.map(({ text }) => text as string)
  }
  expect((await told(methodist)).filter((text) => text.includes('не проверена в срок')).length).toBe(1)
  const above = await told(deputy)
  expect([above.length, above[0]?.includes('как заместителю директора')]).toEqual([1, true])
  expect(await told(named)).toEqual([])
  const { rows: journal } = await server.database.owner(
    "select d.details from audit_entry e join audit_details d on d.entry_id = e.id where e.object = $1 and e.action = 'review.overdue'",
    [id],
  )
  expect(journal.map(({ details }) => details.escalated)).toEqual([[deputy.id]])
  expect((await queueOf(who)).find((row) => row.id === id)?.state).toBe('overdue')
  await who.client.done(openReview, at(id))
  expect((await finish(who, id, 1)).status).toBe(200)
})

test('an exam watched live is reviewed when who runs the exams asks for it, once, and not before its end', async () => {
  const session = await server.running()
  const ask = () => server.admin.client.call(askReview, { body: { session: session.id } })
  expect((await ask()).code).toBe('not_over')
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  expect((await ask()).status).toBe(200)
  expect((await ask()).code).toBe('reviewed_already')
  const proctor = session.proctors[0] as TestPerson
  expect((await proctor.client.call(askReview, { body: { session: session.id } })).status).toBe(403)
})

test('R1-5.2a the desk shows the proctor’s calls: when one rang, whether it was answered, until when and why', async () => {
  const session = await server.running()
  const proctor = session.proctors[0] as TestPerson
  const params = { sid: session.id }
  const tick = () => {
    nowMs += 10_000
  }
  const ring = async (reason: string) => {
    tick()
    const { seq } = await proctor.client.done(sayToExaminee, { params, body: { kind: 'call', reason } })
    tick()
    return seq
  }
  const talked = await ring('Проверить звук')
  await session.examinee.client.done(sayToProctor, { params, body: { kind: 'call_answered', of: talked } })
  tick()
  await session.examinee.client.done(sayToProctor, {
    params,
    body: { kind: 'call_end', of: talked, is: 'hung_up' },
  })
  const declined = await ring('Уточнить')
  await session.examinee.client.done(sayToProctor, {
    params,
    body: { kind: 'call_end', of: declined, is: 'declined' },
  })
  tick()
  await session.examinee.client.done(submitSession, { params })
  const { id } = await server.admin.client.done(askReview, { body: { session: session.id } })
  await server.admin.client.done(assignReview, { ...at(id), body: { reviewer: proctor.id } })
  const { calls } = await proctor.client.done(readReview, at(id))
  expect(calls).toMatchObject([
    { reason: 'Проверить звук', end: 'hung_up' },
    { reason: 'Уточнить', end: 'declined', answeredAt: null },
  ])
  const [first] = calls
  const passed = (from: string | null | undefined, to: string | null | undefined) =>
    Date.parse(to ?? '') - Date.parse(from ?? '')
  expect(passed(first?.askedAt, first?.answeredAt)).toBe(10_000)
  expect(passed(first?.answeredAt, first?.endedAt)).toBe(10_000)
})

test('the desk shows a hint beside the person’s own beginning, and that only takes away from it', async () => {
  const one = await over('001', {}, [
    { code: 'insufficient_lighting', fromMs: MINUTE, toMs: MINUTE + 5_000 },
    { code: 'gadgets', fromMs: 2 * MINUTE, toMs: 2 * MINUTE + 5_000 },
  ])
  const desk = async () => {
    const who = proctorOf(one)
    return who.client.done(readReview, at(await mine(who, one)))
  }
  expect((await desk()).baseline).toBeNull()
  const light = { mean: 30, middle: 30, edges: 30, left: 30, right: 30 }
  const facts = {
    cameras: [{ width: 1280, height: 720, fps: 29.7, light, virtual: false }],
    microphone: { speech: 0.5, silence: 0.02, autoGain: null },
  }
  const checked = (id: string, when: number) =>
    server.database.owner(
      `insert into equipment_check (id, tenant_id, account_id, session_id, place, at, facts, rows, outcome)
       values ($1, $2, $3, $4, 'examinee', $5, $6, '[]', 'fit')`,
      [id, one.school.id, one.session.examinee.id, one.session.id, new Date(when), JSON.stringify(facts)],
    )
  await checked(`chk_${'b'.repeat(26)}`, one.began - 10 * MINUTE)
  const { baseline, hints } = await desk()
  expect(baseline).toMatchObject({
    light: 30,
    lightFault: 'dark',
    speech: 50,
    silence: 2,
    camera: { width: 1280, height: 720, fps: 30 },
  })
  expect(hints.map(({ code, lowered, state }) => [code, lowered, state])).toEqual([
    ['insufficient_lighting', [{ why: 'light_from_start', fault: 'dark', mean: 30 }], 'open'],
    ['gadgets', [], 'open'],
  ])
  // One made in the middle of the exam or after its end is no beginning: that before the door stays it.
  await checked(`chk_${'c'.repeat(26)}`, one.began + MINUTE)
  await checked(`chk_${'d'.repeat(26)}`, nowMs + 60 * MINUTE)
  const after = (await desk()).baseline
  expect(after).toMatchObject({ at: baseline?.at, light: 30 })
})

test('P-25 T-31 the pictures from before the exam stand beside a hint for whose review it is, each view a row first; withdrawn, closed or over they are gone in words', async () => {
  const school = await schoolUnder('004')
  const [who, other] = [await school.proctor(1), await school.proctor(2)]
  const examinee = await school.person('examinee')
  const exam = await deferredExam(school)
  const session = await school.session({ exam, examinee, proctors: [who] })
  await showEverything(session.examinee.client, session.id)
  const began = new Date(nowMs)
  nowMs += 5 * MINUTE
  await server.database.owner(
    "update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1",
    [session.id, began, new Date(nowMs + MINUTE)],
  )
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  const id = await mine(who, { school, session, began: began.getTime() })
  await who.client.done(openReview, at(id))
  const { why, pictures } = await who.client.done(readBeginning, at(id))
  expect(why).toBeNull()
  expect(pictures.map(({ step }) => step)).toContain('face')
  expect(pictures.map(({ step }) => step)).not.toContain('document')
  const face = pictures.find(({ step }) => step === 'face')?.id ?? ''
  const look = (person: TestPerson) =>
    person.client.call(viewBeginning, { params: { rid: id as ReviewId, evidence: face } })
  expect((await look(who)).status).toBe(200)
  const journal = async () =>
    (
      await server.database.owner(
        "select account_id, purpose from access_journal where session_id = $1 and action = 'door.evidence'",
        [session.id],
      )
    ).rows
  expect(await journal()).toEqual([{ account_id: who.id, purpose: 'dishonesty_check' }])
  expect((await look(other)).code).toBe('not_found')
  expect((await other.client.call(readBeginning, at(id))).code).toBe('not_found')
  const said = async () => (await who.client.done(readBeginning, at(id))).why
  const hold = `hld_${session.id}`
  await server.database.owner(
    `insert into retention_hold (id, tenant_id, session_id, reason, review_on, blocks, placed_by, placed_at)
     values ($1, $2, $3, 'Спор', '2026-08-01', true, $4, $5)`,
    [hold, school.id, session.id, school.admin.id, new Date(nowMs)],
  )
  expect([await said(), (await look(who)).code]).toEqual(['blocked', 'not_found'])
  await server.database.owner('delete from retention_hold where id = $1', [hold])
  await store().inTenant(school.id, async (tx) => {
    for (const { id: one } of await tx.doors.evidence(session.id))
      await tx.doors.forgotten(one, fromMs(nowMs))
  })
  expect([await said(), (await look(who)).code]).toEqual(['forgotten', 'not_found'])
  expect((await journal()).length, 'nothing was shown, nothing is written').toBe(1)
  await finish(who, id, 1)
  expect((await who.client.call(readBeginning, at(id))).code).toBe('not_found')
})

test('R0-1.4d TR-72 T-10 whoever is given the protocol of an exam without a person is told and keeps the recording until it is handed over; where nobody is free, who runs the exams is told', async () => {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, '000')
  const ended = async (event: 'exam' | 'lesson' = 'exam') => {
    const exam = await examUnderAct(school.admin.client, { mode: 'async_auto', event }, { nowMs })
    const session = await school.session({ exam, proctors: [] })
    // It ended more than a day before whoever writes comes to it.
    const at = (hours: number) => new Date(nowMs - hours * 60 * MINUTE)
    await server.database.owner(
      "update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1",
      [session.id, at(1), new Date(nowMs + MINUTE)],
    )
    await session.examinee.client.done(submitSession, { params: { sid: session.id } })
    await server.database.owner(
      'update session set authorized_at = $2, started_at = $2, deadline = $3, deauthorized_at = $3 where id = $1',
      [session.id, at(27), at(26)],
    )
    return session
  }
  const told = async (who: Pick<TestPerson, 'client'>) =>
    JSON.stringify((await who.client.done(listMyNotices, {})).rows)
  const journal = async (id: string) =>
    (
      await server.database.owner(
        "select action from audit_entry where object = $1 and action like 'protocol.%' order by at",
        [id],
      )
    ).rows.map(({ action }) => action as string)

  const first = await ended()
  expect(await journal(first.id)).toEqual(['protocol.not_given'])
  const number = first.id.slice(-6).toUpperCase()
  expect(await told(school.admin)).toContain(`Протокол некому поручить: сеанс ${number}.`)

  const who = await school.person('proctor')
  const second = await ended()
  expect(await journal(second.id)).toEqual(['protocol.given'])
  expect(await told(who)).toContain(`Вам поручен протокол: сеанс ${second.id.slice(-6).toUpperCase()}.`)
  const view = (sid: typeof first.id) =>
    who.client.call(openView, { params: { sid }, body: { purpose: 'dishonesty_check' } })
  expect((await view(second.id)).status).toBe(200)
  expect((await view(first.id)).code).toBe('not_found')
  await school.admin.client.done(assignProctor, { params: { sid: first.id, proctor: who.id } })
  expect((await view(first.id)).status, 'given out by hand').toBe(200)

  // R0-1.4b: of a lesson nobody writes a protocol, and nobody keeps its recording for one.
  const lesson = await ended('lesson')
  expect(await journal(lesson.id)).toEqual([])
  await school.admin.client.done(assignProctor, { params: { sid: lesson.id, proctor: who.id } })
  expect((await view(lesson.id)).code).toBe('outside_window')

  await server.database.owner(
    `insert into protocol_edition (session_id, tenant_id, edition, number, facts, signed_by, signed_at, handed_over_at)
     values ($1, $2, 1, '1', '{}', $3, $4, $4)`,
    [second.id, school.id, who.id, new Date(nowMs)],
  )
  expect((await view(second.id)).code, 'handed over').toBe('outside_window')
})
