import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  askExport,
  grantExport,
  listExports,
  readKeys,
  takeExport,
  takeReceipts,
} from '@ochno/contract/evidence'
import { readTreeHead } from '@ochno/contract/journal'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { submitSession } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import type { SessionId } from '@ochno/domain/ids'
import { bytesSource } from '@ochno/evidence/bundle/source'
import { readZip } from '@ochno/evidence/bundle/zip-read'
import { unhex } from '@ochno/evidence/bytes'
import type { PublicKey } from '@ochno/evidence/keys'
import { run } from '@ochno/evidence/node/cli'
import { KIND, type Kind } from '@ochno/evidence/record'
import { type SignedReceipt, verifyReceipt } from '@ochno/evidence/receipt'
import { postgresManifests } from '@ochno/server/adapters/postgres/evidence'
import { closeDue } from '@ochno/server/features/evidence/close-due'
import { tinyWebm } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, type MockInstance, test, vi } from 'vitest'

// Time stands still unless a test moves it.
const began = Date.now()
let aheadMs = 0
const ms = () => began + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: () => aheadMs }
let server: TestServer
let closings: MockInstance<TestServer['app']['evidence']['close']>
let chair: TestPerson
let second: TestPerson
beforeAll(async () => {
  // The job of every minute stands still too: a test sweeps when it means to.
  server = await bootServer({ clock, parts: [{ tasks: { close_recordings: async () => {} } }] })
  closings = vi.spyOn(server.app.evidence, 'close')
  chair = await server.person('commission')
  second = await server.person('commission')
})
afterAll(() => server.stop())

const media = tinyWebm({ seed: 1, seconds: 10 })

/** Everybody's sign-in has ended by then. */
async function later(by: number): Promise<void> {
  aheadMs += by
  for (const { client, login, password } of [server.admin, chair, second])
    await client.done(signIn, { body: { login, password } })
}
const A_DAY = 24 * 3_600_000

type Recorder = {
  readonly make: (kind: Kind, payload: Uint8Array) => () => Promise<unknown>
}

async function recorder({ id, examinee }: TestSession): Promise<(tid: 'cam' | 'screen') => Recorder> {
  const { client } = examinee
  const params = { sid: id }
  const { lease } = await client.done(takeLease, { params, body: { device: 'a-device-of-this-test' } })
  const { tracks } = await client.done(readTracks, { params, query: { lease } })
  return (tid) => {
    const track = tracks[tid]
    if (!track) throw new Error(`no track ${tid}`)
    const maker = recordMaker({ sid: id, tid, no: track.no, nonce: unhex(track.nonce) as Uint8Array }, ms)
    return {
      make: (kind, payload) => {
        const seq = maker.next()
        const { frame } = maker.make(kind, payload)
        return () =>
          client.done(putFragment, { params: { sid: id, tid, seq }, query: { lease }, body: frame })
      },
    }
  }
}

/** Both tracks side by side for `fragments` times two seconds, handed in, then END. */
async function recorded(
  fragments: number,
  lose: readonly number[] = [],
  meanwhile = async () => {},
): Promise<TestSession> {
  const session = await server.running()
  const open = await recorder(session)
  const [cam, screen] = [open('cam'), open('screen')]
  for (const one of [cam, screen]) await one.make(KIND.init, media.init)()
  for (let i = 0; i < fragments; i++) {
    const bytes = media.fragments[i % media.fragments.length]?.bytes as Uint8Array
    const [ofCam, ofScreen] = [cam.make(KIND.media, bytes), screen.make(KIND.media, bytes)]
    aheadMs += 2000
    if (!lose.includes(i)) await ofCam()
    await ofScreen()
    if (i === 0) await meanwhile()
  }
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  for (const one of [cam, screen]) await one.make(KIND.end, new Uint8Array())()
  // Each END closes in the background; no test moves the time on before both have closed it, or found it too early.
  const ofThis = () => closings.mock.calls.flatMap(([id], i) => (id === session.id ? [i] : []))
  await vi.waitFor(() => expect(ofThis()).toHaveLength(2))
  await Promise.allSettled(ofThis().map((i) => closings.mock.results[i]?.value))
  return session
}

async function exported(sid: SessionId): Promise<string> {
  const { id } = await chair.client.done(askExport, {
    params: { sid },
    body: { purpose: 'appeal', ground: 'Апелляция № 4' },
  })
  await second.client.done(grantExport, { params: { xid: id } })
  // The journal's head that proves the closing may not be signed yet; the bundle carries its proof all the same.
  const bytes = await chair.client.done(takeExport, { params: { xid: id } })
  const path = join(server.dataDir, `${sid}.zip`)
  await writeFile(path, bytes)
  return path
}

async function verified(bundle: string, more: readonly string[] = []) {
  const keys = join(server.dataDir, 'trusted.json')
  await writeFile(keys, JSON.stringify(await server.stranger().done(readKeys, {})))
  let text = ''
  const code = await run([bundle, '--trust', keys, '--json', ...more], {
    out: (chunk) => {
      text += chunk
    },
    err: (chunk) => {
      text += chunk
    },
  })
  return { code, report: text.startsWith('{') ? JSON.parse(text) : text }
}

/** Taken out of the bundle as any program would, and played to its end. */
async function framesIn(bundle: string, name: string): Promise<number> {
  const source = bytesSource(await readFile(bundle))
  const entry = (await readZip(source)).get(name)
  if (!entry) throw new Error(`no ${name}`)
  const path = join(server.dataDir, 'played.webm')
  await writeFile(path, await source.read(entry.from, entry.from + entry.size))
  const count = ['-v', 'error', '-select_streams', 'v', '-count_frames']
  const show = ['-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0']
  const { stdout } = await promisify(execFile)('ffprobe', [...count, ...show, path])
  return Number.parseInt(stdout, 10)
}

const codes = (found: readonly { code: string; where: string }[]) =>
  found.map(({ code, where }) => `${code} ${where}`)

test('ING-40 E-08 what was recorded whole closes at its END, is exported by two people and verifies offline', async () => {
  const { id } = await recorded(5)
  expect(await server.app.evidence.close(id)).toBe('already')
  const bundle = await exported(id)
  const { code, report } = await verified(bundle)
  expect([code, codes(report.problems), codes(report.lacks)]).toEqual([0, [], []])

  expect(await framesIn(bundle, 'media/cam-0.webm')).toBe(50)

  // A head kept by the chair from now on is continued by every later bundle; the log of a stranger is not.
  const { checkpoint } = await chair.client.done(readTreeHead, {})
  const head = join(server.dataDir, 'head.txt')
  await writeFile(head, checkpoint as string)
  expect((await verified(await exported(id), ['--sth', head])).code).toBe(0)

  const spoilt = await readFile(bundle)
  const at = spoilt.indexOf('media/cam-0.webm') + 200
  spoilt[at] = (spoilt[at] as number) ^ 1
  await writeFile(`${bundle}.spoilt`, spoilt)
  const found = await verified(`${bundle}.spoilt`)
  expect([found.code, found.report.verdict]).toEqual([1, 'invalid'])
})

test('ING-41 R1-6.5f a fragment that never came is a stated gap: the bundle is incomplete, not invalid', async () => {
  const { id } = await recorded(5, [2])
  expect(await server.app.evidence.close(id)).toBe('not_yet')
  await later(A_DAY + 61_000)
  expect(['closed', 'already']).toContain(await server.app.evidence.close(id))
  const { code, report } = await verified(await exported(id))
  expect([code, codes(report.problems)]).toEqual([2, []])
  expect(report.lacks.map(({ code }: { code: string }) => code)).toEqual(['gap', 'missing'])
})

test('E-04 keys that are changed in the middle of a recording: receipts and heads of both verify', async () => {
  await later(0)
  const session = await recorded(2, [], async () => {
    for (const use of ['receipt', 'log', 'manifest'] as const) await server.app.keys.rotate(use)
  })
  const { code, report } = await verified(await exported(session.id))
  expect([code, codes(report.problems), codes(report.lacks)]).toEqual([0, [], []])
})

test('F-14 E-04 fifty closings at once give one manifest and one winner', async () => {
  const { id } = await recorded(2, [0])
  await later(A_DAY + 61_000)
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => server.app.evidence.close(id)))
  // The closing that END began in the background may have been the one.
  expect(outcomes.filter((outcome) => outcome === 'closed').length).toBeLessThanOrEqual(1)
  expect(outcomes.filter((outcome) => outcome === 'already').length).toBeGreaterThanOrEqual(49)
  const { rows } = await server.database.owner('select body from manifest where session_id = $1', [id])
  expect(rows).toHaveLength(1)
  const told = await server.database.owner(
    "select from audit_entry where object = $1 and action = 'recording.close'",
    [id],
  )
  expect(told.rowCount).toBe(1)
})

test('ING-40 the sweep closes what its END did not, looks at a gap once, and again when its day is over', async () => {
  await later(0)
  const { id } = await recorded(2, [0])
  const { manifests, sweep } = sweeper()
  await sweep()
  expect(manifests.asked()).toContain(id)
  aheadMs += 10 * 60_000
  await sweep()
  expect(manifests.asked()).not.toContain(id)
  await later(A_DAY)
  await sweep()
  expect(manifests.asked()).toContain(id)
  expect(await server.app.evidence.close(id)).toBe('already')
})

/** The job of every minute over the real rows, telling which sessions it looked at. */
function sweeper() {
  const { base, ingest, keys } = server.app
  const real = postgresManifests(server.database.pools.ingest)
  let asked: readonly string[] = []
  const manifests = {
    ...real,
    waiting: async (when: Parameters<typeof real.waiting>[0]) => {
      const found = await real.waiting(when)
      asked = found
      return found
    },
  }
  return {
    manifests: { asked: () => asked },
    sweep: closeDue({ ...base, recordings: ingest.recordings, keys, manifests }),
  }
}

test('T-11 R1-7.2c R3-7.2c R4-9.2c an export needs a closed recording, a purpose, a second person, and is taken by who asked', async () => {
  await later(0)
  const open = await server.running()
  const body = { purpose: 'appeal', ground: 'Апелляция № 5' } as const
  expect((await chair.client.call(askExport, { params: { sid: open.id }, body })).code).toBe('not_closed')
  const { id } = await recorded(1)
  const raw = await chair.client.raw('POST', `/api/sessions/${id}/exports`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, purpose: 'curiosity' }),
  })
  expect(raw.code).toBe('malformed')
  const asked = await chair.client.done(askExport, { params: { sid: id }, body })
  const params = { xid: asked.id }
  expect((await chair.client.call(takeExport, { params })).code).toBe('not_granted')
  expect((await chair.client.call(grantExport, { params })).code).toBe('own_export')
  const admin = await server.admin.client.call(grantExport, { params })
  expect(admin.code).toBe('forbidden')
  const stranger = await (await server.otherInstitution()).person('commission')
  expect((await stranger.client.call(grantExport, { params })).code).toBe('not_found')
  expect((await stranger.client.call(takeExport, { params })).code).toBe('not_found')
  aheadMs += 1
  await second.client.done(grantExport, { params })
  expect((await second.client.call(grantExport, { params })).code).toBe('already_granted')
  expect((await second.client.call(takeExport, { params })).code).toBe('not_found')
  aheadMs += 1
  const { rows } = await chair.client.done(listExports, {})
  expect(rows[0]).toMatchObject({ id: asked.id, purpose: 'appeal', grantedBy: { id: second.id } })
  expect((await chair.client.call(takeExport, { params })).status).toBe(200)
  const told = await server.database.owner(
    "select action, actor, purpose from audit_entry where object = $1 and action like 'export.%' order by at",
    [id],
  )
  expect(told.rows).toEqual([
    { action: 'export.ask', actor: chair.id, purpose: 'appeal' },
    { action: 'export.grant', actor: second.id, purpose: 'appeal' },
    { action: 'export.take', actor: chair.id, purpose: 'appeal' },
  ])
  await later(A_DAY)
  expect((await chair.client.call(takeExport, { params })).code).toBe('grant_over')
})

test('B-08 five minutes after the password an export asks for it again', async () => {
  const { id } = await recorded(1)
  aheadMs += 5 * 60_000 + 1000
  const reply = await chair.client.call(askExport, {
    params: { sid: id },
    body: { purpose: 'appeal', ground: 'x' },
  })
  expect(reply.code).toBe('step_up')
})

test('the examinee keeps receipts that anybody can check; nobody else gets them', async () => {
  await later(0)
  const session = await recorded(2)
  const params = { sid: session.id }
  const reply = await session.examinee.client.call(takeReceipts, { params })
  const kept = JSON.parse(reply.text) as { keys: PublicKey[]; receipts: SignedReceipt[] }
  expect(kept.receipts).toHaveLength(8)
  for (const receipt of kept.receipts) expect(await verifyReceipt(receipt, kept.keys)).toBe(true)
  const other = await server.person('examinee')
  expect((await other.client.call(takeReceipts, { params })).code).toBe('not_found')
  expect((await chair.client.call(takeReceipts, { params })).code).toBe('forbidden')
})

test('T-32 a page of somebody else takes neither a bundle nor receipts, and nothing is written of it', async () => {
  await later(0)
  const session = await recorded(1)
  const asked = await chair.client.done(askExport, {
    params: { sid: session.id },
    body: { purpose: 'appeal', ground: 'Апелляция № 7' },
  })
  await second.client.done(grantExport, { params: { xid: asked.id } })
  for (const site of ['cross-site', 'same-site', 'none', '']) {
    const headers = { 'sec-fetch-site': site }
    const bundle = await chair.client.raw('GET', `/api/exports/${asked.id}/bundle`, { headers })
    const path = `/api/my/sessions/${session.id}/receipts`
    const receipts = await session.examinee.client.raw('GET', path, { headers })
    expect([bundle.code, receipts.code]).toEqual(['not_same_origin', 'not_same_origin'])
  }
  const told = await server.database.owner(
    "select from audit_entry where object = $1 and action = 'export.take'",
    [session.id],
  )
  expect(told.rowCount).toBe(0)
})

test('E-T9 when the journal can not be written, no byte of a bundle leaves', async () => {
  await later(0)
  const { id } = await recorded(1)
  const asked = await chair.client.done(askExport, {
    params: { sid: id },
    body: { purpose: 'appeal', ground: 'Апелляция № 6' },
  })
  const params = { xid: asked.id }
  await second.client.done(grantExport, { params })
  await server.database.owner('revoke insert on audit_entry from ochno_app')
  try {
    const reply = await chair.client.call(takeExport, { params })
    expect([reply.status, reply.code]).toEqual([503, 'journal_unavailable'])
    expect(reply.text).not.toContain('PK')
  } finally {
    await server.database.owner('grant insert on audit_entry to ochno_app')
  }
  expect((await chair.client.call(takeExport, { params })).status).toBe(200)
})
