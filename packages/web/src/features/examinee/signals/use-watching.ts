import { measureVirtual, type Recorder, type RecorderState } from '@ochno/capture'
import { DETECTOR, type EyesState, type UsualPosture, type Voice } from '@ochno/detect'
import { readWatching, reportHints } from '@ochno/contract/hints'
import type { SessionView } from '@ochno/contract/sessions'
import { calibration1, type HintSettings } from '@ochno/domain/hint/settings'
import type { DeviceChanges } from '@ochno/domain/hint/devices'
import type { BrowserSignal, ScreenSignal, Signal } from '@ochno/domain/hint/signal'
import { floorOf, hear, judgeSound, nothingHeard, type SoundWatch } from '@ochno/domain/hint/sound'
import type { ListingAct } from '@ochno/domain/incident/violation'
import { type EffectivePolicy, unruled } from '@ochno/domain/policy/effective'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/client.ts'
import type { DeviceKind } from '../../../machine/chosen-devices.ts'
import { useEyes } from '../detect/use-eyes.ts'
import { watchDevices } from './device-changes.ts'
import { type HintEngine, hintEngine } from './hint-engine.ts'
import { hintPost, type Letter, type Sent } from './hint-post.ts'
import { tellsMonitors, watchPage } from './page-signals.ts'
import { watchShared } from './watch-shared.ts'

const TURN_MS = 500
/** Of the meter's ten beats a second. */
const SOUND_EVERY = 2
const ROOM_KNOWN = 300
type Heard = { readonly watch: SoundWatch; readonly beats: number; readonly began: number | null }
/** The computer slept: the page's clock stood still, so what comes is another run. */
const SLEPT_MS = 5_000

const newRun = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('')

type Values = Readonly<Record<string, boolean | number | string | readonly string[] | null>>

/** The parameters the server sent, in the place of the whole policy. */
const policyOf = (values: Values): EffectivePolicy => ({
  ...unruled,
  ...Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, origin: { from: 'nobody' as const } }]),
  ),
})

type Known = {
  readonly settings: HintSettings
  readonly usualNoise: number | null
  readonly usualPosture: UsualPosture | null
}

/** By what this exam is watched; null until it is known, and for good where nothing may be watched. */
function useSettings(session: SessionView['id']): Known | null {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const answer = await call(readWatching, { params: { sid: session } }).catch(() => null)
      if (gone) return
      if (!answer?.ok) {
        setTimeout(ask, 3_000)
        return
      }
      const { settings, usualNoise, usualPosture } = answer.body
      if (settings)
        setKnown({
          settings: {
            act: settings.act as ListingAct | null,
            policy: policyOf(settings.policy),
            calibration: calibration1,
          },
          usualNoise,
          usualPosture,
        })
    }
    void ask()
    return () => {
      gone = true
    }
  }, [session])
  return known
}

type Watched = {
  readonly session: SessionView['id']
  readonly recorder: Recorder | null
  readonly state: RecorderState
  /** A call rings or goes on: what is heard is the talk, and no hint comes of it. */
  readonly talking: boolean
  /** What recorded before this page was opened, if it was. */
  readonly began: Partial<Record<DeviceKind, string>>
}

type Watching = {
  /** The place to tell how loud it is. */
  readonly heard: (peak: number) => void
  /** Null: nothing is watched, or not yet. */
  readonly eyes: EyesState | null
}

/** Watches what the rules of the exam name, and tells the server. */
export function useWatching({ session, recorder, state, talking, began }: Watched): Watching {
  const known = useSettings(session)
  const engine = useRef<HintEngine | null>(null)
  const latest = useRef(state)
  latest.current = state
  const latestBegan = useRef(began)
  const inCall = useRef(talking)
  inCall.current = talking
  const sound = useRef<Heard>({ watch: nothingHeard, beats: 0, began: null })
  const voice = useRef<{ readonly said: Voice | null; readonly heldMs: number }>({ said: null, heldMs: 0 })
  const eyes = useEyes({
    recorder: known ? recorder : null,
    checked: known?.usualPosture ?? null,
    state,
    onSignals: useCallback((signals: readonly Signal[]) => engine.current?.feed(signals), []),
    onVoice: (said, heldMs) => {
      voice.current = { said, heldMs }
    },
  })
  const detector =
    eyes === null || eyes.is === 'loading' ? undefined : eyes.is === 'watching' ? DETECTOR : null
  const seeing = useRef(detector)
  seeing.current = detector

  useEffect(() => {
    if (!known) return
    const made = hintEngine(known.settings, () => inCall.current)
    engine.current = made
    let run = newRun()
    let drift = Date.now() - performance.now()
    const { plain: virtualMachine, weak: virtualWeak } = measureVirtual()
    let changed: DeviceChanges | null = null
    let over = false
    let window_: Pick<ScreenSignal, 'extended' | 'focused' | 'fullscreen'> | null = null
    let browser: Pick<BrowserSignal, 'translator' | 'screenshotKey' | 'took'> | null = null

    const post = hintPost(async ({ hints, blind, machine }: Letter): Promise<Sent> => {
      const body = {
        run,
        nowMs: Math.round(performance.now()),
        hints: [...hints],
        blind: [...blind],
        machine,
      }
      const answer = await call(reportHints, { params: { sid: session }, body })
      if (answer.ok) return 'taken'
      const { status } = answer.failure
      over = status === 404
      // 0: no network. Signed out, too fast or a server in trouble: the same may be taken later.
      return status === 0 || status >= 500 || status === 401 || status === 429 ? 'failed' : 'refused'
    })

    const seeScreen = () => {
      const { screen, phase, lane, warnings, lastReceiptMs } = latest.current
      const at = performance.now()
      if (window_)
        made.see(
          {
            on: 'screen',
            shared: screen === 'live' ? 'monitor' : 'none',
            black: shared.black(),
            frozen: shared.frozen(),
            ...window_,
          },
          at,
        )
      if (browser)
        made.see(
          {
            on: 'browser',
            virtualMachine,
            virtualWeak,
            ...(changed && { changed }),
            otherSession: warnings.includes('lease_taken'),
            ...browser,
          },
          at,
        )
      // Before the first receipt the line is not lost, it is not there yet.
      const online = navigator.onLine && (lane !== null || lastReceiptMs === null)
      // This page is the session: whether its person sits in the test as well is known elsewhere, and told by people.
      made.see({ on: 'link', online, recording: phase !== 'failed', joined: true }, at)
    }
    const shared = watchShared(
      () => recorder?.preview('screen') ?? null,
      // Where a browser does not tell of a second monitor, the page may be on it, and nothing is said.
      () => window_?.focused === true && window_.extended === false,
    )
    const leave = watchPage({
      onScreen: (seen) => {
        window_ = seen
        seeScreen()
      },
      onBrowser: (seen) => {
        browser = seen
        seeScreen()
      },
    })

    const labelOf = (kind: 'video' | 'audio') =>
      recorder
        ?.preview()
        ?.getTracks()
        .find((track) => track.kind === kind && track.readyState === 'live')
        ?.label.slice(0, 200) || null
    const forget = watchDevices({
      began: latestBegan.current,
      camera: () => labelOf('video'),
      microphone: () => labelOf('audio'),
      onChanged: (found) => {
        changed = found
        seeScreen()
      },
    })

    let told = ''
    const tellMachine = () => {
      if (seeing.current === undefined) return
      const [camera, microphone] = ['video', 'audio'].map(
        (kind) =>
          recorder
            ?.preview()
            ?.getTracks()
            .find((track) => track.kind === kind)?.label || null,
      )
      const machine = {
        camera: camera?.slice(0, 200) ?? null,
        microphone: microphone?.slice(0, 200) ?? null,
        tellsMonitors: tellsMonitors(),
        detector: seeing.current,
      }
      if (JSON.stringify(machine) === told) return
      told = JSON.stringify(machine)
      post.machine(machine)
    }

    const timer = setInterval(() => {
      if (over) return
      const now = Date.now() - performance.now()
      if (Math.abs(now - drift) > SLEPT_MS) run = newRun()
      drift = now
      const { microphone } = latest.current
      if (inCall.current) made.see({ on: 'blind', sensor: 'sound', why: 'switched_off' }, performance.now())
      else if (microphone !== 'live') made.see({ ...silent, track: 'ended' }, performance.now())
      if (seeing.current === null)
        for (const sensor of ['face', 'objects'] as const)
          made.see({ on: 'blind', sensor, why: 'no_model' }, performance.now())
      tellMachine()
      post.add(made.news())
      void post.turn(performance.now())
    }, TURN_MS)

    return () => {
      clearInterval(timer)
      leave()
      shared.stop()
      forget()
      engine.current = null
      // The last words: what is still open ends with the page.
      post.add(made.news())
      void post.turn(Number.POSITIVE_INFINITY)
    }
  }, [known, session, recorder])

  const usual = known?.usualNoise ?? null
  const heard = useCallback(
    (peak: number) => {
      if (inCall.current) return
      const { watch, beats, began } = sound.current
      const next = {
        watch: hear(watch, peak),
        beats: beats + 1,
        began: beats === ROOM_KNOWN ? floorOf(watch) : began,
      }
      sound.current = next
      if (next.beats % SOUND_EVERY !== 0 || latest.current.microphone !== 'live') return
      const { said, heldMs } = voice.current
      const { heldMs: held, ...judged } = judgeSound(next.watch, usual, next.began)
      engine.current?.see(
        { ...silent, ...judged, voice: said, heldMs: { ...held, voice: heldMs }, loudness: peak },
        performance.now(),
      )
    },
    [usual],
  )
  return { heard, eyes }
}

/**
 * How many speak nobody tells; whether somebody does, the eyes say once they listen. The test runs elsewhere: whenever this
 * page is open, a question may stand before the examinee.
 */
const silent = {
  on: 'sound',
  track: 'live',
  digitalSilence: false,
  level: 'usual',
  gainChanged: false,
  voice: null,
  speakers: null,
  questionShown: true,
} as const
