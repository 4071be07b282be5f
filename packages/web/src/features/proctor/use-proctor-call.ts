import { readConduct, type StandingView, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { createContext, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { openCamera, openMicrophone } from '../../talk/devices.ts'
import { type TalkNow, useTalkNow } from '../../talk/use-talk-now.ts'
import { changedBySaying } from './use-talk.ts'

export type CallFacts = StandingView['calls'][number]
type SaidEnd = Exclude<NonNullable<CallFacts['end']>, 'missed' | 'session_over' | 'too_long'>
type Held = { readonly session: SessionId; readonly name: string; readonly seq: number }

export type ProctorCall = {
  /** The call this page makes or has just made. */
  readonly of: Held | null
  readonly facts: CallFacts | null
  readonly talk: TalkNow
  readonly camera: MediaStreamTrack | null
  readonly busy: boolean
  /** Before it rang: the server refused, or there is no microphone. */
  readonly failure: Failure | 'no_microphone' | 'no_camera' | null
  readonly ring: (session: SessionId, name: string, reason: string) => Promise<boolean>
  /** Takes part again in a call that goes on, after this page was loaded anew or another colleague's was closed. */
  readonly join: (session: SessionId, name: string, seq: number) => Promise<void>
  readonly hangUp: () => void
  readonly showSelf: (on: boolean) => Promise<void>
  readonly forget: () => void
}

export const ProctorCallContext = createContext<ProctorCall | null>(null)

/** One call at a time for a proctor, whatever else is open on the wall. */
export function useProctorCall(): ProctorCall {
  const say = useDo(sayToExaminee, changedBySaying)
  const [of, setOf] = useState<Held | null>(null)
  const [microphone, setMicrophone] = useState<MediaStreamTrack | null>(null)
  const [camera, setCamera] = useState<MediaStreamTrack | null>(null)
  const [trouble, setTrouble] = useState<ProctorCall['failure']>(null)
  const [busy, setBusy] = useState(false)
  const load = useLoad(
    readConduct,
    { params: { sid: of?.session as SessionId }, query: { after: 0 } },
    { enabled: of !== null, everyMs: 1_000 },
  )
  const calls = of && load.is === 'ready' ? load.value.standing.calls : []
  const facts = calls.find(({ seq }) => seq === of?.seq) ?? null
  const over = facts !== null && facts.endedAt !== null

  const saying = useRef(say)
  saying.current = say
  const end = (is: SaidEnd) => {
    setMicrophone(null)
    if (of)
      void saying.current.run({ params: { sid: of.session }, body: { kind: 'call_end', of: of.seq, is } })
  }
  const talk = useTalkNow(
    of && microphone && !over ? { side: 'proctor', session: of.session, seq: of.seq, microphone } : null,
    { failed: end, over: () => setMicrophone(null) },
  )
  const noCamera = () => {
    camera?.stop()
    setCamera(null)
  }
  useEffect(() => {
    if (!over && microphone) return
    setMicrophone(null)
    setCamera((shown) => {
      shown?.stop()
      return null
    })
  }, [over, microphone])

  const hold = async (held: (heard: MediaStreamTrack) => Promise<Held | null>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    const heard = await openMicrophone()
    const next = heard && (await held(heard))
    setBusy(false)
    if (!heard) setTrouble('no_microphone')
    if (!next) {
      heard?.stop()
      return false
    }
    setMicrophone(heard)
    setOf(next)
    return true
  }

  return {
    of,
    facts,
    talk,
    camera,
    busy,
    failure: trouble,
    ring: (session, name, reason) =>
      hold(async () => {
        const answer = await say.run({ params: { sid: session }, body: { kind: 'call', reason } })
        if (answer.ok) return { session, name, seq: answer.body.seq }
        setTrouble(answer.failure)
        return null
      }),
    join: async (session, name, seq) => {
      await hold(async () => ({ session, name, seq }))
    },
    hangUp: () => end(facts?.answeredAt ? 'hung_up' : 'cancelled'),
    showSelf: async (on) => {
      setTrouble(null)
      if (!on) {
        noCamera()
        return talk.show(null)
      }
      const shown = await openCamera()
      if (!shown) return setTrouble('no_camera')
      setCamera(shown)
      talk.show(shown)
    },
    forget: () => {
      setMicrophone(null)
      setOf(null)
      setTrouble(null)
    },
  }
}
