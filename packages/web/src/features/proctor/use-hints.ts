import { answerHint, type BlindView, type HintView, watchHints } from '@ochno/contract/hints'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'

const WAIT_S = 20
const AGAIN_MS = 3_000

export type WallBlind = BlindView & { readonly session: string }

export type WallHints = {
  /** The newest first. */
  readonly hints: readonly HintView[]
  /** When and why machines saw nothing. */
  readonly blind: readonly WallBlind[]
  readonly answer: (hint: HintView, state: 'answered' | 'dismissed') => void
}

/** Hints of those on the wall, as they come: the question stays open until there is an answer. */
export function useHints(onRing: () => void): WallHints {
  const [hints, setHints] = useState<readonly HintView[]>([])
  const [blind, setBlind] = useState<readonly WallBlind[]>([])
  const ring = useRef(onRing)
  ring.current = onRing
  const rang = useRef(new Set<string>())

  const put = useCallback((news: readonly HintView[], first: boolean) => {
    const loud = news.filter(({ rings, session, no }) => rings && !rang.current.has(`${session} ${no}`))
    for (const { session, no } of loud) rang.current.add(`${session} ${no}`)
    if (loud.length > 0 && !first) ring.current()
    setHints(news)
  }, [])

  useEffect(() => {
    const over = new AbortController()
    const listen = async () => {
      let seen = ''
      while (!over.signal.aborted) {
        const asked = { query: { seen, wait: seen === '' ? 0 : WAIT_S } }
        const answer = await call(watchHints, asked, over.signal).catch(() => null)
        if (over.signal.aborted) return
        if (!answer?.ok) {
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
          continue
        }
        if (answer.body.seen !== seen) {
          put(answer.body.hints, seen === '')
          setBlind(answer.body.blind)
        }
        seen = answer.body.seen
      }
    }
    void listen()
    return () => over.abort()
  }, [put])

  const answer = useCallback((hint: HintView, state: 'answered' | 'dismissed') => {
    setHints((before) =>
      before.map((one) =>
        one.session === hint.session && one.no === hint.no ? { ...one, state, rings: false } : one,
      ),
    )
    void call(answerHint, { params: { sid: hint.session, no: hint.no }, body: { state } })
  }, [])
  return { hints, blind, answer }
}
