import { performance } from 'node:perf_hooks'
import { fromMs } from '@ochno/domain/time'
import type { Clock } from '../../ports/clock.ts'

export const systemClock: Clock = {
  now: () => fromMs(Date.now()),
  ms: () => Date.now(),
  mono: () => performance.now(),
}
