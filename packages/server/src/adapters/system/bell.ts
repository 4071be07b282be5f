import type { SessionId } from '@ochno/domain/ids'
import type { ConductBell } from '../../ports/conduct.ts'

export function conductBell(): ConductBell {
  const waiting = new Map<SessionId, Set<() => void>>()
  let stopped = false
  const ring = (session: SessionId) => {
    for (const wake of [...(waiting.get(session) ?? [])]) wake()
  }
  return {
    ring,
    wait: (session, ms, gone) =>
      new Promise((resolve) => {
        if (stopped || gone.aborted || ms <= 0) return resolve()
        const here = waiting.get(session) ?? new Set()
        waiting.set(session, here)
        const wake = () => {
          clearTimeout(timer)
          gone.removeEventListener('abort', wake)
          here.delete(wake)
          if (here.size === 0 && waiting.get(session) === here) waiting.delete(session)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        gone.addEventListener('abort', wake)
        here.add(wake)
      }),
    stop: () => {
      stopped = true
      for (const session of [...waiting.keys()]) ring(session)
    },
  }
}
