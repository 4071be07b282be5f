import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { migrate } from '@ochno/server/adapters/postgres/migrate'
import { type Postgres, startPostgres } from '@ochno/server/adapters/postgres/supervisor'
import { makeBackup } from '@ochno/server/backup/make-backup'
import { type Manifest, MANIFEST } from '@ochno/server/backup/manifest'
import { restoreBackup } from '@ochno/server/backup/restore-backup'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'ochno-backup-'))
// The database runs as another user and must pass.
chmodSync(home, 0o711)
const place = (name: string) => join(home, name)
const dataDir = place('data')
const spoolFile = join(dataDir, 'spool', '000000000001.spool')
const sessions = ['ses_kept', 'ses_erased']
let postgres: Postgres
let manifest: Manifest
let committedBefore = 0

beforeAll(async () => {
  mkdirSync(dataDir)
  postgres = await startPostgres(dataDir)
  await query(postgres.url, 'create database ochno')
  await migrate(inOchno(postgres))
  openKeyFiles(join(dataDir, 'keys'))
  mkdirSync(join(dataDir, 'spool'))
  mkdirSync(join(dataDir, 'objects'))
  writeFileSync(spoolFile, 'records that nobody has sealed yet')
  writeFileSync(join(dataDir, 'objects', 'sealed'), 'records that were')
  writeFileSync(join(dataDir, 'reserve'), 'room to breathe')
  await arrange()
  manifest = await backUpUnderLoad()
}, 240_000)
afterAll(async () => {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})

const inOchno = ({ url }: Postgres): string => url.replace(/\/postgres$/, '/ochno')

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function arrange(): Promise<void> {
  await query(
    inOchno(postgres),
    `insert into tenant (id, name, created_at) values ('ten_a', 'A', now());
     insert into account (id, tenant_id, login, full_name, created_at) values ('acc_a', 'ten_a', 'a', 'A', now());
     insert into exam (id, tenant_id, title, opens_at, closes_at, length_minutes, created_by, created_at)
       values ('exm_a', 'ten_a', 'A', now(), now(), 60, 'acc_a', now()), ('exm_b', 'ten_a', 'B', now(), now(), 60, 'acc_a', now());
     insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at)
       values ('ses_kept', 'ten_a', 'exm_a', 'acc_a', 'admitted', now(), now(), 60, now()),
              ('ses_erased', 'ten_a', 'exm_b', 'acc_a', 'admitted', now(), now(), 60, now())`,
  )
  for (const id of sessions)
    await query(
      inOchno(postgres),
      `insert into media_key (session_id, tenant_id, kek_id, wrapped, created_at) values ($1, 'ten_a', 'k', 'w', now())`,
      [id],
    )
}

/** Rows arrive all the time; in the middle a spool file is sealed into an object and dropped, as the sealer does. */
async function backUpUnderLoad(): Promise<Manifest> {
  const writer = new pg.Client({ connectionString: inOchno(postgres) })
  await writer.connect()
  let n = 0
  let going = true
  const write = async () => {
    n++
    await writer.query('insert into tenant (id, name, created_at) values ($1, $2, now())', [
      `ten_${n}`,
      'x'.repeat(2000),
    ])
  }
  for (let i = 0; i < 200; i++) await write()
  committedBefore = n
  const writing = (async () => {
    while (going) {
      await write()
      if (!existsSync(spoolFile) || !existsSync(join(place('backup.partial'), 'postgres'))) continue
      cpSync(spoolFile, join(dataDir, 'objects', 'sealed-meanwhile'))
      unlinkSync(spoolFile)
    }
  })()
  const made = await makeBackup({
    url: inOchno(postgres),
    dataDir,
    target: place('backup'),
    keysTarget: place('keys'),
    now: new Date('2026-05-01T10:00:00Z'),
  })
  going = false
  await writing
  await writer.end()
  expect(n, 'the load went on during the backup').toBeGreaterThan(committedBefore)
  expect(existsSync(spoolFile), 'a spool file was sealed and dropped during the backup').toBe(false)
  return made
}

const restoreTo = (name: string, source = place('backup'), keys = place('keys')) =>
  restoreBackup({ source, keys, dataDir: place(name), database: 'ochno' })

const damagedCopy = (name: string, damage: (folder: string) => void): string => {
  cpSync(place('backup'), place(name), { recursive: true })
  damage(place(name))
  return place(name)
}

test('F-22 R0-7.2a R1-9.2a R4-9.2a a backup made under load holds everything that was committed and recorded before it', async () => {
  expect(await restoreTo('restored')).toMatchObject({ ok: true, erasedAgain: 0 })
  expect(readFileSync(join(place('restored'), 'spool', '000000000001.spool'), 'utf8')).toMatch(
    /^records that nobody/,
  )
  expect(readFileSync(join(place('restored'), 'objects', 'sealed'), 'utf8')).toBe('records that were')
  const again = await startPostgres(place('restored'))
  try {
    const [{ n }] = await query(inOchno(again), `select count(*)::int as n from tenant where id ~ '^ten_\\d'`)
    expect(n).toBeGreaterThanOrEqual(committedBefore)
    const broken = await query(
      inOchno(again),
      'select sum(checksum_failures)::int as n from pg_stat_database',
    )
    expect(broken[0].n ?? 0).toBe(0)
    expect((await migrate(inOchno(again))).applied).toEqual([])
  } finally {
    await again.stop()
  }
})

test('F-22 keys lie apart from the data they open, and the reserve is not copied', () => {
  const paths = manifest.files.map(({ path }) => path)
  expect(paths.filter((path) => path.startsWith('keys/') || path === 'reserve')).toEqual([])
  expect(existsSync(join(place('keys'), 'kek', '0001'))).toBe(true)
})

test('F-22 P-24b what was erased after the backup stays erased', async () => {
  cpSync(place('keys'), place('keys-later'), { recursive: true, preserveTimestamps: true })
  appendFileSync(join(place('keys-later'), 'erased.jsonl'), `{"session":"ses_erased"}\n`)
  expect(await restoreTo('restored-later', place('backup'), place('keys-later'))).toMatchObject({
    erasedAgain: 1,
  })
  const again = await startPostgres(place('restored-later'))
  try {
    expect(await query(inOchno(again), 'select session_id from media_key')).toEqual([
      { session_id: 'ses_kept' },
    ])
  } finally {
    await again.stop()
  }
})

test('F-22 P-24b a restore cut off before the destroyed is destroyed again leaves no folder to start from', async () => {
  const cut = {
    source: place('backup'),
    keys: place('keys'),
    dataDir: place('cut-off'),
    database: 'not-there',
  }
  await expect(restoreBackup(cut)).rejects.toThrow(/not-there/)
  expect(existsSync(place('cut-off'))).toBe(false)
  // Killed, it leaves its database running; the next restore stops that before it writes anew.
  const { pid } = await startPostgres(place('cut-off.partial'))
  expect(await restoreTo('cut-off')).toMatchObject({ ok: true })
  expect(() => process.kill(pid, 0)).toThrow()
})

for (const [what, damage, refusal] of [
  [
    'one changed byte in the database',
    (folder: string) => flip(join(folder, 'postgres/global/pg_control')),
    { why: 'damaged', files: ['postgres/global/pg_control'] },
  ],
  [
    'a recording cut short',
    (folder: string) => truncateSync(join(folder, 'objects/sealed'), 3),
    { why: 'damaged', files: ['objects/sealed'] },
  ],
  [
    'a recording that is gone',
    (folder: string) => unlinkSync(join(folder, 'objects/sealed')),
    { why: 'missing', files: ['objects/sealed'] },
  ],
  ['an edited list', (folder: string) => flip(join(folder, MANIFEST)), { why: 'damaged_manifest' }],
  [
    'a list cut short',
    (folder: string) => truncateSync(join(folder, MANIFEST), 300),
    { why: 'damaged_manifest' },
  ],
  ['no list at all', (folder: string) => unlinkSync(join(folder, MANIFEST)), { why: 'no_manifest' }],
] as const)
  test(`F-22 a backup with ${what} is refused, says why, and restores nothing`, async () => {
    const source = damagedCopy(`damaged-${what}`, damage)
    expect(await restoreTo(`from-${what}`, source)).toEqual({ ok: false, ...refusal })
    expect(existsSync(place(`from-${what}`))).toBe(false)
  })

test('F-22 keys of another installation are refused', async () => {
  openKeyFiles(place('other-keys'))
  expect(await restoreTo('restored-other', place('backup'), place('other-keys'))).toEqual({
    ok: false,
    why: 'wrong_keys',
  })
})

test('F-22 a folder that already holds data is never written over', async () =>
  expect(
    await restoreBackup({ source: place('backup'), keys: place('keys'), dataDir, database: 'ochno' }),
  ).toEqual({
    ok: false,
    why: 'folder_in_use',
  }))

function flip(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
