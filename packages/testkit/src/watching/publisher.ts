// An examinee without a browser: real WebM through the real ingest lane, as the recorder would send it.
import { randomBytes } from 'node:crypto'
import { takeLease } from '@ochno/contract/ingest'
import { trackNumbers } from '@ochno/domain/recording/track'
import { FLAG, FORMAT, HEADER, KIND, writePart } from '@ochno/evidence/record'
import { socketLane } from '../chaos/lanes.ts'
import { recordMaker } from '../chaos/record-maker.ts'
import type { TestSession } from '../server.ts'
import { filmedIn, type Media, restamp } from './synthetic.ts'

export type PublishedMedia = { readonly cam: Media; readonly screen: Media }
type Tid = keyof PublishedMedia
const TIDS = ['cam', 'screen'] as const

export type Publisher = {
  /** Seconds of finished fragments, at once, as a queue that is sent after a cut. Resolves when all is acknowledged. */
  readonly backlog: (seconds: number) => Promise<void>
  /** As time passes, in parts of 80 ms, each picture when it was filmed and not before. */
  readonly live: () => void
  /** Leaves out this much of one track's time. */
  readonly skip: (tid: Tid, seconds: number) => void
  readonly end: () => Promise<void>
  readonly stop: () => void
}

/** Records waiting for a receipt; more would be what a real outbox never does. */
const WINDOW = 48
const PART_MS = 80
const PART_BYTES = 30_000

export async function publisher(
  origin: string,
  session: TestSession,
  media: PublishedMedia,
  { pastMs = 0 } = {},
): Promise<Publisher> {
  const { client } = session.examinee
  const { lease } = await client.done(takeLease, {
    params: { sid: session.id },
    body: { device: randomBytes(24).toString('base64') },
  })
  let waiting = 0
  let wake = () => {}
  const refused: string[] = []
  const lane = await socketLane(
    { origin },
    { sid: session.id, lease, cookie: client.cookie },
    (told) => {
      waiting--
      if (told.is === 'nak') refused.push(`${told.tid} ${told.seq} ${told.why}`)
      wake()
    },
    () => wake(),
  )
  const began = Date.now() - pastMs
  const flags = (tid: Tid) => FLAG.video | (tid === 'cam' ? FLAG.audio : 0)
  const tracks = Object.fromEntries(
    TIDS.map((tid) => {
      const nonce = Buffer.from(lane.hello.tracks[tid]?.nonce ?? '', 'hex')
      return [
        tid,
        { maker: recordMaker({ sid: session.id, tid, no: trackNumbers[tid], nonce }), at: 0, n: 0 },
      ]
    }),
  ) as Record<Tid, { maker: ReturnType<typeof recordMaker>; at: number; n: number }>

  const times = (tid: Tid, dur: number) => ({
    wallMs: began + tracks[tid].at * 1000,
    monoMs: tracks[tid].at * 1000,
    mediaTs: tracks[tid].at,
    dur,
    format: FORMAT.webmVp9,
  })
  const send = (frame: Uint8Array) => {
    waiting++
    lane.send(frame)
  }
  const drained = async (below: number) => {
    while (waiting > below) {
      if (refused.length) throw new Error(`refused: ${refused[0]}`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  for (const tid of TIDS)
    send(tracks[tid].maker.make(KIND.init, media[tid].init, { ...times(tid, 0), flags: flags(tid) }).frame)
  await drained(0)

  const payloadOf = (tid: Tid) => {
    const { clusters } = media[tid]
    const cluster = clusters[tracks[tid].n % clusters.length] as Buffer
    return restamp(cluster, tracks[tid].at * 1000, Buffer.from(session.id))
  }
  const sealed = (tid: Tid, payload: Buffer, more: number) => {
    const record = tracks[tid].maker.make(KIND.media, payload, {
      ...times(tid, media[tid].seconds),
      flags: flags(tid) | FLAG.key | more,
    })
    tracks[tid].at += media[tid].seconds
    tracks[tid].n++
    return record
  }
  const timers: NodeJS.Timeout[] = []

  return {
    async backlog(seconds) {
      const until = Object.fromEntries(TIDS.map((tid) => [tid, tracks[tid].at + seconds])) as Record<
        Tid,
        number
      >
      for (;;) {
        const behind = TIDS.filter((tid) => tracks[tid].at < until[tid])
        const [next] = behind.toSorted((a, b) => tracks[a].at - tracks[b].at)
        if (!next) break
        send(sealed(next, payloadOf(next), 0).frame)
        await drained(WINDOW)
      }
      await drained(0)
    },
    live() {
      const zero = Date.now()
      for (const tid of TIDS) {
        const from = tracks[tid].at
        let payload = payloadOf(tid)
        let filmed = filmedIn(payload)
        let sent = 0
        const open = () => {
          payload = payloadOf(tid)
          filmed = filmedIn(payload)
          sent = 0
        }
        timers.push(
          setInterval(() => {
            const into = Date.now() - zero - (tracks[tid].at - from) * 1000
            const over = into >= media[tid].seconds * 1000
            const due = over ? payload.length : (filmed.findLast(({ atMs }) => atMs <= into)?.end ?? 0)
            while (sent < due) {
              const bytes = payload.subarray(sent, Math.min(due, sent + PART_BYTES))
              const { maker } = tracks[tid]
              const at = { track: trackNumbers[tid], epoch: maker.epoch(), seq: maker.next(), offset: sent }
              lane.send(writePart({ ...at, bytes }))
              sent += bytes.length
            }
            if (!over) return
            send(sealed(tid, payload, FLAG.parts).frame.subarray(0, HEADER))
            open()
          }, PART_MS),
        )
      }
    },
    skip: (tid, seconds) => {
      tracks[tid].at += seconds
    },
    async end() {
      for (const timer of timers) clearInterval(timer)
      for (const tid of TIDS)
        send(
          tracks[tid].maker.make(KIND.end, new Uint8Array(0), { ...times(tid, 0), format: FORMAT.none })
            .frame,
        )
      await drained(0)
      lane.close()
    },
    stop() {
      for (const timer of timers) clearInterval(timer)
      lane.close()
    },
  }
}
