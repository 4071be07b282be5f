import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { proveConsistency, readJournal, readTreeHead } from '@ochno/contract/journal'
import { logWriter } from '@ochno/server/adapters/postgres/log-writer'
import { systemClock } from '@ochno/server/adapters/system/clock'
import { checkpointKey, parseCheckpoint } from '@ochno/evidence/checkpoint'
import { unhex } from '@ochno/evidence/bytes'
import { root, verifyConsistency } from '@ochno/evidence/merkle'
import { hashingSync } from '@ochno/evidence/node/hash'
import { ephemeralSigner } from '@ochno/evidence/node/sign'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let server: TestServer
beforeEach(async () => {
  server = await bootServer()
})
afterEach(() => server.stop())

const headsFile = () => join(server.dataDir, 'journal', 'heads.txt')
const writer = (file = headsFile()) =>
  logWriter(server.database.pools.log, {
    origin: 'ochno/journal',
    signer: ephemeralSigner('log'),
    clock: systemClock,
    headsFile: file,
  })
const count = async (table: string): Promise<number> =>
  (await server.database.owner(`select count(*)::int as n from ${table}`)).rows[0].n
/** What a superuser could do: the triggers out of the way, and back. */
const asSuperuser = async (...statements: string[]) => {
  await server.database.owner(
    ['set session_replication_role = replica', ...statements, 'set session_replication_role = origin'].join(
      '; ',
    ),
  )
}

test('E-05 acts are numbered without holes, the head is signed in C2SP form, inside and outside the database', async () => {
  const { id } = await server.running()
  await server.app.core.signJournal()
  const { rows } = await server.database.owner('select seq::int from audit_leaf order by seq')
  expect(rows.map((row: { seq: number }) => row.seq)).toEqual(rows.map((_: unknown, i: number) => i))
  expect(rows).toHaveLength(await count('audit_entry'))
  const { checkpoint } = await server.admin.client.done(readTreeHead, {})
  const parsed = parseCheckpoint(checkpoint ?? '')
  expect(parsed?.head.size).toBe(BigInt(rows.length))
  const { body } = await server.stranger().raw('GET', '/api/keys')
  const keys = (body as { keys: Parameters<typeof checkpointKey>[1] }).keys
  expect(parsed && (await checkpointKey(parsed, keys))).not.toBeNull()
  expect(readFileSync(headsFile(), 'utf8')).toContain(checkpoint)

  const dpo = await server.person('dpo')
  const acts = await dpo.client.done(readJournal, { query: { object: id } })
  expect(acts.rows.map((row) => row.action)).toEqual([
    'session.started',
    'session.authorized',
    'session.create',
  ])
  expect(acts.rows.every((row) => row.seq !== null && row.result === 'ok')).toBe(true)
})

test('E-05 nobody who serves requests can change, take away or renumber an act', async () => {
  await server.app.core.signJournal()
  for (const [role, sql] of [
    ['app', "update audit_entry set action = 'x'"],
    ['app', 'delete from audit_entry'],
    ['app', 'insert into audit_leaf values (99, null, null)'],
    ['auth', "update audit_entry set action = 'x'"],
    ['log', "update audit_leaf set leaf_sha256 = '\\x00'"],
    ['log', 'delete from audit_head'],
    ['log', "update audit_entry set action = 'x'"],
  ] as const)
    await expect(server.database.pools[role].query(sql)).rejects.toThrow(/permission denied/)
  for (const sql of ["update audit_entry set action = 'x'", 'delete from audit_leaf', 'truncate audit_leaf'])
    await expect(server.database.owner(sql)).rejects.toThrow(/append-only/)
})

test('E-T3 a log with another history can not show that it continues the chair’s head', async () => {
  await server.app.core.signJournal()
  const chair = parseCheckpoint((await server.admin.client.done(readTreeHead, {})).checkpoint ?? '')
  if (!chair) throw new Error('no head')
  await server.running()
  await server.app.core.signJournal()
  const dpo = await server.person('dpo')
  /** What the log shows now: its own root over what it holds, and its own proof. */
  const continues = async () => {
    const { rows } = await server.database.owner('select leaf_sha256 from audit_leaf order by seq')
    const leaves = rows.map((row: { leaf_sha256: Buffer }) => row.leaf_sha256)
    const { proof } = await dpo.client.done(proveConsistency, {
      query: { from: Number(chair.head.size), to: leaves.length },
    })
    return hashingSync(
      verifyConsistency({
        size1: chair.head.size,
        size2: BigInt(leaves.length),
        root1: chair.head.root,
        root2: hashingSync(root(leaves)),
        proof: proof.map((text) => unhex(text) as Uint8Array),
      }),
    )
  }
  expect(await continues()).toBe(true)
  await asSuperuser("update audit_leaf set leaf_sha256 = decode(repeat('ab', 32), 'hex') where seq = 1")
  expect(await continues()).toBe(false)
})

describe('E-T4 a past that changed is noticed and not continued', () => {
  test('a database that is older than its heads', async () => {
    await server.running()
    await server.app.core.signJournal()
    const size = await count('audit_leaf')
    await asSuperuser('delete from audit_head', `delete from audit_leaf where seq >= ${size - 3}`)
    const restarted = writer()
    expect(await restarted.audit(true)).toBe('rolled_back')
    await server.app.core.signJournal()
    const { text } = await server.stranger().raw('GET', '/metrics')
    expect(text).toContain('ochno_journal_fault 1')
    expect(await count('audit_leaf')).toBe(size - 3)
  })

  test('an act that was rewritten with its leaf, and one rewritten without', async () => {
    await server.app.core.signJournal()
    expect(await writer().audit(true)).toBeNull()
    await asSuperuser(
      "update audit_entry set action = 'nothing.happened' where id = (select entry_id from audit_leaf where seq = 0)",
    )
    expect(await writer().audit(true)).toBe('changed')
    await asSuperuser("update audit_leaf set leaf_sha256 = decode(repeat('cd', 32), 'hex') where seq = 0")
    expect(await writer().audit(true)).toBe('changed')
  })

  test('a hole in the numbers', async () => {
    await server.running()
    await server.app.core.signJournal()
    await asSuperuser('delete from audit_leaf where seq = 2')
    expect(await writer().audit(true)).toBe('hole')
  })

  test('a head half written when the machine stopped is not a head', async () => {
    await server.app.core.signJournal()
    const whole = readFileSync(headsFile(), 'utf8')
    appendFileSync(headsFile(), 'ochno/journal\n99999\nAAAA')
    expect(await writer().audit(true)).toBeNull()
    writeFileSync(headsFile(), whole)
  })
})

test('E-T8 two writers at once and one that dies in the middle leave no hole and no number twice', async () => {
  for (let i = 0; i < 3; i++) await server.running()
  const entries = await count('audit_entry')
  // Dies between numbering and commit: the connection is cut.
  const victim = await server.database.pools.log.connect()
  await victim.query('begin')
  await victim.query('select pg_advisory_xact_lock(727003)')
  const { rows } = await victim.query('select pg_backend_pid() as pid')
  const racing = Promise.all(
    [writer().sequence(), writer().sequence(), writer().sequence()].map((p) => p.catch(() => 0)),
  )
  victim.on('error', () => undefined)
  await server.database.owner('select pg_terminate_backend($1)', [rows[0].pid])
  victim.release(true)
  await racing
  await server.app.core.signJournal()
  const seqs = (await server.database.owner('select seq::int from audit_leaf order by seq')).rows
  expect(seqs.map((row: { seq: number }) => row.seq)).toEqual(Array.from({ length: entries }, (_, i) => i))
  expect(await writer().audit(true)).toBeNull()
})

test('E-T9 an act whose journal entry can not be written does not happen', async () => {
  const { id, examinee } = await server.session()
  await server.database.owner('alter table audit_entry rename to audit_entry_away')
  const reply = await examinee.client.raw('POST', `/api/sessions/${id}/authorize`)
  expect(reply.status).toBeGreaterThanOrEqual(500)
  expect(reply.text).not.toContain('audit_entry')
  await expect(
    server.app.base.audit.record({
      at: server.app.base.clock.now(),
      tenant: server.id,
      actor: 'system',
      role: 'system',
      action: 'x',
      object: 'x',
      purpose: 'x',
      result: 'ok',
    }),
  ).rejects.toThrow()
  await server.database.owner('alter table audit_entry_away rename to audit_entry')
  const { rows } = await server.database.owner('select state from session where id = $1', [id])
  expect(rows[0].state).toBe('admitted')
})
