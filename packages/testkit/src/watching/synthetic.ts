// A recording of any length out of half a minute of real WebM: clusters are stamped anew, so that a browser plays three hours.
import type { SessionId } from '@ochno/domain/ids'
import { type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import { FLAG, FORMAT, KIND, writeHeader } from '@ochno/evidence/record'
import type { LiveFrame, LiveHub, LiveSnapshot } from '@ochno/server/ports/live'
import type { Recordings, StoredRecord } from '@ochno/server/ports/recordings'
import { execFileSync } from 'node:child_process'

export type Media = { readonly init: Buffer; readonly clusters: readonly Buffer[]; readonly seconds: number }

const CLUSTER = Buffer.from('1f43b675', 'hex')
/** Identifier, size and time code of a stamped cluster. */
const STAMPED_HEAD = 4 + 8 + 10

export function realWebm(kind: 'cam' | 'screen', seconds = 20): Media {
  const fragmentS = kind === 'cam' ? 2 : 4
  const [size, fps] = kind === 'cam' ? ['640x480', 15] : ['1280x720', 5]
  const source = `${kind === 'cam' ? 'testsrc2' : 'smptebars'}=size=${size}:rate=${fps}:duration=${seconds}`
  const sound = ['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}`]
  const video = `-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 300k -g ${fps * fragmentS} -keyint_min ${fps * fragmentS}`
  const bytes = execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-f', 'lavfi', '-i', source],
      ...(kind === 'cam' ? sound : []),
      ...video.split(' '),
      ...(kind === 'cam' ? ['-c:a', 'libopus', '-b:a', '24k'] : []),
      ...[
        '-cluster_size_limit',
        '5M',
        '-cluster_time_limit',
        String(fragmentS * 1000),
        '-live',
        '1',
        '-f',
        'webm',
        '-',
      ],
    ],
    { maxBuffer: 1 << 27 },
  )
  const starts: number[] = []
  for (let at = bytes.indexOf(CLUSTER); at >= 0; at = bytes.indexOf(CLUSTER, at + 4)) starts.push(at)
  const whole = starts.map((start, i) => bytes.subarray(start, starts[i + 1])).slice(0, seconds / fragmentS)
  return { init: bytes.subarray(0, starts[0]), clusters: whole, seconds: fragmentS }
}

/**
 * The cluster with another time code; its blocks count from there. `room`: up to 100 bytes that players pass over, since no two
 * cameras ever film the same to the bit.
 */
export function restamp(cluster: Buffer, ms: number, room: Buffer = Buffer.alloc(0)): Buffer {
  const sizeLength = Math.clz32(cluster[4] ?? 0) - 23
  const at = 4 + sizeLength
  if (cluster[at] !== 0xe7) throw new Error('a cluster begins with its time code')
  const own = cluster.subarray(at + 2 + ((cluster[at + 1] ?? 0) & 0x7f))
  // An element Void.
  const blocks = room.length ? Buffer.concat([own, Buffer.from([0xec, 0x80 | room.length]), room]) : own
  const head = Buffer.alloc(STAMPED_HEAD)
  CLUSTER.copy(head)
  head.writeBigUInt64BE((1n << 56n) | BigInt(10 + blocks.length), 4)
  head[12] = 0xe7
  head[13] = 0x88
  head.writeBigUInt64BE(BigInt(Math.round(ms)), 14)
  return Buffer.concat([head, blocks])
}

export type Filmed = { readonly atMs: number; readonly end: number }

/** When each block of a stamped cluster was filmed, counted from its beginning, and where its bytes end: before that nobody can send them. */
export function filmedIn(cluster: Uint8Array): readonly Filmed[] {
  const out: Filmed[] = []
  const view = new DataView(cluster.buffer, cluster.byteOffset, cluster.byteLength)
  for (let at = STAMPED_HEAD; at + 2 < cluster.length; ) {
    const length = Math.clz32(cluster[at + 1] ?? 0) - 23
    let size = (cluster[at + 1] ?? 0) & (0xff >> length)
    for (let i = 1; i < length; i++) size = size * 256 + (cluster[at + 1 + i] ?? 0)
    const body = at + 1 + length
    // A SimpleBlock: one byte of track, then its time. Others belong to the block before them.
    const own = cluster[at] === 0xa3 ? view.getInt16(body + 1) : (out.at(-1)?.atMs ?? 0)
    at = body + size
    out.push({ atMs: Math.max(own, out.at(-1)?.atMs ?? 0), end: at })
  }
  return out
}

const NONE = new Uint8Array(32)

type Track = {
  readonly tid: TrackId
  readonly media: Media
  /** Clock of the recorder at the first sample of the epoch, and how many fragments it has. */
  readonly epochs: readonly { readonly startMs: number; readonly fragments: number }[]
}

type Entry = { readonly header: Uint8Array; readonly payload: () => Buffer; readonly srvMs: number }

export function entriesOf({ tid, media, epochs }: Track, wallMs: number): Entry[] {
  const out: Entry[] = []
  const flags = FLAG.video | (tid === 'cam' ? FLAG.audio : 0)
  const header = (kind: 0 | 1, epoch: number, mediaTs: number, size: number, startMs: number) =>
    writeHeader({
      kind,
      flags: kind === KIND.media ? flags | FLAG.key : flags,
      epoch,
      seq: out.length,
      wallMs: wallMs + startMs + mediaTs * 1000,
      mediaTs,
      dur: kind === KIND.media ? media.seconds : 0,
      payloadLen: size,
      track: trackNumbers[tid],
      format: FORMAT.webmVp9,
      sha256: NONE,
      prev: NONE,
      monoMs: startMs + mediaTs * 1000,
    })
  for (const [epoch, { startMs, fragments }] of epochs.entries()) {
    out.push({
      header: header(KIND.init, epoch, 0, media.init.length, startMs),
      payload: () => media.init,
      srvMs: wallMs + startMs + 50,
    })
    for (let i = 0; i < fragments; i++) {
      const cluster = media.clusters[i % media.clusters.length] as Buffer
      const stamp = () => restamp(cluster, i * media.seconds * 1000)
      out.push({
        header: header(KIND.media, epoch, i * media.seconds, stamp().length, startMs),
        payload: stamp,
        srvMs: wallMs + startMs + (i + 1) * media.seconds * 1000 + 50,
      })
    }
  }
  return out
}

export type MemoryNode = {
  readonly hub: LiveHub
  readonly recordings: Recordings
  readonly add: (session: SessionId, tid: TrackId, entries: readonly Entry[]) => void
  /** Lets a stored fragment arrive now, in parts or whole. */
  readonly emit: (session: SessionId, frame: LiveFrame) => void
  readonly reads: { count: number }
}

/** Hub and store of one process, for tests of what stands in front of them. */
export function memoryNode(): MemoryNode {
  const stored = new Map<string, Entry[]>()
  const listeners = new Map<SessionId, Set<(frame: LiveFrame) => void>>()
  const snapshots = new Map<SessionId, Map<TrackId, LiveSnapshot>>()
  const reads = { count: 0 }
  const of = (session: string, tid: string) => stored.get(`${session} ${tid}`) ?? []
  return {
    reads,
    add: (session, tid, entries) => stored.set(`${session} ${tid}`, [...of(session, tid), ...entries]),
    emit(session, frame) {
      if (frame.is !== 'closed') {
        const mine = snapshots.get(session) ?? new Map<TrackId, LiveSnapshot>()
        snapshots.set(session, mine)
        const was = mine.get(frame.tid) ?? { tid: frame.tid, init: null, last: null, open: null }
        mine.set(frame.tid, next(was, frame))
      }
      for (const listener of listeners.get(session) ?? []) listener(frame)
    },
    hub: {
      subscribe(session, listener) {
        const all = listeners.get(session) ?? new Set()
        listeners.set(session, all.add(listener))
        return () => all.delete(listener)
      },
      snapshot: (session) => [...(snapshots.get(session)?.values() ?? [])],
    },
    recordings: {
      tracks: async (_tenant, session) =>
        (['cam', 'screen'] as const)
          .filter((tid) => of(session, tid).length)
          .map((tid) => ({ tid, nonce: NONE, openedAtMs: 0, endedAtMs: null })),
      index: async (_tenant, session, tid) =>
        of(session, tid).map(
          ({ header, srvMs }, seq): StoredRecord => ({
            ...{ tid, n: seq, seq, srvMs, header },
            ...{ chain: NONE, sig: NONE, keyId: 'k' },
          }),
        ),
      async *read(_tenant, session, tid, from, to) {
        reads.count++
        for (const [i, { header, payload }] of of(session, tid)
          .slice(from, to + 1)
          .entries())
          yield { seq: from + i, header, payload: payload() }
      },
    },
  }
}

function next(was: LiveSnapshot, frame: LiveFrame & { is: 'record' | 'part' }): LiveSnapshot {
  if (frame.is === 'record') {
    const whole = { header: frame.header, payload: frame.payload }
    return frame.header[5] === KIND.init ? { ...was, init: whole } : { ...was, last: whole, open: null }
  }
  const { epoch, seq, offset, bytes } = frame
  if (offset === 0) return { ...was, open: { epoch, seq, bytes } }
  const joined = was.open && was.open.seq === seq ? Buffer.concat([was.open.bytes, bytes]) : null
  return { ...was, open: joined ? { epoch, seq, bytes: joined } : null }
}
