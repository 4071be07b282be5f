import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { ConductBell } from '../../ports/conduct.ts'
import type { HintBell } from '../../ports/hints.ts'

const bellOf = <Key>() => {
  const waiting = new Map<Key, Set<() => void>>()
  let stopped = false
  const ring = (key: Key) => {
    for (const wake of [...(waiting.get(key) ?? [])]) wake()
  }
  return {
    ring,
    wait: (key: Key, ms: number, gone: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (stopped || gone.aborted || ms <= 0) return resolve()
        const here = waiting.get(key) ?? new Set()
        waiting.set(key, here)
        const wake = () => {
          clearTimeout(timer)
          gone.removeEventListener('abort', wake)
          here.delete(wake)
          if (here.size === 0 && waiting.get(key) === here) waiting.delete(key)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        gone.addEventListener('abort', wake)
        here.add(wake)
      }),
    stop: () => {
      stopped = true
      for (const key of [...waiting.keys()]) ring(key)
    },
  }
}

export const conductBell = (): ConductBell => bellOf<SessionId>()

export const hintBell = (): HintBell => {
  const bell = bellOf<AccountId>()
  return { ...bell, ring: (proctors) => proctors.forEach(bell.ring) }
}
