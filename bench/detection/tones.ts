// Tones of the three portraits, measured once from the cheeks of their first calm picture by `node bench/detection/measure-tones.ts`.
import type { ToneBand } from '../../packages/detect/tests/drawn/tone.ts'

/** By the typology angle of the mean of both cheeks; the light of the photograph is in it. */
export const measuredTones: Readonly<Record<string, ToneBand>> = { A: 'brown', B: 'tan', C: 'intermediate' }
