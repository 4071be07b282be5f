// How the pages of a call write to each other: what is written is kept by the server in order, so a cut line loses nothing.
import {
  type CallNews,
  type CallSignal,
  readCallAsExaminee,
  readCallAsProctor,
  signalAsExaminee,
  signalAsProctor,
} from '@ochno/contract/calls'
import type { SessionId } from '@ochno/domain/ids'
import { call } from '../api/client.ts'

export type CallSide = 'proctor' | 'examinee'
export type CallLine = { readonly say: (signal: CallSignal) => void; readonly close: () => void }
export type LineEars = {
  readonly ways: (ice: CallNews['ice'], relayOnly: boolean) => void
  readonly heard: (signals: readonly CallSignal[]) => void
  /** The server says that the call is over. */
  readonly over: () => void
}

const WAIT_S = 15
const AGAIN_MS = 1_000
const AT_ONCE = 50

const routes = {
  proctor: { read: readCallAsProctor, write: signalAsProctor },
  examinee: { read: readCallAsExaminee, write: signalAsExaminee },
} as const

const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS))

/** No answer, a server in trouble, too fast: the same may be taken later. */
const mayHeal = (status: number): boolean => status === 0 || status === 401 || status === 429 || status >= 500

export function openLine(side: CallSide, session: SessionId, seq: number, ears: LineEars): CallLine {
  const { read, write } = routes[side]
  const params = { sid: session, seq }
  const closed = new AbortController()
  const unsent: CallSignal[] = []
  let sending = false

  const listen = async () => {
    let [after, wait, known] = [0, 0, false]
    while (!closed.signal.aborted) {
      const answer = await call(read, { params, query: { after, wait } }, closed.signal).catch(() => null)
      if (closed.signal.aborted) return
      if (!answer?.ok) {
        if (answer && !mayHeal(answer.failure.status)) return ears.over()
        await pause()
        continue
      }
      const { over, rows, ice, relayOnly } = answer.body
      if (over) return ears.over()
      if (!known) ears.ways(ice, relayOnly)
      known = true
      wait = WAIT_S
      after = rows.at(-1)?.no ?? after
      if (rows.length) ears.heard(rows.map(({ signal }) => signal))
    }
  }

  const send = async () => {
    if (sending) return
    sending = true
    while (unsent.length && !closed.signal.aborted) {
      const signals = unsent.slice(0, AT_ONCE)
      const answer = await call(write, { params, body: { signals } }, closed.signal).catch(() => null)
      if (closed.signal.aborted) return
      if (answer?.ok) unsent.splice(0, signals.length)
      else if (answer && !mayHeal(answer.failure.status)) unsent.length = 0
      else await pause()
    }
    sending = false
  }

  void listen()
  return {
    say: (signal) => {
      unsent.push(signal)
      // What is said in one breath goes in one letter.
      queueMicrotask(() => void send())
    },
    close: () => closed.abort(),
  }
}
