import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useRef, useState } from 'react'
import type { CallSide } from './line.ts'
import { useSoundOut } from './sound-out.ts'
import { openTalk, type Talk, type TalkSeen } from './talk.ts'

export type TalkNow = TalkSeen & {
  readonly muted: boolean
  readonly mute: (on: boolean) => void
  readonly show: (camera: MediaStreamTrack | null) => void
}

const nothing: TalkSeen = { link: 'joining', voice: null, picture: null }

/** Holds a talk for as long as there is one; the microphone given is stopped with it. */
export function useTalkNow(
  of: {
    readonly side: CallSide
    readonly session: SessionId
    readonly seq: number
    readonly microphone: MediaStreamTrack
  } | null,
  ears: {
    readonly shown?: (on: boolean) => void
    readonly failed: (why: 'no_path' | 'lost') => void
    readonly over: () => void
  },
): TalkNow {
  const [seen, setSeen] = useState(nothing)
  const [muted, setMuted] = useState(false)
  const talk = useRef<Talk | null>(null)
  const latest = useRef(ears)
  latest.current = ears
  const { side, session, seq, microphone } = of ?? {}
  useEffect(() => {
    if (!side || !session || !seq || !microphone) return
    const open = openTalk({
      side,
      session,
      seq,
      microphone,
      seen: setSeen,
      shown: (on) => latest.current.shown?.(on),
      failed: (why) => latest.current.failed(why),
      over: () => latest.current.over(),
    })
    talk.current = open
    return () => {
      open.close()
      microphone.stop()
      talk.current = null
      setSeen(nothing)
      setMuted(false)
    }
  }, [side, session, seq, microphone])
  useSoundOut(seen.voice)
  return {
    ...seen,
    muted,
    mute: (on) => {
      if (microphone) microphone.enabled = !on
      setMuted(on)
    },
    show: (camera) => talk.current?.show(camera),
  }
}
