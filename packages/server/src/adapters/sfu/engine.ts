import { type ChildProcess, fork } from 'node:child_process'
import type { EngineEars, MediaWay, RoomEngine } from '../../ports/room-engine.ts'
import type { Ask, Tell } from './messages.ts'

/** Begun with the first room, begun anew when it dies: those inside join again by themselves. */
export function sfuEngine(
  way: MediaWay,
  shape: { readonly voices: number; readonly pictures: number },
): RoomEngine {
  let child: ChildProcess | null = null
  let stopped = false
  let stats = { peers: 0, packetsIn: 0, packetsOut: 0 }
  const ears = new Map<string, EngineEars>()

  function start(): ChildProcess {
    const started = fork(new URL('./sfu-process.ts', import.meta.url), [], {
      execArgv: [],
      // Nothing of the operator's environment: this process reads what strangers send.
      env: {},
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.send({ do: 'ways', way, ...shape } satisfies Ask)
    started.on('message', (tell: Tell) => hear(tell))
    const died = () => {
      if (child !== started) return
      child = null
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
