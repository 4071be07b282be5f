// The record path on real parts (PostgreSQL, spool files, object files), without the transport around it.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import { idFrom } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { ephemeralSigner } from '@ochno/evidence/node/sign'
import { readHeader } from '@ochno/evidence/record'
import { mediaKeys } from '@ochno/server/adapters/media-crypto/media-keys'
import { diskObjects } from '@ochno/server/adapters/objects/disk'
import { recordings } from '@ochno/server/adapters/recordings/reader'
import { recordRows } from '@ochno/server/adapters/recordings/rows'
import { segments } from '@ochno/server/adapters/recordings/segments'
import { openSpool, type SpoolFiles } from '@ochno/server/adapters/spool/spool'
import { type AcceptorDeps, makeAcceptor } from '@ochno/server/features/ingest/acceptor'
import { makeSealer } from '@ochno/server/features/ingest/sealer'
import type { Outcome } from '@ochno/server/features/ingest/track'
import type { ObjectStore } from '@ochno/server/ports/objects'
import { type RecordMaker, recordMaker } from '@ochno/testkit/chaos/record-maker'
import type { TestDatabase } from '@ochno/testkit/database'

export type RecordPath = Awaited<ReturnType<typeof recordPath>>

export type Options = {
  readonly objects?: (inner: ObjectStore) => ObjectStore
  /** What the sealer reads from. */
  readonly spool?: (inner: SpoolFiles) => SpoolFiles
  readonly deps?: Partial<AcceptorDeps>
  readonly spoolFileBytes?: number
  readonly dir?: string
}

const kek = [{ id: 'kek', key: randomBytes(32) }]
export const signer = ephemeralSigner('receipt')
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export async function recordPath(db: TestDatabase, options: Options = {}) {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'ochno-path-')))
  const spool = await openSpool({ dir: join(dir, 'spool'), fileBytes: options.spoolFileBytes ?? 1 << 20 })
  const disk = await diskObjects(join(dir, 'objects'))
  const objects = options.objects?.(disk) ?? disk
  const keys = mediaKeys(db.pools.ingest, kek)
  const rowsOfSegments = segments(db.pools.ingest)
  const sealer = makeSealer({
    spool: options.spool?.(spool) ?? spool,
    objects,
    segments: rowsOfSegments,
    digest: sha256,
    nowMs: Date.now,
    log: quiet,
    sealAfterMs: 0,
    sealAtBytes: 256 * 1024,
    unsureMs: 0,
  })
  const acceptor = makeAcceptor({
    spool,
    rows: recordRows(db.pools.ingest),
    keys,
    digest: sha256,
    signing: () => signer,
    nowMs: Date.now,
    random: (bytes) => randomBytes(bytes),
    gather: () => new Promise((resolve) => setImmediate(resolve)),
    committed: (rows) => sealer.add(rows),
    ...options.deps,
  })
  const reader = recordings({ pool: db.pools.ingest, spool, objects, keys })

  return {
    dir,
    spool,
    objects,
    keys,
    sealer,
    segments: rowsOfSegments,
    acceptor,
    reader,
    send: async (session: Session, tid: TrackId, frame: Uint8Array): Promise<Outcome> => {
      const track = await acceptor.open(session.tenant, session.id, tid)
      const header = readHeader(frame)
      if (!header) throw new Error('not a record')
      return new Promise((resolve) => {
        acceptor.offer(track, header, frame.slice(0, 128), frame.subarray(128), resolve)
      })
    },
    maker: async (session: Session, tid: TrackId, no = 1): Promise<RecordMaker> => {
      const { nonce } = await acceptor.open(session.tenant, session.id, tid)
      return recordMaker({ sid: session.id, tid, no, nonce })
    },
    /** Everything of a track as it reads back: seq, payload hash, order of acceptance. */
    readBack: async (session: Session, tid: TrackId): Promise<Map<number, string>> => {
      const found = new Map<number, string>()
      for await (const { seq, payload } of reader.read(session.tenant, session.id, tid, 0, 0xffff_ffff))
        found.set(seq, hex(sha256(payload)))
      return found
    },
    close: async () => {
      await acceptor.idle()
      await spool.close()
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  }
}

export type Session = { readonly id: SessionId; readonly tenant: TenantId }

/** A session that may be recorded, with the rows it stands on. */
export async function aSession(db: TestDatabase): Promise<Session> {
  const id = <T extends string>(tag: T) => idFrom(tag, randomBytes(16))
  const [tenant, account, exam, session] = [id('ten'), id('acc'), id('exm'), id('ses')]
  await db.owner(`insert into tenant (id, name, created_at) values ($1, 'Школа', now())`, [tenant])
  await db.owner(
    `insert into account (id, tenant_id, login, full_name, created_at) values ($1, $2, $3, 'Ученик', now())`,
    [account, tenant, createHash('sha256').update(account).digest('hex')],
  )
  await db.owner(
    `insert into exam (id, tenant_id, title, opens_at, closes_at, length_minutes, created_by, created_at)
     values ($1, $2, 'Экзамен', now(), now() + interval '1 hour', 60, $3, now())`,
    [exam, tenant, account],
  )
  await db.owner(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, authorized_at, deadline, created_at)
     values ($1, $2, $3, $4, 'in_progress', now(), now() + interval '1 hour', 60, now(), now() + interval '1 hour', now())`,
    [session, tenant, exam, account],
  )
  return { id: session as SessionId, tenant: tenant as TenantId }
}
