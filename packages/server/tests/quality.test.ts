// Figures of a recording, and «невозможно оценить»: said by people, carried to the decision as its own ground, never as a violation.
import { readOwnConduct, sayToExaminee } from '@ochno/contract/conduct'
import { readDecision } from '@ochno/contract/decisions'
import {
  handOverProtocol,
  readProtocol,
  readSessionPaper,
  saveProtocol,
  signProtocol,
} from '@ochno/contract/protocols'
import { readQuality, reportQuality } from '@ochno/contract/quality'
import {
  finishReview,
  listReviews,
  openReview,
  readReview,
  sayUnjudged,
  takeBackUnjudged,
} from '@ochno/contract/review'
import { submitSession } from '@ochno/contract/sessions'
import type { ReviewId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { FLAG, FORMAT, KIND, writeHeader } from '@ochno/evidence/record'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => ++nowMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution

beforeAll(async () => {
  server = await bootServer({ clock })
  school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
}, 180_000)
afterAll(() => server.stop())

const MINUTE = 60_000

/** Four minutes of an exam that runs: the third is a hole, the fourth as good as still. */
async function recorded(card: { kind?: 'final' } = {}, { filmed = true, anew = false } = {}) {
  const exam = await examUnderAct(school.admin.client, { mode: 'async_human', ...card }, { nowMs })
  const proctor = await school.person('proctor')
  const session = await school.session({ exam, proctors: [proctor] })
  const began = nowMs - 4 * MINUTE
  await server.database.owner(
    "update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1",
    [session.id, new Date(began), new Date(nowMs + MINUTE)],
  )
  if (filmed) await film(session, began, anew)
  return { session, proctor, began, params: { sid: session.id } }
}

/** The index of a camera's fragments, one in two seconds at 400 kbit/s, as the server received them. */
async function film({ id }: TestSession, began: number, anew: boolean) {
  await server.database.owner(
    `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, 'cam', $2, 1, $3, $4)`,
    [id, school.id, Buffer.alloc(32), new Date(began)],
  )
  let seq = 0
  const write = async (kind: typeof KIND.init | typeof KIND.media, at: number) => {
    // Another machine took over, or the store was wiped: the monotonic clock begins at 0 again (ING-15).
    const epoch = anew && at >= 3 * MINUTE ? 1 : 0
    const own = at - epoch * 3 * MINUTE
    const dur = kind === KIND.media ? 2 : 0
    const header = writeHeader({
      kind,
      flags: FLAG.key | FLAG.video,
      epoch,
      seq,
      wallMs: began + at,
      mediaTs: own / 1000,
      dur,
      payloadLen: 100_000,
      track: 1,
      format: FORMAT.webmVp9,
      sha256: new Uint8Array(32),
      prev: new Uint8Array(32),
      monoMs: own,
    })
    await server.database.owner(
      `insert into fragment (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
       values ($1, 'cam', $2, $3, $7, $4, $5, $6, $5, 'key', 1, 0, 1)`,
      [id, school.id, seq, Buffer.from(header), Buffer.alloc(32), began + at + dur * 1_000, seq],
    )
    seq++
  }
  await write(KIND.init, 0)
  for (let at = 0; at < 4 * MINUTE; at += 2_000) {
    if (anew && at === 3 * MINUTE) await write(KIND.init, at)
    if (at < 2 * MINUTE || at >= 3 * MINUTE) await write(KIND.media, at)
  }
}

/** As the page tells it, on a clock that began a second before the exam. */
const minute = (no: number, frames: number, more: { frozenMs?: number; sharpness?: number } = {}) => ({
  track: 'cam' as const,
  fromMs: 1_000 + no * MINUTE,
  toMs: 1_000 + (no + 1) * MINUTE,
  frames,
  frozenMs: more.frozenMs ?? 0,
  sharpness: more.sharpness ?? 0.4,
})
const tell = (
  who: TestPerson,
  sid: TestSession['id'],
  began: number,
  ...minutes: ReturnType<typeof minute>[]
) =>
  who.client.call(reportQuality, {
    params: { sid },
    body: { run: 'page00000001', nowMs: nowMs - began + 1_000, minutes },
  })

test('R1-4.1k R3-4.2.4.1 R4-6.3.4 figures are kept with the session once, and read by who judges it and nobody else', async () => {
  const { session, proctor, began, params } = await recorded()
  const { client } = session.examinee
  const minutes = [minute(0, 900), minute(1, 120, { sharpness: 0.03 }), minute(3, 900, { frozenMs: 45_000 })]
  expect((await tell(session.examinee, session.id, began, ...minutes)).body).toMatchObject({ taken: 3 })
  expect((await tell(session.examinee, session.id, began, ...minutes)).body, 'told twice').toMatchObject({
    taken: 0,
  })
  const [stranger, outsider] = [await school.person('examinee'), await school.person('proctor')]
  expect((await tell(stranger, session.id, began, minute(0, 1))).code).toBe('not_found')
  expect((await outsider.client.call(readQuality, { params })).code).toBe('not_found')
  expect((await client.call(readQuality, { params })).status, 'not for the examinee').toBe(403)

  await client.done(submitSession, { params })
  const figures = await proctor.client.done(readQuality, { params })
  expect(
    figures.minutes
      .slice(0, 4)
      .map(({ fps, kbps, frozenMs, sharpness }) => [
        fps,
        kbps,
        frozenMs === null ? null : Math.round(frozenMs / 1_000),
        sharpness,
      ]),
  ).toEqual([
    [15, 400, 0, 0.4],
    [2, 400, 0, 0.03],
    [null, null, null, null],
    [15, 400, 45, 0.4],
  ])
  expect(figures.poor.filter(({ fromMs }) => fromMs < began + 4 * MINUTE)).toMatchObject([
    { fromMs: began + MINUTE, toMs: began + 2 * MINUTE, why: ['few_frames', 'blurred'] },
    { fromMs: began + 2 * MINUTE, toMs: began + 3 * MINUTE, why: ['missing'] },
    { fromMs: began + 3 * MINUTE, toMs: began + 4 * MINUTE, why: ['frozen'] },
  ])
  expect(figures.unjudged, 'no figure says so by itself').toBeNull()
})

test('SM-4 T-10 who looks at a control reads figures of its piece alone, and none once it is finished', async () => {
  const { session, proctor, began, params } = await recorded()
  const minutes = [minute(0, 900), minute(1, 120, { sharpness: 0.03 }), minute(3, 900, { frozenMs: 45_000 })]
  await tell(session.examinee, session.id, began, ...minutes)
  await session.examinee.client.done(submitSession, { params })
  const reviewer = await school.person('proctor')
  const piece = { from: began + 5_000, to: began + MINUTE + 5_000 }
  await server.database.owner(
    `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes, reviewer_id, piece_from, piece_to)
     values ('rvw_figures', $1, $2, 'control', 'in_review', $6, 1, $3, $4, $5)`,
    [school.id, session.id, reviewer.id, new Date(piece.from), new Date(piece.to), new Date(nowMs)],
  )
  const whole = await proctor.client.done(readQuality, { params })
  expect(whole.minutes.length).toBeGreaterThan(3)
  const of = await reviewer.client.done(readQuality, { params })
  expect(of.minutes.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([[piece.from, piece.to]])
  expect(of.tracks, 'the usual minute is of the piece').toMatchObject([{ kbps: 400, sharpness: null }])
  expect(
    of.poor.filter(({ fromMs, toMs }) => fromMs < piece.from || toMs > piece.to),
    'nothing poor is named beside it',
  ).toEqual([])
  expect(JSON.stringify(of)).not.toContain('frozenMs":45000')
  await server.database.owner("update review set reviewed_at = $1 where id = 'rvw_figures'", [
    new Date(nowMs),
  ])
  expect((await reviewer.client.call(readQuality, { params })).code).toBe('not_found')
})

test('R1-2.2b R1-4.1k what was recorded after the monotonic clock began anew lies where it was recorded', async () => {
  const { session, proctor, began, params } = await recorded({}, { anew: true })
  await session.examinee.client.done(submitSession, { params })
  const { minutes } = await proctor.client.done(readQuality, { params })
  expect(minutes.slice(0, 4).map(({ fromMs, kbps }) => [(fromMs - began) / MINUTE, kbps])).toEqual([
    [0, 400],
    [1, 400],
    [2, null],
    [3, 400],
  ])
})

test('R4-6.3.4 R4-A4.11 a reviewer who can not judge says so with a reason; it goes by the protocol to the decision as its own ground and counts as no violation', async () => {
  const { session, proctor, began, params } = await recorded({ kind: 'final' }, { filmed: false })
  await session.examinee.client.done(submitSession, { params })
  const mine = (await proctor.client.done(listReviews, {})).rows.find((row) => row.session === session.id)
  const rid = (mine?.id ?? '') as ReviewId
  const span = {
    from: new Date(began + MINUTE).toISOString(),
    to: new Date(began + 2 * MINUTE).toISOString(),
  }
  const say = (reason: string, spans = [span]) =>
    proctor.client.call(sayUnjudged, { params: { rid }, body: { reason, spans } })
  expect((await say('Лицо размыто')).code, 'nothing is said of what was not opened').toBe('not_now')
  await proctor.client.done(openReview, { params: { rid } })
  const before = { from: new Date(began - MINUTE).toISOString(), to: span.to }
  expect((await say('Лицо размыто', [before])).code).toBe('wrong_range')
  expect((await say('Лицо размыто')).status).toBe(200)
  expect((await say('Ещё раз')).code).toBe('already_asked')

  const said = (await proctor.client.done(readQuality, { params })).unjudged
  expect(said).toMatchObject({ reason: 'Лицо размыто', spans: [span] })
  const fits = async () =>
    (await proctor.client.done(readReview, { params: { rid } })).statuses
      ?.filter((one) => one.fits)
      .map(({ status }) => status)
  expect(await fits()).toEqual([5])
  const seq = said?.seq ?? 0
  await proctor.client.done(takeBackUnjudged, { params: { rid, seq }, body: { reason: 'Разглядели' } })
  expect(await fits(), 'it was judged after all').toContain(1)
  expect((await say('Всё-таки не видно лица')).status).toBe(200)
  await proctor.client.done(finishReview, { params: { rid }, body: { status: 5, comment: '', verdicts: [] } })

  const view = await proctor.client.done(readProtocol, { params })
  expect(view.marks).toEqual([])
  expect(view.happened.map(({ is, text, outcome }) => [is, text, outcome])).toEqual([
    ['unjudged', 'Лицо размыто', 'judged_after_all'],
    ['unjudged', 'Всё-таки не видно лица', 'no_violation'],
  ])
  expect(view.statusAdvice?.main).toBe(5)
  const saved = await proctor.client.done(saveProtocol, {
    params,
    body: {
      revision: view.revision,
      draft: {
        ...view.draft,
        answers: Object.fromEntries(view.rows.map(({ row }) => [row, 'no' as const])),
        independent: false,
        status: 5,
      },
    },
  })
  const signed = await proctor.client.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  const texts = await Promise.all(
    (signed.editions[0]?.papers ?? [])
      .filter(({ kind }) => kind === 'pdf')
      .map(async ({ id: pid }) => {
        const paper = await proctor.client.call(readSessionPaper, { params: { ...params, pid } })
        return pdfPages(paper.body as unknown as Uint8Array).join(' ')
      }),
  )
  const text = texts.join(' ').replace(/\s+/g, ' ')
  expect(text).toContain('Невозможно оценить: Всё-таки не видно лица')
  expect(text).toContain('не является нарушением обучающегося')
  await proctor.client.done(handOverProtocol, { params })

  const decider = await school.person('teacher')
  const { recommendations, vocabulary } = await decider.client.done(readDecision, { params })
  expect(recommendations.find(({ rule }) => rule === 'cannot_judge')).toMatchObject({
    clause: '6.3.4',
    value: null,
    because: [],
  })
  const counts = recommendations.flatMap(({ rule, because }) => (because.length > 0 ? [rule] : []))
  expect(
    counts.filter((rule) => rule !== 'no_recording'),
    'nothing is laid to the examinee',
  ).toEqual([])
  expect(vocabulary, 'a person chooses what follows').toEqual(expect.arrayContaining(['retake', 'postponed']))
})

test('R1-4.1k the proctor says it live too, and the examinee is not told of it while the exam runs', async () => {
  const { session, proctor, began, params } = await recorded()
  const body = {
    kind: 'unjudged' as const,
    reason: 'Камера показывает одни пятна',
    spans: [{ from: new Date(began).toISOString(), to: new Date(began + MINUTE).toISOString() }],
  }
  const said = await proctor.client.done(sayToExaminee, { params, body })
  expect(said).toMatchObject({ party: 'proctor', entry: { kind: 'unjudged' } })
  expect((await proctor.client.done(readQuality, { params })).unjudged?.seq).toBe(said.seq)
  const { rows } = await session.examinee.client.done(readOwnConduct, { params, query: {} })
  expect(rows, 'not while the exam runs').toEqual([])
  const audited = await server.database.owner(
    "select actor from audit_entry where object = $1 and action = 'conduct.unjudged'",
    [session.id],
  )
  expect(audited.rows).toEqual([{ actor: proctor.id }])
})
