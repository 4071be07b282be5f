// One seed, one story: an exam is recorded through bad weather and crashes, then the weather clears, everything must arrive.
import { KIND } from '@ochno/evidence/record'
import type { TrackId } from '@ochno/domain/recording/track'
import { check, type Found, type StoredRow, type Violation } from '../chaos/checker.ts'
import { history } from '../chaos/history.ts'
import { Disk } from './disk.ts'
import { type Door, Examinee } from './examinee.ts'
import { fair, type Weather } from './net.ts'
import { World } from './world.ts'

export type Backend = {
  readonly door: Door
  /** Something bad happens to the server's side; it comes back by itself. */
  readonly trouble: () => void
  /** No more trouble from now on. */
  readonly calm: () => void
  readonly found: () => Promise<Found>
}
export type MakeBackend = (world: World, weather: () => Weather, sids: readonly string[]) => Promise<Backend>

export type Ending = {
  readonly violations: readonly Violation[]
  readonly world: World
  readonly rows: number
}

type Safe = { readonly disk: Disk; readonly sid: string; readonly tid: TrackId; readonly sha256: string }

const TROUBLE_MS = 60_000
const CALM_MS = 20 * 60_000

export async function story(seed: number, make: MakeBackend, tracing = false): Promise<Ending> {
  const world = new World(seed, tracing)
  const { rng } = world
  const log = history()
  const storm: Weather = {
    latencyMs: rng.between(1, 400),
    drop: rng.chance(0.3) ? rng.next() * 0.05 : 0,
    twice: rng.chance(0.3) ? rng.next() * 0.1 : 0,
    reorder: rng.chance(0.3) ? rng.next() * 0.2 : 0,
    cut: rng.chance(0.6) ? rng.next() * 0.05 : 0,
  }
  let weather = storm
  const sids = Array.from({ length: rng.chance(0.3) ? 2 : 1 }, (_, i) => `ses_${'a'.repeat(25)}${'bc'[i]}`)
  const backend = await make(world, () => weather, sids)
  const promised: Safe[] = []
  const seats = sids.map((sid) => {
    const disk = new Disk()
    const tracks = (rng.chance(0.5) ? ['cam', 'screen'] : ['cam']) as TrackId[]
    const open = (disk: Disk) =>
      new Examinee({
        world,
        disk,
        door: backend.door,
        history: log,
        sid,
        tracks,
        promised: (tid, sha256) => promised.push({ disk, sid, tid, sha256 }),
      })
    return { disk, tracks, open, now: open(disk) }
  })
  let left = rng.int(10) + 3
  for (const seat of seats) {
    let busy: Promise<unknown> = seat.now.start()
    const act = (round: number) => {
      const { now } = seat
      busy = busy.then(async () => {
        for (const tid of seat.tracks)
          await now.record(
            tid,
            round === 0 || rng.chance(0.1) ? KIND.init : KIND.media,
            rng.bytes(4 + rng.int(28)),
          )
      })
      if (--left > 0) world.after(rng.between(50, 5000), now.life, () => act(round + 1))
    }
    world.after(10, seat.now.life, () => act(0))
    const reopen = (disk: Disk) => {
      seat.now.kill()
      seat.disk.cut((unsynced) => (rng.chance(0.5) ? rng.int(unsynced + 1) : 0))
      seat.disk = disk
      seat.now = seat.open(disk)
      busy = seat.now.start()
      world.after(10, seat.now.life, () => act(0))
    }
    if (rng.chance(0.25)) world.after(rng.next() * TROUBLE_MS, null, () => reopen(seat.disk))
    if (rng.chance(0.1)) {
      // Another laptop, or the browser's storage wiped; perhaps the first one comes back with what it still held.
      const first = seat.disk
      const at = rng.next() * (TROUBLE_MS - 20_000)
      world.after(at, null, () => reopen(new Disk()))
      if (rng.chance(0.5)) world.after(at + rng.next() * 20_000, null, () => reopen(first))
    }
  }
  for (let i = rng.int(4); i > 0; i--) world.after(rng.next() * TROUBLE_MS, null, () => backend.trouble())

  await world.run(TROUBLE_MS)
  weather = fair
  world.perilous(0, () => undefined)
  backend.calm()
  const waiting = () => seats.reduce((sum, { now }) => sum + now.waiting(), 0)
  await world.run(CALM_MS, () => waiting() === 0 && left <= 0)
  await world.run(2_000)
  log.unknown(world.now(), 'the story ended')
  const found = await backend.found()
  const violations = [...check(log.events, found)]
  for (const seat of seats) {
    if (seat.now.denied)
      violations.push({ invariant: 0, says: 'nobody is turned away', what: seat.now.denied })
    if (seat.now.waiting() > 0)
      violations.push({
        invariant: 0,
        says: 'what waits arrives in the end',
        what: `${seat.now.waiting()} still wait`,
      })
    for (const warning of seat.now.warnings) world.note(`warned: ${warning}`)
  }
  // What lies on a machine that never came back is not lost yet, and not here either.
  const here = promised.filter(({ disk }) => seats.some((seat) => seat.disk === disk))
  violations.push(...kept(here, found.rows))
  return { violations, world, rows: found.rows.length }
}

function kept(
  promised: readonly { sid: string; tid: string; sha256: string }[],
  rows: readonly StoredRow[],
): Violation[] {
  const stored = new Set(rows.map(({ sid, tid, readBack }) => `${sid}|${tid}|${readBack}`))
  return promised
    .filter(({ sid, tid, sha256 }) => !stored.has(`${sid}|${tid}|${sha256}`))
    .map(({ sid, tid, sha256 }) => ({
      invariant: 1,
      says: 'what lay safe in an outbox is recorded',
      what: `${sid}|${tid} ${sha256.slice(0, 12)}`,
    }))
}
