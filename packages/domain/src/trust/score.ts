// The advisory score: 100 minus what each interval costs. Integers only (hundredths of a point), so the same events and the same
// version give the same score bit for bit on every machine. It orders work and decides nothing (T-17).
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Weights } from './weights.ts'

export type Interval = {
  readonly id: string
  readonly code: ViolationCode
  /** Milliseconds on the session's recording. */
  readonly fromMs: number
  readonly toMs: number
  readonly standing: Standing
}

/** `technical`: the machine could not see; `permitted`: a switch or an accommodation allows it; `dismissed`: a person said it was nothing. */
export type Standing = 'hint' | 'confirmed' | 'dismissed' | 'permitted' | 'technical'

export type Reason = {
  readonly interval: string
  readonly code: ViolationCode
  readonly standing: Standing
  /** Hundredths of a point taken off; 0 for what costs nothing. */
  readonly cost: number
  readonly rule: 'weight' | 'cap_of_code' | 'no_weight' | 'permitted' | 'dismissed' | 'technical' | 'floor'
}

export type Score = {
  readonly version: string
  readonly hundredths: number
  readonly reasons: readonly Reason[]
}

const FULL = 100_00

export function trustScore(intervals: readonly Interval[], weights: Weights): Score {
  const ordered = [...intervals].sort(
    (a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs || (a.id < b.id ? -1 : 1),
  )
  const spent = new Map<ViolationCode, number>()
  let left = FULL
  const reasons: Reason[] = []
  for (const interval of ordered) {
    const { cost: wanted, rule } = price(interval, spent, weights)
    const cost = Math.min(wanted, left)
    left -= cost
    spent.set(interval.code, (spent.get(interval.code) ?? 0) + cost)
    const { id, code, standing } = interval
    reasons.push({ interval: id, code, standing, cost, rule: cost < wanted ? 'floor' : rule })
  }
  return { version: weights.version, hundredths: left, reasons }
}

function price(
  { code, standing, fromMs, toMs }: Interval,
  spent: ReadonlyMap<ViolationCode, number>,
  weights: Weights,
): { cost: number; rule: Reason['rule'] } {
  if (standing === 'permitted' || standing === 'dismissed' || standing === 'technical')
    return { cost: 0, rule: standing }
  const weight = weights.byCode[code]
  if (!weight) return { cost: 0, rule: 'no_weight' }
  const seconds = Math.max(0, Math.floor((toMs - fromMs) / 1000))
  const full = weight.once + seconds * weight.perSecond
  const asked = standing === 'confirmed' ? full * weights.confirmedTimes : full
  const room = Math.max(0, weight.cap - (spent.get(code) ?? 0))
  return asked > room ? { cost: room, rule: 'cap_of_code' } : { cost: asked, rule: 'weight' }
}

/** The points as people read them: 87.5. */
export const points = (score: Score): number => score.hundredths / 100
