import type { Recorder } from '@ochno/capture'
import { type StandingView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { openMicrophone } from '../../talk/devices.ts'
import { useTalkNow } from '../../talk/use-talk-now.ts'
import { chime } from './chime.ts'

export type CallView = StandingView['calls'][number]
type End = NonNullable<CallView['end']>
type SaidEnd = Exclude<End, 'missed' | 'session_over' | 'too_long'>

const RING_MS = 4_000

type Asked = {
  readonly session: SessionId
  readonly standing: StandingView
  readonly now: number
  readonly recorder: Recorder | null
}

/** `left`: answered, but not by this page: it was loaded anew. */
export type CallStands = 'none' | 'ringing' | 'left' | 'talking'

export function useExamineeCall({ session, standing, now, recorder }: Asked) {
  const say = useDo(sayToProctor)
  const [microphone, setMicrophone] = useState<MediaStreamTrack | null>(null)
  const [busy, setBusy] = useState(false)
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const [seenOpen, setSeenOpen] = useState<number | null>(null)
  const latest = standing.calls.at(-1) ?? null
  const late = latest && !latest.answeredAt && now >= Date.parse(latest.answerUntil)
  const open = latest && latest.endedAt === null && !late ? latest : null
  const seq = open?.seq ?? null
  const answered = open?.answeredAt != null
  const stands: CallStands = !open ? 'none' : !answered ? 'ringing' : microphone ? 'talking' : 'left'

  // What ended while this page looked on is told; an old call is not.
  useEffect(() => {
    if (seq !== null) setSeenOpen(seq)
    else setMicrophone(null)
  }, [seq])
  const told = latest && !open && latest.seq === seenOpen && !closed.has(latest.seq) ? latest : null

  const end = async (is: SaidEnd) => {
    setMicrophone(null)
    if (seq !== null) await say.run({ params: { sid: session }, body: { kind: 'call_end', of: seq, is } })
  }
  const answer = async () => {
    if (seq === null) return
    setBusy(true)
    const heard = await openMicrophone(recorder?.preview()?.getAudioTracks()[0] ?? null)
    if (!heard) await end('no_microphone')
    else {
      const body = { kind: 'call_answered', of: seq } as const
      const taken = answered || (await say.run({ params: { sid: session }, body })).ok
      if (taken) setMicrophone(heard)
      else heard.stop()
    }
    setBusy(false)
  }

  const camera = useRef<MediaStreamTrack | null>(null)
  const talking = microphone !== null && seq !== null && answered
  const talk = useTalkNow(talking ? { side: 'examinee', session, seq, microphone } : null, {
    shown: (on) => {
      camera.current?.stop()
      camera.current = on ? (recorder?.preview()?.getVideoTracks()[0]?.clone() ?? null) : null
      talk.show(camera.current)
    },
    failed: (why) => void end(why),
    over: () => setMicrophone(null),
  })
  useEffect(() => {
    if (talking) return
    camera.current?.stop()
    camera.current = null
  }, [talking])

  useInRecord(recorder, talk.voice, seq)
  usePictureInRecord(recorder, talk.picture, seq)
  useRinging(session, stands === 'ringing' ? seq : null)

  return {
    open,
    stands,
    ended: told ? (told.end ?? 'missed') : null,
    busy,
    failure: say.failure,
    answer,
    end,
    talk,
    forget: () => latest && setClosed((before) => new Set(before).add(latest.seq)),
  }
}

/** Both voices stand in the examinee's record, and where in it. */
function useInRecord(recorder: Recorder | null, voice: MediaStreamTrack | null, seq: number | null): void {
  useEffect(() => {
    if (!recorder || !voice || seq === null) return
    recorder.note('call_voice', { call: seq, on: true })
    recorder.addVoice(voice)
    return () => {
      recorder.addVoice(null)
      recorder.note('call_voice', { call: seq, on: false })
    }
  }, [recorder, voice, seq])
}

/** So does the caller's picture, while it is shown: a track of its own beside the examinee's. */
function usePictureInRecord(
  recorder: Recorder | null,
  picture: MediaStreamTrack | null,
  seq: number | null,
): void {
  useEffect(() => {
    if (!recorder || !picture || seq === null) return
    recorder.note('call_picture', { call: seq, on: true })
    recorder.addPicture(picture)
    return () => {
      recorder.addPicture(null)
      recorder.note('call_picture', { call: seq, on: false })
    }
  }, [recorder, picture, seq])
}

/** Rings until somebody answers, and tells that it was shown and heard: a page that never showed a call has missed nothing. */
function useRinging(session: SessionId, seq: number | null): void {
  useEffect(() => {
    if (seq === null) return
    const told = new Set<string>()
    const tell = (medium: 'text' | 'audio') => {
      if (told.has(medium)) return
      told.add(medium)
      void call(sayToProctor, { params: { sid: session }, body: { kind: 'reached', of: seq, medium } })
    }
    const ring = () => {
      if (document.visibilityState === 'visible') tell('text')
      void chime().then((heard) => heard && tell('audio'))
    }
    ring()
    const again = setInterval(ring, RING_MS)
    return () => clearInterval(again)
  }, [session, seq])
}
