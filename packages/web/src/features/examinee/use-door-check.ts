import { measureCamera, measureMachine, playTone, type DeviceRefusal, type Recorder } from '@ochno/capture'
import { type CheckFacts, type CheckView, readMyEquipment, saveCheck } from '@ochno/contract/equipment'
import { learnPosture } from '@ochno/detect'
import type { SessionId } from '@ochno/domain/ids'
import { useRef, useState } from 'react'
import { call, type Failure } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { deviceMark } from '../../machine/device-mark.ts'
import { listen } from '../../machine/listen.ts'
import { measureLine } from '../../machine/measure-line.ts'

/** What is looked at now; null: nothing. */
export type DoorPhase = 'machine' | 'devices' | 'silence' | 'speech' | 'ping' | 'down' | 'up' | null
type Tone = 'still' | 'playing' | 'asked' | 'failed'

const SPEECH_MS = 3_000

/** The full list at the door, with the devices that will record: one press measures what needs no hands, two more answer the rest. */
export function useDoorCheck(session: SessionId, recorder: Recorder | null) {
  const [device] = useState(deviceMark)
  const load = useLoad(readMyEquipment, {
    query: { place: 'examinee', session, ...(device ? { device } : {}) },
  })
  const facts = useRef<CheckFacts>({})
  const queue = useRef(Promise.resolve())
  const [check, setCheck] = useState<CheckView | null>(null)
  const [phase, setPhase] = useState<DoorPhase>(null)
  const [denied, setDenied] = useState<DeviceRefusal | null>(null)
  const [lineFailed, setLineFailed] = useState(false)
  const [tone, setTone] = useState<Tone>('still')
  const [screen, setScreen] = useState<'off' | 'asked' | 'on'>('off')
  const [ran, setRan] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  /** One after another: two parts may end at one moment, and the later answer must be the fuller one. */
  const put = (part: CheckFacts) => {
    facts.current = { ...facts.current, ...part }
    queue.current = queue.current.then(async () => {
      const answer = await call(saveCheck, {
        body: { place: 'examinee', session, facts: facts.current, device, shorter: true },
      })
      setFailure(answer.ok ? null : answer.failure)
      if (answer.ok) setCheck(answer.body)
    })
    return queue.current
  }

  const devices = async (): Promise<MediaStream | null> => {
    if (!recorder) return null
    setPhase('devices')
    const asked = await recorder.replaceCamera()
    if (asked.ok) return asked.stream
    setDenied(asked.why)
    if (asked.why === 'no_camera') await put({ cameras: [] })
    if (asked.why === 'no_microphone') await put({ microphone: null })
    return null
  }

  const run = async () => {
    const { share, toneHeard } = facts.current
    facts.current = {
      ...(share === undefined ? {} : { share }),
      ...(toneHeard === undefined ? {} : { toneHeard }),
    }
    setDenied(null)
    setLineFailed(false)
    setRan(false)
    setPhase('machine')
    const machine = await measureMachine()
    await put({ machine })
    const stream = machine.cannotRecord === null ? await devices() : null
    if (stream) {
      const [camera, microphone] = await Promise.all([
        measureCamera(stream, () => {}),
        listen(stream, setPhase, undefined, SPEECH_MS),
      ])
      if (camera) await put({ cameras: [camera], ...(microphone ? { microphone } : {}) })
      else setDenied('device_busy')
      const [network, posture] = await Promise.all([
        measureLine(setPhase),
        camera ? learnPosture(stream) : null,
      ])
      setLineFailed(network === null)
      await put({
        ...(network ? { network } : {}),
        ...(camera ? { cameras: [{ ...camera, posture }] } : {}),
      })
      setRan(camera !== null)
    }
    setPhase(null)
  }

  const shareScreen = async () => {
    if (!recorder) return
    setScreen('asked')
    const asked = await recorder.shareScreen()
    setScreen(asked.ok ? 'on' : 'off')
    const seen = asked.ok
      ? 'monitor'
      : asked.why === 'not_monitor'
        ? 'window'
        : asked.why === 'surface_unknown'
          ? 'unknown'
          : 'refused'
    await put({ share: seen })
  }

  const play = async () => {
    setTone('playing')
    setTone((await playTone()) ? 'asked' : 'failed')
  }
  const heard = async (toneHeard: boolean) => {
    setTone('still')
    await put({ toneHeard })
  }

  const ready = load.is === 'ready' ? load.value : null
  return {
    check,
    setCheck,
    rules: ready?.rules ?? null,
    kept: ready?.kept ?? null,
    phase,
    denied,
    lineFailed,
    tone,
    screen,
    /** Camera, microphone and screen are open in this page, and what needs no hands was measured. */
    open: ran && screen === 'on',
    failure,
    run,
    shareScreen,
    play,
    heard,
  }
}

export type DoorCheck = ReturnType<typeof useDoorCheck>
