// When the system asks to see the room: drawn once from a seed nobody types in, so that no proctor chooses the moment (TR-39, TR-47).
import { actionsUnder } from '../intervention/actions.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { type Instant, isAfter } from '../time.ts'

/** The part of a session where a look around makes sense: neither while sitting down nor while handing in. */
const FIRST_SHARE = 0.1
const LAST_SHARE = 0.9

/** sfc32 by C. Doty-Humphrey: the same 16 bytes give the same moments, which lets an appeal check them. */
function draws(seed: Uint8Array): () => number {
  if (seed.length !== 16) throw new Error('a schedule needs 16 random bytes')
  const words = new DataView(seed.buffer, seed.byteOffset, 16)
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => words.getUint32(at)) as [number, number, number, number]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** Null while nobody decided how many (TR-65); empty where the act asks for none. */
export function scanSchedule(
  policy: EffectivePolicy,
  session: { readonly from: Instant; readonly lengthMinutes: number },
  seed: Uint8Array,
): readonly Instant[] | null {
  if (!actionsUnder(policy).scanAtRandom) return []
  const count = numberOf(policy, 'room_scan.random_count_per_session')
  if (count === null) return null
  const next = draws(seed)
  const lengthMs = session.lengthMinutes * 60_000
  return Array.from({ length: count }, () => FIRST_SHARE + (LAST_SHARE - FIRST_SHARE) * next())
    .toSorted((a, b) => a - b)
    .map((share) => session.from.add({ milliseconds: Math.floor(lengthMs * share) }))
}

/** How many of the schedule are due; one after another, so the next waits until the one before has an end. */
export const isScanDue = (
  schedule: readonly Instant[],
  askedBySystem: number,
  oneWaits: boolean,
  now: Instant,
): boolean => {
  const next = schedule[askedBySystem]
  return next !== undefined && !oneWaits && !isAfter(next, now)
}
