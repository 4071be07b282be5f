// The player's end of /ws/watch: one socket for the whole wall, comes back by itself.
import { type WatchAsk, watchTell } from '@ochno/contract/watch'
import { readWatchFrame } from './frames.ts'
import { type LiveState, saysTheSame } from './live-state.ts'
import type { SessionPlayer } from './session-player.ts'

const START: LiveState = {
  is: 'connecting',
  why: null,
  state: null,
  deadline: null,
  deauthorizedAt: null,
  tracks: [],
  joinedAt: null,
  droppedAt: null,
}

/** Refusals that time or a new network will not heal. */
const FINAL = new Set(['not_found', 'not_assigned', 'outside_window', 'asked'])
const LONGEST_WAIT_MS = 8_000

type Watched = { readonly player: SessionPlayer; sub: number | null; state: LiveState }

export class WatchClient {
  readonly #open: () => WebSocket
  readonly #watched = new Map<string, Watched>()
  readonly #listeners = new Set<() => void>()
  #socket: WebSocket | null = null
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #closed = false
  #online = false

  constructor(open: () => WebSocket) {
    this.#open = open
    this.#connect()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly online = (): boolean => this.#online
  readonly stateOf = (session: string): LiveState => this.#watched.get(session)?.state ?? START

  watch(session: string, player: SessionPlayer): () => void {
    this.#watched.set(session, { player, sub: null, state: START })
    this.#ask({ t: 'sub', session, tracks: ['cam', 'screen'] })
    return () => {
      if (this.#watched.get(session)?.player !== player) return
      this.#watched.delete(session)
      this.#ask({ t: 'unsub', session })
    }
  }

  #ask(message: WatchAsk): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #connect(): void {
    const socket = this.#open()
    this.#socket = socket
    socket.addEventListener('open', () => {
      this.#tries = 0
      this.#online = true
      this.#tell()
      for (const [session, { state }] of this.#watched)
        if (state.is !== 'closed') this.#ask({ t: 'sub', session, tracks: ['cam', 'screen'] })
    })
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') this.#onText(data)
      else this.#onBytes(new Uint8Array(data))
    })
    socket.addEventListener('close', () => {
      if (this.#closed || this.#socket !== socket) return
      this.#online = false
      for (const one of this.#watched.values()) {
        one.sub = null
        one.player.cut()
        if (one.state.is === 'live') one.state = { ...one.state, is: 'connecting' }
      }
      this.#tell()
      const wait = Math.min(LONGEST_WAIT_MS, 400 * 2 ** this.#tries++)
      this.#timer = setTimeout(() => this.#connect(), wait * (0.5 + Math.random() / 2))
    })
  }

  #onBytes(bytes: Uint8Array<ArrayBuffer>): void {
    const frame = readWatchFrame(bytes)
    if (!frame) return
    for (const one of this.#watched.values()) if (one.sub === frame.sub) one.player.take(frame)
  }

  #onText(text: string): void {
    const read = watchTell.safeParse(JSON.parse(text))
    if (!read.success) return
    const said = read.data
    switch (said.t) {
      case 'joined': {
        const one = this.#watched.get(said.session)
        if (!one) return
        one.sub = said.sub
        return this.#set(one, { is: 'live', why: null, joinedAt: performance.now() })
      }
      case 'epoch':
        return this.#bySub(said.sub)?.player.epoch(said.tid, said)
      case 'state': {
        const one = this.#watched.get(said.session)
        return one && this.#set(one, { ...said, is: 'live', why: null })
      }
      case 'dropped': {
        const one = this.#bySub(said.sub)
        one?.player.cut()
        return one && this.#set(one, { droppedAt: performance.now() })
      }
      case 'left':
      case 'no':
        return this.#onEnd(said.session, said.why)
    }
  }

  #onEnd(session: string | null, why: string): void {
    const one = session === null ? undefined : this.#watched.get(session)
    if (!one || session === null) return
    one.sub = null
    one.player.cut()
    if (FINAL.has(why)) return this.#set(one, { is: 'closed', why })
    this.#set(one, { is: 'connecting', why })
    setTimeout(() => this.#watched.get(session) === one && this.retry(session), 3_000)
  }

  /** Ask again for a session that was refused. */
  retry(session: string): void {
    const one = this.#watched.get(session)
    if (!one) return
    this.#set(one, { is: 'connecting' })
    this.#ask({ t: 'sub', session, tracks: ['cam', 'screen'] })
  }

  #bySub = (sub: number): Watched | undefined => [...this.#watched.values()].find((one) => one.sub === sub)

  #set(one: Watched, change: Partial<LiveState>): void {
    const next = { ...one.state, ...change }
    if (saysTheSame(one.state, next)) return
    one.state = next
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  close(): void {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#socket?.close()
  }
}
