// The record path, put together: lanes -> door -> acceptor -> spool and rows -> segments in the object store.
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ingestRoutes, ingestSocket } from '@ochno/contract/ingest'
import type { SessionId } from '@ochno/domain/ids'
import { sha256 } from '@ochno/evidence/node/hash'
import { KIND } from '@ochno/evidence/record'
import { watchDisk } from '../adapters/disk/disk.ts'
import { type KeyEncryption, mediaKeys } from '../adapters/media-crypto/media-keys.ts'
import { diskObjects, sweepUnfinished } from '../adapters/objects/disk.ts'
import { isWriteOnce, s3Objects } from '../adapters/objects/s3.ts'
import { ingestFigures } from '../adapters/metrics/ingest-figures.ts'
import { leaseRows } from '../adapters/recordings/leases.ts'
import { recordings } from '../adapters/recordings/reader.ts'
import { recordRows } from '../adapters/recordings/rows.ts'
import { seats } from '../adapters/recordings/seats.ts'
import { segments } from '../adapters/recordings/segments.ts'
import { openSpool } from '../adapters/spool/spool.ts'
import { makeAcceptor } from '../features/ingest/acceptor.ts'
import { makeEntrance } from '../features/ingest/entrance.ts'
import { makeLeases } from '../features/ingest/leases.ts'
import { makeStage } from '../features/ingest/live-hub.ts'
import { makeSealer } from '../features/ingest/sealer.ts'
import { defaultIngestPolicy, type IngestPolicy } from '@ochno/domain/recording/window'
import { ingestHandlers } from '../http/ingest.ts'
import type { DiskState } from '../ports/disk.ts'
import type { LiveHub } from '../ports/live.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Recordings } from '../ports/recordings.ts'
import type { KeyRing } from '../ports/signing.ts'
import { ingestSocketHandler } from '../ws/ingest.ts'
import type { Base, MountedRoute, Part } from './part.ts'

/** Records gather this long: at 400 a second it makes twelve of a batch and costs each fifteen milliseconds on average. */
const GATHER_MS = 30
const REFRESH_MS = 2_000
const SEAL_MS = 1_000
/** Whoever was authorised longer ago was forgotten, and holds nobody's clock any more. */
const LONGEST_MS = 24 * 60 * 60_000
const DISK_MS = 5_000
/** Ten times what a statement may take before we stop waiting for its answer. */
const UNSURE_MS = 60_000

export type IngestPart = Part & {
  readonly hub: LiveHub
  readonly recordings: Recordings
  readonly objects: ObjectStore
  /** How full the disk is, for the administrator. */
  readonly disk: () => DiskState
  /** Whether an exam is under way, recorded or not. */
  readonly underWay: () => boolean
  /** Seals everything that lies in the spool; for tests, for fsck and before a backup. */
  readonly sealAll: () => Promise<void>
  /** The key of a destroyed recording leaves the memory. */
  readonly forgetKey: (session: SessionId) => void
}

export type IngestFrom = {
  readonly kek: readonly KeyEncryption[]
  readonly keyRing: KeyRing
  /** A track said END: its recording may be ready to be closed (ING-26). */
  readonly ended: (session: SessionId) => void
  readonly policy?: Partial<IngestPolicy>
}

export async function composeIngest(base: Base, from: IngestFrom): Promise<IngestPart> {
  const { config, pools, clock, log, audit } = base
  const { storage } = config
  const policy = { ...defaultIngestPolicy, ...from.policy }
  const disk = await watchDisk(config.dataDir, storage, log)
  const spool = await openSpool({ dir: join(config.dataDir, 'spool'), fileBytes: storage.spoolFileBytes })
  const objects = await openObjects(base)
  const keys = mediaKeys(pools.ingest, from.kek)
  const figures = ingestFigures()
  const reader = recordings({ pool: pools.ingest, spool, objects, keys })
  const stage = makeStage()
  const sealer = makeSealer({
    spool,
    objects,
    segments: segments(pools.ingest),
    digest: sha256,
    nowMs: clock.mono,
    log,
    sealAfterMs: storage.sealAfterMs,
    sealAtBytes: storage.sealAtBytes,
    unsureMs: UNSURE_MS,
  })
  const acceptor = makeAcceptor({
    spool,
    rows: recordRows(pools.ingest),
    keys,
    digest: sha256,
    signing: () => {
      const { id } = from.keyRing.current('receipt')
      return { keyId: id, sign: (bytes) => from.keyRing.sign('receipt', bytes).signature }
    },
    nowMs: clock.ms,
    random: (bytes) => randomBytes(bytes),
    gather: () => new Promise((resolve) => setTimeout(resolve, GATHER_MS)),
    committed: (rows, headers) => {
      sealer.add(rows)
      rows.forEach(({ session }, i) => {
        if (headers[i]?.kind === KIND.end) from.ended(session)
      })
    },
    failed: (cause) =>
      log.warn('ingest.batch_failed', { known: cause instanceof Error ? cause.name : 'unknown' }),
    conflict: ({ tenant, session, tid }, seq) => {
      audit
        .record({
          at: clock.now(),
          tenant,
          actor: 'system',
          role: 'system',
          action: 'recording.conflict',
          object: session,
          purpose: 'violations',
          result: 'refused',
          details: { tid, seq },
        })
        .catch(() => log.error('ingest.conflict_not_journaled', { session }))
    },
    figures,
  })
  const leases = makeLeases({
    rows: leaseRows(pools.ingest),
    nowMs: clock.mono,
    leaseMs: policy.leaseMs,
    makeLease: () => randomBytes(16).toString('hex'),
  })
  let leaving = false
  const doorDeps = {
    acceptor,
    stage,
    policy,
    nowMs: clock.ms,
    diskTakes: () => disk.state().takesExams,
    leaving: () => leaving,
  }
  const seatRows = seats(pools.ingest)
  const entrance = makeEntrance({ ...doorDeps, seats: seatRows, leases })
  let authorised = false
  const lane = { ...doorDeps, entrance, recordings: reader, log }
  const socket = ingestSocketHandler(lane)
  const handlers = ingestHandlers({
    ...lane,
    leases,
    audit,
    keys,
    digestText: (text) => createHash('sha256').update(text).digest(),
    receiptKeys: () => from.keyRing.publicKeys().filter(({ use }) => use === 'receipt'),
    diskTakesNew: () => disk.state().takesNew,
  })
  const rounds = new Rounds((event, cause) =>
    log.warn(event, { known: cause instanceof Error ? cause.name : 'unknown' }),
  )

  return {
    hub: stage,
    recordings: reader,
    objects,
    disk: disk.state,
    underWay: () => authorised || entrance.recording() > 0,
    sealAll: sealer.sealAll,
    forgetKey: keys.forget,
    routes: Object.entries(ingestRoutes).map(
      ([name, route]) =>
        ({ route, handler: handlers[name as keyof typeof handlers] }) as unknown as MountedRoute,
    ),
    sockets: [{ route: ingestSocket, handler: socket }],
    metrics: async () =>
      figures.text({
        recording: entrance.recording(),
        unsealed: sealer.waiting(),
        queued: acceptor.waiting(),
        disk: disk.state().usedShare,
      }),
    ready: async () => (disk.state().takesExams ? null : 'disk'),
    start: async () => {
      await sealer.restore()
      rounds.every('ingest.refresh_failed', REFRESH_MS, entrance.refresh)
      rounds.every('ingest.under_way_failed', REFRESH_MS, async () => {
        authorised = await seatRows.underWay(clock.ms() - LONGEST_MS)
      })
      rounds.every('ingest.seal_failed', SEAL_MS, sealer.sweep)
      rounds.every('ingest.disk_failed', DISK_MS, disk.refresh)
    },
    settle: async () => {
      // The sockets are quiet by now; the HTTP lane is told to come back.
      leaving = true
      await acceptor.idle()
    },
    stop: async () => {
      disk.close()
      await rounds.end()
      await acceptor.idle()
      await spool.close()
    },
  }
}

async function openObjects({ config, log, ids }: Base): Promise<ObjectStore> {
  if (!config.s3) {
    const folder = join(config.dataDir, 'objects')
    await sweepUnfinished(folder)
    return diskObjects(folder)
  }
  const store = s3Objects(config.s3)
  const probe = `probe/${ids.make('prb')}`
  if (!(await isWriteOnce(store, probe))) {
    log.error('objects.overwrites', {})
    throw new Error('the object store overwrites objects silently; it can not hold evidence')
  }
  return store
}

/** Work that repeats until the end; a round that fails is told of and tried again in its turn. */
class Rounds {
  readonly #timers: NodeJS.Timeout[] = []
  readonly #running = new Set<Promise<void>>()
  readonly #failed: (event: string, cause: unknown) => void

  constructor(failed: (event: string, cause: unknown) => void) {
    this.#failed = failed
  }

  every(event: string, ms: number, work: () => Promise<void>): void {
    let busy = false
    this.#timers.push(
      setInterval(() => {
        if (busy) return
        busy = true
        const round = work()
          .catch((cause: unknown) => this.#failed(event, cause))
          .finally(() => {
            busy = false
            this.#running.delete(round)
          })
        this.#running.add(round)
      }, ms),
    )
  }

  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await Promise.all(this.#running)
  }
}
