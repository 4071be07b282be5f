// What the server finds by itself beside the examinee's browser: the same bytes in two recordings, and times when nobody was heard.
import { randomBytes } from 'node:crypto'
import { type HintReport, readHints, reportHints } from '@ochno/contract/hints'
import { signIn } from '@ochno/contract/sign-in'
import { readTrust } from '@ochno/contract/trust'
import { UNHEARD_MS } from '@ochno/domain/hint/outage'
import { replayLimits } from '@ochno/domain/hint/replay'
import { fromMs } from '@ochno/domain/time'
import { FORMAT, KIND, writeHeader } from '@ochno/evidence/record'
import { FOUND_IN_RECORDING } from '@ochno/server/adapters/postgres/retention'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { findReplays } from '@ochno/server/features/hints/find-replays'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

// Exams of the testkit are open now.
const START = Math.floor(Date.now() / 1_000) * 1_000
const MINUTE = 60_000
const K = replayLimits.consecutive
let nowMs = START
let server: TestServer
beforeAll(async () => {
  const clock = { ms: () => nowMs, now: () => fromMs(nowMs), mono: () => nowMs }
  // The sweep runs when a test says so.
  server = await bootServer({ clock, parts: [{ tasks: { find_replays: async () => {} } }] })
  await ownActInForce(server.admin.client, { 'detect.dark_s': 5, 'tech_failure.min_minutes': 15 })
})
afterAll(() => server.stop())
beforeEach(() => {
  nowMs = START
})

const underAct = async (of: TestInstitution = server) =>
  of.running({ exam: await examUnderAct(of.admin.client) })
const rung: string[][] = []
const bell = {
  ring: (who: readonly string[]) => void rung.push([...who]),
  wait: async () => {},
  stop: () => {},
}
const ownStore = () => postgresStore(server.database.pools.app, randomIds)
const sweep = (of: TestInstitution = server, store = ownStore()) =>
  findReplays({ store, bell }, of.id, fromMs(nowMs))
const films = (many: number): Uint8Array[] => Array.from({ length: many }, () => randomBytes(32))

/** Camera fragments of two seconds as ingest keeps them: the header with the digest, and when it was accepted. */
async function record(
  session: TestSession,
  digests: readonly Uint8Array[],
  { first = 0, began = START, bytes = 90_000, of = server as TestInstitution } = {},
) {
  const sql = server.database.owner
  await sql(
    `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, 'cam', $2, 1, '\\x00', now())
     on conflict do nothing`,
    [session.id, of.id],
  )
  for (const [i, sha256] of digests.entries()) {
    const n = first + i
    const header = writeHeader({
      kind: KIND.media,
      flags: 0,
      epoch: 1,
      seq: n,
      // A wall clock three minutes fast moves nothing.
      wallMs: began + n * 2_000 + 3 * MINUTE,
      mediaTs: n * 2,
      dur: 2,
      payloadLen: bytes,
      track: 1,
      format: FORMAT.webmVp9,
      sha256,
      prev: new Uint8Array(32),
      monoMs: n * 2_000,
    })
    await sql(
      `insert into fragment (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
       values ($1, 'cam', $2, $3::int, $3::int, $4, '\\x00', $5, '\\x00', 'k', 1, 1, 1)`,
      [session.id, of.id, n, header, began + (n + 1) * 2_000],
    )
  }
}
const hintsOf = async (session: TestSession, who = session.proctors[0]) =>
  (await who?.client.done(readHints, { params: { sid: session.id } }))?.hints ?? []
const later = START + 60 * MINUTE

test('R3-6.7.5 a recording that is played back is one hint on its own clock, however often the sweep runs and as it goes on', async () => {
  const [source, copy] = [await underAct(), await underAct()]
  const film = films(3 * K)
  await record(source, film)
  await record(copy, [...films(5), ...film.slice(4, 4 + K)], { began: later })
  rung.length = 0
  await sweep()
  const [hint, ...more] = await hintsOf(copy)
  expect(more).toEqual([])
  expect(hint).toMatchObject({
    rule: 'replayed_recording',
    code: 'video_recording_disabled',
    fromMs: later + 10_000,
    toMs: later + 10_000 + K * 2_000,
    technical: false,
    state: 'open',
    rings: true,
  })
  expect(rung).toEqual([copy.proctors.map(({ id }) => id)])
  await sweep()
  expect(rung).toHaveLength(1)
  // It goes on.
  await record(copy, film.slice(4 + K, 4 + 2 * K), { first: 5 + K, began: later })
  await sweep()
  const grown = await hintsOf(copy)
  expect(grown.map(({ no, fromMs, toMs }) => [no, fromMs, toMs])).toEqual([
    [hint?.no, later + 10_000, later + 10_000 + 2 * K * 2_000],
  ])
  // Whose bytes came first is nobody's copy.
  expect(await hintsOf(source)).toEqual([])
})

test('R3-6.7.5 a sweep reads a long recording to its end, and ends though a class goes on recording', async () => {
  const [source, copy, going] = [await underAct(), await underAct(), await underAct()]
  const film = films(520 + K)
  await record(source, film)
  await record(copy, film.slice(520), { began: later })
  const store = ownStore()
  let rounds = 0
  await sweep(server, {
    ...store,
    inTenant: async (tenant, work) => {
      await record(going, films(1), { first: rounds++ })
      return store.inTenant(tenant, work)
    },
  })
  expect(await hintsOf(copy)).toHaveLength(1)
  expect(rounds).toBe(2)
})

test('T-10 the other recording is named only to who may see it', async () => {
  const [source, copy] = [await underAct(), await underAct()]
  const film = films(K)
  await record(source, film)
  await record(copy, film, { began: later })
  await sweep()
  expect((await hintsOf(copy))[0]?.copied).toEqual({ session: null, here: false, fromMs: null, toMs: null })
  const commission = await server.person('commission')
  expect((await hintsOf(copy, commission))[0]?.copied).toEqual({
    session: source.id,
    here: false,
    fromMs: START,
    toMs: START + K * 2_000,
  })
})

test('a loop of one’s own recording is found; what is black or too short is not', async () => {
  const [loop, black, short] = [await underAct(), await underAct(), await underAct()]
  const film = films(K)
  await record(loop, [...film, ...film])
  await record(
    black,
    films(1).flatMap((one) => Array.from({ length: 2 * K }, () => one)),
    {
      bytes: replayLimits.smallest - 1,
    },
  )
  await record(short, film.slice(0, K - 1), { began: later })
  await sweep()
  const [hint] = await hintsOf(loop)
  expect(hint).toMatchObject({
    fromMs: START + K * 2_000,
    copied: { session: loop.id, here: true, fromMs: START },
  })
  expect([await hintsOf(black), await hintsOf(short)]).toEqual([[], []])
})

test('T-30 the same bytes in two institutions say nothing to either', async () => {
  const away = await server.otherInstitution()
  await ownActInForce(away.admin.client, {})
  const [here, there] = [await underAct(), await underAct(away)]
  const film = films(K)
  await record(here, film)
  await record(there, film, { began: later, of: away })
  await sweep()
  await sweep(away)
  expect(await hintsOf(there)).toEqual([])
})

test('what is destroyed with a recording leaves no digest of it behind', async () => {
  const [source, copy] = [await underAct(), await underAct()]
  const film = films(K)
  await record(source, film)
  await record(copy, film, { began: later })
  await sweep()
  for (const [, forget] of FOUND_IN_RECORDING) await server.database.owner(forget, [[source.id]])
  const { rows } = await server.database.owner('select 1 from camera_digest where session_id = $1', [
    source.id,
  ])
  expect(rows).toEqual([])
  // The hint stays, and no longer says where.
  expect(await hintsOf(copy, await server.person('commission'))).toMatchObject([{ copied: null }])
})

const run = 'page00000001'
const hint = (rule: string, code: HintReport['code'], fromMs: number, toMs: number): HintReport => ({
  id: `${rule}@${fromMs}`,
  seq: toMs,
  rule,
  code,
  fromMs,
  toMs,
  ongoing: false,
  strength: 1,
  made: [],
})
/** The page began with the session and its clock agrees with nobody's but its own. */
const report = (session: TestSession, hints: readonly HintReport[], of = run, pageMs = nowMs - START) =>
  session.examinee.client.done(reportHints, {
    params: { sid: session.id },
    body: { run: of, nowMs: pageMs, hints: [...hints] } as never,
  })

test('TR-36 TR-05 twenty minutes without a network: nothing accuses, though the browser says nothing of its link', async () => {
  const session = await underAct()
  await report(session, [])
  await record(session, films(30))
  nowMs = START + MINUTE
  await report(session, [])
  nowMs = START + 21 * MINUTE
  const cut = [MINUTE + 2_000, 20 * MINUTE] as const
  const told = [
    hint('recorder_stopped', 'video_recording_disabled', ...cut),
    hint('link_lost', 'video_signal_interrupted', ...cut),
    hint('link_lost_long', 'technical_failure_long', ...cut),
    hint('not_in_session', 'examinee_absent_from_session', ...cut),
  ]
  expect(await report(session, told, 'page00000002')).toMatchObject({ taken: told.length })
  // Twenty minutes without a click: the proctor signs in anew.
  const proctor = session.proctors[0] as TestPerson
  const { login, password } = proctor
  await proctor.client.done(signIn, { body: { login, password } })
  const seen = await hintsOf(session)
  expect(seen.map(({ technical, rings }) => [technical, rings])).toEqual(told.map(() => [true, false]))
  const { trust } = (await session.proctors[0]?.client.done(readTrust, { params: { sid: session.id } })) ?? {}
  expect(trust).toMatchObject({ points: 100 })
  const { blind } = (await session.proctors[0]?.client.done(readHints, { params: { sid: session.id } })) ?? {}
  expect(blind).toEqual([
    { sensor: 'link', fromMs: START + MINUTE, toMs: START + 21 * MINUTE, why: 'unheard', ongoing: false },
  ])
  // A covered camera was seen in the frames: no network is needed for that.
  await report(
    session,
    [hint('lens_covered', 'camera_deliberately_covered', 5 * MINUTE, 6 * MINUTE)],
    'page00000002',
  )
  expect((await hintsOf(session)).filter(({ technical }) => !technical)).toMatchObject([
    { code: 'camera_deliberately_covered' },
  ])
})

test('TR-05 a recorder that stands still while the page is heard, and a page that is silent while fragments come, are no cut', async () => {
  const [stopped, quiet] = [await underAct(), await underAct()]
  await report(stopped, [])
  await report(quiet, [])
  await record(quiet, films(90))
  for (nowMs = START; nowMs < START + 3 * MINUTE; nowMs += UNHEARD_MS / 3) await report(stopped, [])
  nowMs = START + 3 * MINUTE
  const still = hint('recorder_stopped', 'video_recording_disabled', 10_000, 3 * MINUTE - 5_000)
  for (const session of [stopped, quiet]) {
    await report(session, [still])
    expect((await hintsOf(session)).map(({ technical }) => technical)).toEqual([false])
  }
})

test('R0-2.5a.1 a batch that comes twice, out of order, or from two pages with clocks of their own lies once where it happened', async () => {
  const session = await underAct()
  nowMs = START + 10 * MINUTE
  const [early, late] = [
    hint('focus_lost', 'focus_switch', 2 * MINUTE, 3 * MINUTE),
    hint('focus_lost', 'focus_switch', 7 * MINUTE, 8 * MINUTE),
  ]
  expect(await report(session, [late])).toMatchObject({ taken: 1 })
  expect(await report(session, [early])).toMatchObject({ taken: 1 })
  expect(await report(session, [late, early])).toMatchObject({ taken: 0 })
  // The other page was opened later: its clock is three minutes behind, and so are its hints.
  const elsewhere = hint('focus_lost', 'focus_switch', 2 * MINUTE, 3 * MINUTE)
  expect(await report(session, [elsewhere], 'page00000002', 7 * MINUTE)).toMatchObject({ taken: 1 })
  const lie = (await hintsOf(session)).map(({ fromMs, toMs }) => [
    (fromMs - START) / MINUTE,
    (toMs - START) / MINUTE,
  ])
  expect(lie).toEqual([
    [2, 3],
    [5, 6],
    [7, 8],
  ])
})
