// The server's side of a story: the real acceptor, door and spool on a disk that forgets and a database that fails.
import { openSpool, type SpoolFiles } from '@ochno/server/adapters/spool/spool'
import { type Acceptor, makeAcceptor } from '@ochno/server/features/ingest/acceptor'
import { type Door as Seated, takeFrame, takeRecord } from '@ochno/server/features/ingest/door'
import { tracksNow } from '@ochno/server/features/ingest/hello'
import { makeStage } from '@ochno/server/features/ingest/live-hub'
import { fullBucket } from '@ochno/domain/recording/quota'
import { defaultIngestPolicy } from '@ochno/domain/recording/window'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { concat, equal, hex } from '@ochno/evidence/bytes'
import { chainNext, genesis } from '@ochno/evidence/node/chain'
import { metaOf } from '@ochno/evidence/meta'
import { sha256 } from '@ochno/evidence/node/hash'
import { readHeader } from '@ochno/evidence/record'
import type { StoredRow } from '../chaos/checker.ts'
import { Database } from './database.ts'
import { Disk } from './disk.ts'
import type { Answer, Door } from './examinee.ts'
import { mount } from './fs.ts'
import { type Line, line } from './net.ts'
import { probe } from './probe.ts'
import type { MakeBackend } from './story.ts'
import { simKey, simSign } from './subtle.ts'
import type { Life } from './world.ts'

type Server = {
  readonly life: Life
  readonly acceptor: Acceptor
  readonly spool: SpoolFiles
  readonly lines: Set<Line>
}

const TENANT = 'ten_aaaaaaaaaaaaaaaaaaaaaaaaaa' as TenantId
const NONCE = 12
const TAG = 16
const REQUEST_MS = 15_000

export const ochno: MakeBackend = async (world, weather) => {
  const { rng } = world
  const disk = new Disk()
  let calm = false
  const trouble = {
    disk: { ms: rng.between(0.5, 20), eio: rng.chance(0.15) ? 0.03 : 0 },
    db: {
      ms: rng.between(0.5, 30),
      refuses: rng.chance(0.2) ? 0.1 : 0,
      forgetsToAnswer: rng.chance(0.2) ? 0.1 : 0,
    },
  }
  const quiet = { disk: { ms: 2, eio: 0 }, db: { ms: 2, refuses: 0, forgetsToAnswer: 0 } }
  const faults = () => (calm ? quiet : trouble)
  const database = new Database(world, () => faults().db)
  const fileBytes = rng.chance(0.5) ? 300 : 1 << 20
  let server: Server | null = null
  let skewMs = 0
  const nowMs = () => Math.floor(world.now() + skewMs)

  const start = async (life: Life): Promise<void> => {
    mount({ world, disk, life: () => life, faults: () => faults().disk })
    const spool = await openSpool({ dir: '/spool', fileBytes })
    const acceptor = makeAcceptor({
      spool,
      rows: database.rows(life),
      keys: {
        sealer: async () => (aad, payload) => [seal(aad, payload)],
        open: async (_, __, aad, stored) => unseal(aad, stored),
        derive: async () => new Uint8Array(32),
      },
      digest: sha256,
      signing: () => ({ keyId: simKey.id, sign: simSign }),
      nowMs,
      random: (bytes) => rng.bytes(bytes),
      gather: () => world.does(life, 3, () => undefined),
    })
    server = { life, acceptor, spool, lines: new Set() }
    world.note('server is up')
  }
  const boot = () => {
    const life = world.life('server')
    world.after(rng.between(50, 3000), life, () => void start(life))
    return life
  }
  let life = boot()
  const kill = (powerCut: boolean) => {
    world.note(powerCut ? 'power cut' : 'server killed')
    life.alive = false
    for (const each of server?.lines ?? []) each.cut()
    server = null
    if (powerCut) disk.cut((unsynced) => (rng.chance(0.3) ? rng.int(unsynced + 1) : 0))
    if (rng.chance(0.3)) skewMs += rng.between(-300_000, 300_000)
    life = boot()
  }
  const peril = rng.chance(0.5) ? rng.next() * 0.01 : 0
  world.perilous(peril, (who) => {
    if (who === life) kill(rng.chance(0.7))
  })

  const seated = (sid: string): Seated => ({
    seat: {
      session: sid as SessionId,
      tenant: TENANT,
      examinee: 'acc_a' as AccountId,
      state: 'in_progress',
      authorizedMs: 0,
      deauthorizedMs: null,
      closed: false,
    },
    bucket: fullBucket(defaultIngestPolicy, nowMs()),
    open: new Map(),
    tracks: new Map(),
  })
  const doorDeps = ({ acceptor }: Server) => ({
    acceptor,
    stage: makeStage(),
    policy: defaultIngestPolicy,
    nowMs,
    diskTakes: () => true,
    leaving: () => false,
  })
  // The lease (ING-15): who greets last holds it, what an earlier life left on the way is refused.
  const holders = new Map<string, Life>()
  const greeting = (of: Server, sid: string, client: Life) => {
    if (client.alive) holders.set(sid, client)
    return tracksNow(of, seated(sid))
  }
  const holds = (sid: string, client: Life) => holders.get(sid) === client

  /** A request and its answer; either may be lost, the server may die over it, the request may come twice. */
  const request = <T>(
    client: Life,
    handle: (of: Server, answer: (value: T) => void) => void,
  ): Promise<T | null> =>
    new Promise((resolve) => {
      const way = () => rng.next() * weather().latencyMs
      const lost = () => rng.chance(weather().drop + weather().cut)
      world.after(REQUEST_MS, client, () => resolve(null))
      if (lost()) return
      for (let copies = rng.chance(weather().twice) ? 2 : 1; copies > 0; copies--)
        world.after(way(), life, () => {
          if (!server) return resolve(null)
          handle(server, (value) => {
            if (!lost()) world.after(way(), client, () => resolve(value))
          })
        })
    })

  const door: Door = {
    tracks: (client, sid) =>
      request(client, (of, answer) => void greeting(of, sid, client).then(answer, () => undefined)),
    put: (client, sid, tid, _, bytes) =>
      request<Answer>(client, (of, answer) => {
        if (!holds(sid, client)) return
        takeRecord(doorDeps(of), seated(sid), bytes, (__, ___, outcome) =>
          answer(
            outcome.ok
              ? { is: 'receipt', signed: { ...outcome.receipt, tid } }
              : { is: 'nak', why: outcome.why, next: outcome.next },
          ),
        )
      }),
    socket: (client, sid, heard, closed) => {
      const at = server
      if (!at) {
        world.after(weather().latencyMs, client, closed)
        return { send: () => undefined, close: () => undefined }
      }
      const seat = seated(sid)
      const deps = doorDeps(at)
      const wire = line(
        world,
        weather,
        { life: client, heard: heard as (m: never) => void, closed },
        {
          life: at.life,
          closed: () => at.lines.delete(wire),
          heard: ((bytes: Uint8Array) =>
            holds(sid, client) &&
            takeFrame(deps, seat, bytes, (tid, seq, outcome) =>
              wire.down(
                JSON.stringify(
                  outcome.ok
                    ? { t: 'ack', tid, ...outcome.receipt }
                    : { t: 'nak', tid, seq, why: outcome.why, next: outcome.next },
                ),
              ),
            )) as (m: never) => void,
        },
      )
      at.lines.add(wire)
      world.after(rng.next() * weather().latencyMs, at.life, () =>
        greeting(at, sid, client).then(
          (tracks) => wire.down(JSON.stringify({ t: 'hello', serverMs: nowMs(), tracks })),
          () => wire.cut(),
        ),
      )
      return { send: wire.up, close: wire.cut }
    },
  }

  return {
    door,
    trouble: () => {
      const what = rng.int(4)
      if (what === 0) kill(true)
      else if (what === 1) kill(false)
      else if (what === 2) skewMs += rng.between(-300_000, 300_000)
      else {
        world.note('database away')
        database.down = true
        world.after(rng.between(100, 20_000), null, () => {
          database.down = false
        })
      }
    },
    calm: () => {
      calm = true
      database.down = false
    },
    found: async () => {
      if (!server) await world.run(10_000)
      const wrong = server
        ? await probe(world, doorDeps(server), seated(`ses_${'p'.repeat(26)}`))
        : ['server is down']
      // The last word has the power cut: what was promised must be there without anybody having closed anything.
      life.alive = false
      disk.cut()
      const evidence: string[] = [...wrong]
      const rows = database.all().flatMap(({ nonce, rows }) => {
        const sorted = rows.toSorted((a, b) => a.n - b.n)
        const [first] = sorted
        if (!first) return []
        let chain = genesis(first.session, first.tid, nonce)
        const heads = new Map(sorted.map((row) => [row.seq, sha256(row.header)]))
        return sorted.map((row): StoredRow => {
          const header = readHeader(row.header)
          const head = heads.get(row.seq) as Uint8Array
          if (!header) throw new Error('a stored header is none')
          const before = row.seq === 0 ? genesis(row.session, row.tid, nonce) : heads.get(row.seq - 1)
          if (before && !equal(before, header.prev))
            evidence.push(`${row.tid} ${row.seq}: prev is not its neighbour`)
          const meta = metaOf(header, head, { sid: row.session, tid: row.tid, n: row.n, srvMs: row.srvMs })
          chain = chainNext(chain, meta)
          if (!equal(chain, row.chain))
            evidence.push(`${row.tid} n ${row.n}: the server's chain does not verify`)
          return {
            sid: row.session,
            tid: row.tid,
            epoch: header.epoch,
            seq: row.seq,
            n: row.n,
            kind: header.kind,
            size: header.payloadLen,
            head: hex(head),
            chain: hex(row.chain),
            srvMs: row.srvMs,
            readBack: readBack(
              disk,
              row.place,
              row.stored,
              `${row.session}|${row.tid}|${header.epoch}|${row.seq}`,
            ),
          }
        })
      })
      return { rows: rows.filter(({ sid }) => !sid.startsWith('ses_p')), evidence: evidence.slice(0, 10) }
    },
  }
}

/** Keeps the shape of a stored record; whether it is the right one shows in its tag. */
const seal = (aad: string, payload: Uint8Array): Uint8Array =>
  concat(new Uint8Array(NONCE), payload, tagOf(aad, payload))
const tagOf = (aad: string, payload: Uint8Array) =>
  sha256(concat(sha256(payload), new TextEncoder().encode(aad))).subarray(0, TAG)

function unseal(aad: string, stored: Uint8Array): Uint8Array {
  const payload = stored.subarray(NONCE, stored.length - TAG)
  if (!equal(tagOf(aad, payload), stored.subarray(stored.length - TAG))) throw new Error('not genuine')
  return payload
}

function readBack(
  disk: Disk,
  place: { spoolId: number; at: number },
  stored: number,
  aad: string,
): string | null {
  const file = disk.find(`/spool/${String(place.spoolId).padStart(12, '0')}.spool`)
  const bytes = file?.bytes.subarray(place.at, place.at + stored)
  if (bytes?.length !== stored) return null
  try {
    return hex(sha256(unseal(aad, bytes)))
  } catch {
    return null
  }
}
