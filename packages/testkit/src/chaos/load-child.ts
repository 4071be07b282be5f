import { setTimeout as pause } from 'node:timers/promises'
import { copyOf, unhex, utf8 } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { FLAG, KIND } from '@ochno/evidence/record'
import { type SocketLane, socketLane } from './lanes.ts'
import type { LoadMessage, LoadPlan, LoadReport, LoadTrack } from './load.ts'
import { fragmentBytes } from './media.ts'
import { partsOf, recordMaker } from './record-maker.ts'
import { rng } from './rng.ts'

const tell = (message: LoadMessage) => process.send?.(message)

process.once('message', async (plan: LoadPlan) => {
  const last = await run(plan).then(
    (report): LoadMessage => ({ is: 'report', report }),
    (cause): LoadMessage => ({ is: 'failed', why: String(cause) }),
  )
  // A report of megabytes is still on its way when send returns.
  process.send?.(last, () => process.disconnect())
})

function payloadPool(plan: LoadPlan, track: LoadTrack) {
  const size = Math.round((track.kbps * 1000 * track.fragmentS) / 8)
  return Array.from({ length: 24 }, (_, i) =>
    fragmentBytes(plan.seed, i, Math.round(size * (0.8 + (0.4 * i) / 23))),
  )
}

/** As in life no two fragments are alike: the server looks for the same bytes in two recordings. */
function unlike(body: Uint8Array, nonce: string | undefined, seq: number): Uint8Array {
  const payload = copyOf(body)
  payload.set(sha256(utf8(`${nonce} ${seq}`)))
  return payload
}

async function run(plan: LoadPlan): Promise<LoadReport> {
  const dice = rng(plan.seed)
  const ackMs: number[] = []
  const refused: Record<string, number> = {}
  const sentAt = new Map<string, number>()
  let [sent, acknowledged, bytes] = [0, 0, 0]
  let measuring = false
  let over = false

  const pools = new Map(plan.tracks.map((track) => [track.tid, payloadPool(plan, track)]))
  const lanes: SocketLane[] = []
  const streams: Array<() => Promise<void>> = []

  const join = async (seat: LoadPlan['seats'][number]) => {
    const lane = await socketLane(
      plan.server,
      seat,
      (told) => {
        if (told.is === 'nak') {
          refused[told.why] = (refused[told.why] ?? 0) + 1
          return
        }
        const key = `${told.receipt.sid}|${told.receipt.tid}|${told.receipt.seq}`
        const at = sentAt.get(key)
        if (at === undefined) return
        sentAt.delete(key)
        acknowledged++
        if (at > 0) ackMs.push(performance.now() - at)
      },
      (why) => {
        if (!over) refused[`closed ${why}`] = (refused[`closed ${why}`] ?? 0) + 1
      },
    )
    lanes.push(lane)
    for (const track of plan.tracks) {
      const hello = lane.hello.tracks[track.tid]
      const nonce = hello && unhex(hello.nonce)
      if (!nonce) throw new Error(`no track ${track.tid}`)
      const maker = recordMaker({ sid: seat.sid, tid: track.tid, no: hello.no, nonce })
      if (hello.next !== 0) throw new Error(`${seat.sid} has recorded before`)
      const note = (seq: number, size: number) => {
        sent++
        if (measuring) bytes += size
        sentAt.set(`${seat.sid}|${track.tid}|${seq}`, measuring ? performance.now() : 0)
      }
      const init = maker.make(KIND.init, fragmentBytes(plan.seed, 999, 300))
      note(init.op.seq, init.frame.length)
      lane.send(init.frame)
      const pool = pools.get(track.tid) ?? []
      const offset = dice.int(pool.length)
      streams.push(() => stream(lane, track, hello.no, maker, note, pool, offset, () => over))
    }
  }
  for (let at = 0; at < plan.seats.length; at += 20)
    await Promise.all(plan.seats.slice(at, at + 20).map(join))

  const running = streams.map(async (go, i) => {
    await pause(((i + dice.next()) / streams.length) * 2000)
    await go()
  })
  await pause(plan.warmS * 1000)
  measuring = true
  tell({ is: 'measuring' })
  const cpu = process.cpuUsage()
  await pause(plan.seconds * 1000)
  const used = process.cpuUsage(cpu)
  measuring = false
  tell({ is: 'measured' })
  over = true
  await Promise.all(running)
  for (let waited = 0; sentAt.size > 0 && waited < 15_000; waited += 50) await pause(50)
  for (const lane of lanes) lane.close()
  return {
    sent,
    acknowledged,
    refused,
    lost: [...sentAt.keys()],
    ackMs,
    bytes,
    clientCpuS: (used.user + used.system) / 1e6,
  }
}

async function stream(
  lane: SocketLane,
  track: LoadTrack,
  no: number,
  maker: ReturnType<typeof recordMaker>,
  note: (seq: number, size: number) => void,
  pool: readonly Uint8Array[],
  offset: number,
  over: () => boolean,
): Promise<void> {
  const began = performance.now()
  for (let i = 0; !over(); i++) {
    const due = began + (i + 1) * track.fragmentS * 1000
    const seq = maker.next()
    const payload = unlike(
      pool[(offset + i) % pool.length] as Uint8Array,
      lane.hello.tracks[track.tid]?.nonce,
      seq,
    )
    if (track.partsPerFragment > 0) {
      const parts = partsOf(no, maker.epoch(), seq, payload, track.partsPerFragment)
      for (const [p, part] of parts.entries()) {
        const at = due - track.fragmentS * 1000 * (1 - (p + 1) / parts.length)
        await pause(Math.max(0, at - performance.now()))
        lane.send(part)
      }
    } else await pause(Math.max(0, due - performance.now()))
    const flags = FLAG.key | FLAG.audio | FLAG.video | (track.partsPerFragment > 0 ? FLAG.parts : 0)
    const made = maker.make(KIND.media, payload, { flags, dur: track.fragmentS })
    note(seq, made.frame.length)
    lane.send(track.partsPerFragment > 0 ? made.header : made.frame)
  }
}
