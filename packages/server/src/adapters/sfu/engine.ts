import { type ChildProcess, fork } from 'node:child_process'
import type { Log } from '../../ports/log.ts'
import type { EngineEars, MediaWay, RoomEngine } from '../../ports/room-engine.ts'
import type { Ask, Tell } from './messages.ts'

/** What can not begin is not begun over and over; after a quiet minute it counts as well again. */
const PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const WELL_MS = 60_000

/** Begun with the first room, begun anew when it dies: those inside join again by themselves. */
export function sfuEngine(
  way: MediaWay,
  shape: { readonly voices: number; readonly pictures: number },
  log: Log,
  program = new URL('./sfu-process.ts', import.meta.url),
): RoomEngine {
  let pause = 0
  let notBefore = 0
  let child: ChildProcess | null = null
  let stopped = false
  let stats = { peers: 0, packetsIn: 0, packetsOut: 0 }
  const ears = new Map<string, EngineEars>()

  function start(): ChildProcess {
    const started = fork(program, [], {
      execArgv: [],
      // Nothing of the operator's environment: this process reads what strangers send.
      env: {},
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.send({ do: 'ways', way, ...shape } satisfies Ask)
    started.on('message', (tell: Tell) => hear(tell))
    const begun = performance.now()
    const died = () => {
      if (child !== started) return
      child = null
      const now = performance.now()
      pause = now - begun > WELL_MS || pause === 0 ? PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
      notBefore = now + pause
      if (!stopped)
        log.error('room.engine_ended', {
          code: started.exitCode,
          signal: started.signalCode,
          pauseMs: pause,
          people: ears.size,
        })
      const lost = [...ears.values()]
      ears.clear()
      for (const one of lost) one.state('failed')
    }
    started.on('exit', died)
    started.on('error', died)
    return started
  }

  function hear(tell: Tell): void {
    if (tell.t === 'stats') {
      const { t: _, ...counted } = tell
      stats = counted
      return
    }
    const one = ears.get(tell.peer)
    if (tell.t === 'offer') one?.offer(tell.sdp)
    else if (tell.t === 'candidate') one?.candidate(tell.candidate, tell.mid)
    else one?.state(tell.state)
  }

  const ask = (what: Ask) => {
    child?.send(what, () => undefined)
  }
  return {
    join: (peer, hears) => {
      if (stopped) return
      // Still resting: the page asks again by itself.
      if (!child && performance.now() < notBefore) return void setImmediate(() => hears.state('failed'))
      child ??= start()
      ears.set(peer, hears)
      ask({ do: 'join', peer })
    },
    answer: (peer, sdp) => ask({ do: 'answer', peer, sdp }),
    candidate: (peer, candidate, mid) => ask({ do: 'candidate', peer, candidate, mid }),
    show: (peer, slot, from) =>
      ask({ do: 'show', peer, slot, from: from?.peer ?? null, source: from?.source ?? '' }),
    gate: (peer, source, open) => ask({ do: 'gate', peer, source, open }),
    leave: (peer) => {
      ears.delete(peer)
      ask({ do: 'leave', peer })
    },
    stats: () => stats,
    close: () => {
      stopped = true
      ears.clear()
      child?.disconnect()
    },
  }
}
