// A process of its own: a fault in media never touches exams, and media never waits for them.
import ndc from 'node-datachannel'
import type { Ask, Tell } from './messages.ts'
import { type Count, makePeer, type Peer } from './peer.ts'

const STATS_MS = 5_000

// NOTE: without a callback this version throws.
ndc.initLogger('Fatal', () => undefined)

const peers = new Map<string, Peer>()
const count: Count = { packetsIn: 0, packetsOut: 0 }
let ways: Extract<Ask, { do: 'ways' }> | null = null

const tell = (what: Tell) => {
  if (process.connected) process.send?.(what)
}

function leave(name: string): void {
  peers.get(name)?.close()
  peers.delete(name)
}

function join(peer: string): void {
  if (!ways) return
  leave(peer)
  const made = makePeer(
    peer,
    { way: ways.way, shape: ways, count },
    {
      offer: (sdp) => tell({ t: 'offer', peer, sdp }),
      candidate: (candidate, mid) => tell({ t: 'candidate', peer, candidate, mid }),
      state: (state) => tell({ t: 'state', peer, state }),
    },
  )
  peers.set(peer, made)
}

function show({ peer, slot, from, source }: Extract<Ask, { do: 'show' }>): void {
  const place = peers.get(peer)?.slots.get(slot)
  if (!place) return
  const next = (from !== null && peers.get(from)?.sources.get(source)) || null
  if (place.from === next) return
  place.from?.to.delete(place)
  place.from = next
  place.turn()
  next?.to.add(place)
  next?.wake()
}

function take(ask: Ask): void {
  switch (ask.do) {
    case 'ways':
      ways = ask
      return
    case 'join':
      return join(ask.peer)
    case 'answer':
      return peers.get(ask.peer)?.answer(ask.sdp)
    case 'candidate':
      return peers.get(ask.peer)?.candidate(ask.candidate, ask.mid)
    case 'show':
      return show(ask)
    case 'gate': {
      const source = peers.get(ask.peer)?.sources.get(ask.source)
      if (!source || source.open === ask.open) return
      source.open = ask.open
      // A picture that was shut begins again with a whole one.
      for (const slot of source.to) slot.turn()
      source.wake()
      return
    }
    case 'leave':
      return leave(ask.peer)
  }
}

process.on('message', (ask: Ask) => {
  try {
    take(ask)
  } catch {
    // Of one page that says nonsense nobody else suffers.
    if ('peer' in ask) tell({ t: 'state', peer: ask.peer, state: 'failed' })
  }
})
setInterval(() => tell({ t: 'stats', peers: peers.size, ...count }), STATS_MS).unref()
process.on('disconnect', () => process.exit(0))
