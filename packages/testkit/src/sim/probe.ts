// What an honest uploader never does: knocking at the edges of the window (ING-7), other content under an accepted number (ING-21).
import { type Door as Seated, type DoorDeps, takeFrame } from '@ochno/server/features/ingest/door'
import { LIMITS } from '@ochno/server/features/ingest/refusal'
import { KIND } from '@ochno/evidence/record'
import { recordMaker } from '../chaos/record-maker.ts'
import type { World } from './world.ts'

export async function probe(world: World, deps: DoorDeps, seat: Seated): Promise<string[]> {
  if (!world.rng.chance(0.05)) return []
  const said: string[] = []
  const maker = recordMaker(
    { sid: seat.seat.session, tid: 'cam', no: 1, nonce: new Uint8Array(32) },
    world.now,
  )
  const offer = (seq: number) => {
    // Any prev will do: no neighbour of it is known.
    const made = maker.make(KIND.media, world.rng.bytes(8), { seq })
    takeFrame(deps, seat, made.frame, (_, __, outcome) =>
      said.push(`${seq} ${outcome.ok ? 'taken' : outcome.why}`),
    )
  }
  offer(LIMITS.window)
  offer(LIMITS.window - 1)
  await world.run(5_000)
  offer(LIMITS.window - 1)
  await world.run(5_000)
  const wanted = [`${LIMITS.window} window`, `${LIMITS.window - 1} taken`, `${LIMITS.window - 1} conflict`]
  return wanted
    .filter((line) => !said.includes(line))
    .map((line) => `probe: wanted ${line}, got ${said.join(', ')}`)
}
