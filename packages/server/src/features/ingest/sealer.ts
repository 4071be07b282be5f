// ING-31, ING-32: from the shared spool to one object per half minute of a track, verified before the spool is let go.
import type { ObjectStore } from '../../ports/objects.ts'
import type { Digest, Spool } from '../../ports/ingest.ts'
import type { Log } from '../../ports/log.ts'
import type { Loose, Segments } from '../../ports/segments.ts'
import { tagsOf } from './tags.ts'

export type SealerDeps = {
  readonly spool: Spool & {
    readonly files: () => Promise<readonly number[]>
    readonly current: () => number | null
    readonly drop: (spoolId: number) => Promise<void>
  }
  readonly objects: ObjectStore
  readonly segments: Segments
  readonly digest: Digest
  readonly nowMs: () => number
  readonly log: Log
  readonly sealAfterMs: number
  readonly sealAtBytes: number
  /** How long a statement may outlive its answer: a commit that looked failed may still come within it. */
  readonly unsureMs: number
}

type Group = { records: Loose[]; bytes: number; sinceMs: number }

export type Sealer = ReturnType<typeof makeSealer>

export function makeSealer(deps: SealerDeps) {
  const groups = new Map<string, Group>()
  /** Records of a spool file that only it holds. */
  const held = new Map<number, number>()
  /** Since when a spool file has been written no more. */
  const quietSince = new Map<number, number>()
  let running: Promise<void> | null = null
  /** One object is put together at a time, always in the same memory. */
  let memory = new Uint8Array(0)

  function add(records: readonly Loose[]): void {
    for (const record of records) {
      const key = `${record.session}|${record.tid}`
      const group = groups.get(key) ?? { records: [], bytes: 0, sinceMs: deps.nowMs() }
      group.records.push(record)
      group.bytes += record.stored
      groups.set(key, group)
      held.set(record.place.spoolId, (held.get(record.place.spoolId) ?? 0) + 1)
    }
  }

  const due = (key: string, group: Group, all: boolean) =>
    all ||
    group.bytes >= deps.sealAtBytes ||
    deps.nowMs() - group.sinceMs >= deps.sealAfterMs * (1 + spread(key))

  async function sweep(all: boolean): Promise<void> {
    for (const [key, group] of [...groups]) {
      if (!due(key, group, all)) continue
      groups.delete(key)
      let sealed = 0
      try {
        for (const piece of pieces(group.records, deps.sealAtBytes)) {
          await seal(piece)
          sealed += piece.length
        }
      } catch (cause) {
        deps.log.warn('seal_failed', { track: key, records: group.records.length - sealed })
        deps.log.debug('seal_failed_because', { cause: cause instanceof Error ? cause.message : 'unknown' })
        putBack(key, group.records.slice(sealed))
      }
    }
    await dropFiles()
  }

  async function seal(records: readonly Loose[]): Promise<void> {
    const [first] = records
    const last = records.at(-1)
    if (!first || !last) return
    const { tenant, session, tid } = first
    const bytes = await gather(records)
    const sha256 = deps.digest(
      tagsOf(
        bytes,
        records.map(({ stored }) => stored),
      ),
    )
    const no = await deps.segments.nextNo(session, tid)
    // A try before us may have stored the object and died before its row; under another name nothing is overwritten.
    const key = await store(`m/${session}/${tid}/${no}`, bytes)
    await deps.segments.add({
      tenant,
      session,
      tid,
      no,
      nFrom: first.n,
      nTo: last.n,
      key,
      bytes: bytes.length,
      sha256,
    })
    for (const { place } of records) held.set(place.spoolId, (held.get(place.spoolId) ?? 0) - 1)
  }

  async function store(name: string, bytes: Uint8Array): Promise<string> {
    for (let attempt = 0; attempt < 20; attempt++) {
      const key = attempt === 0 ? name : `${name}.${attempt}`
      await deps.objects.put(key, bytes)
      if (await deps.objects.holds(key, bytes)) return key
    }
    throw new Error(`the object store does not give back what was put: ${name}`)
  }

  async function gather(records: readonly Loose[]): Promise<Uint8Array> {
    const length = records.reduce((sum, { stored }) => sum + stored, 0)
    if (memory.length < length) memory = new Uint8Array(length)
    const out = memory.subarray(0, length)
    const left = placed(records)
    // Two at a time keep the disk awake, and the writer of the spool still finds a thread that is free.
    const lane = async () => {
      for (const { place, stored, at } of left)
        await deps.spool.read(place, stored, out.subarray(at, at + stored))
    }
    // When one fails the other must be over too: the memory is the next object's.
    for (const ended of await Promise.allSettled([lane(), lane()]))
      if (ended.status === 'rejected') throw ended.reason
    return out
  }

  function putBack(key: string, older: readonly Loose[]): void {
    const records = [...older, ...(groups.get(key)?.records ?? [])]
    const bytes = records.reduce((sum, { stored }) => sum + stored, 0)
    groups.set(key, { records, bytes, sinceMs: deps.nowMs() })
  }

  /** The rows decide, not our memory: a batch whose commit we did not hear of is acknowledged when it is sent again. */
  async function dropFiles(): Promise<void> {
    for (const id of await deps.spool.files()) {
      if (id === deps.spool.current() || (held.get(id) ?? 0) > 0) continue
      const since = quietSince.get(id) ?? deps.nowMs()
      quietSince.set(id, since)
      if (deps.nowMs() - since < deps.unsureMs) continue
      const missed = await deps.segments.loose(id)
      held.delete(id)
      if (missed.length > 0) {
        add(missed)
        continue
      }
      await deps.spool.drop(id)
      quietSince.delete(id)
    }
  }

  /** One sweep at a time; a call during a sweep waits for it and sweeps again. */
  async function run(all: boolean): Promise<void> {
    while (running) await running
    running = sweep(all).finally(() => {
      running = null
    })
    await running
  }

  return {
    add,
    /** What a restart finds unsealed. Must come before the first `add` of this life. */
    restore: async (): Promise<void> => {
      for (const id of await deps.spool.files()) add(await deps.segments.loose(id))
    },
    sweep: (): Promise<void> => run(false),
    sealAll: (): Promise<void> => run(true),
    waiting: (): number => [...groups.values()].reduce((sum, { records }) => sum + records.length, 0),
  }
}

/**
 * A class begins in one minute: a thousand tracks sealed in one moment would keep the disk from the records that wait for
 * their receipts. Each track has its own moment, 0 … 1, from its name.
 */
function spread(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 8) / 0x1000000
}

/** Records one after the other, each with where it begins. */
function* placed(records: readonly Loose[]): Generator<Loose & { readonly at: number }> {
  let at = 0
  for (const record of records) {
    yield { ...record, at }
    at += record.stored
  }
}

/** Runs of records no larger than the limit, at least one record each, and without a hole in n. */
function* pieces(records: readonly Loose[], limit: number): Generator<readonly Loose[]> {
  let piece: Loose[] = []
  let bytes = 0
  for (const record of records) {
    const follows = piece.length === 0 || record.n === (piece.at(-1)?.n ?? 0) + 1
    if (piece.length > 0 && (!follows || bytes + record.stored > limit)) {
      yield piece
      piece = []
      bytes = 0
    }
    piece.push(record)
    bytes += record.stored
  }
  if (piece.length > 0) yield piece
}
