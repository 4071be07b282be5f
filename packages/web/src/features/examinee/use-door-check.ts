import {
  type DeviceRefusal,
  type Gone,
  measureCamera,
  measureMachine,
  playTone,
  type Recorder,
} from '@ochno/capture'
import { type CheckFacts, readMyEquipment } from '@ochno/contract/equipment'
import { learnPosture } from '@ochno/detect'
import { useRef, useState } from 'react'
import type { Failure } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { chosenDevices } from '../../machine/chosen-devices.ts'
import { listen } from '../../machine/listen.ts'
import { measureLine } from '../../machine/measure-line.ts'
import type { CheckWays, Said, ShownCheck } from './check-ways.ts'

/** What is looked at now; null: nothing. */
export type DoorPhase = 'machine' | 'devices' | 'silence' | 'speech' | 'ping' | 'down' | 'up' | null
type Tone = 'still' | 'playing' | 'asked' | 'failed'

const SPEECH_MS = 3_000

/** What a check needs of a recorder, also of one that sends nothing. */
type Devices = Pick<Recorder, 'replaceCamera' | 'shareScreen'>

/** The full list at the door, with the devices that will record: one press measures what needs no hands, two more answer the rest. */
export function useDoorCheck(ways: CheckWays, recorder: Devices | null) {
  const load = useLoad(readMyEquipment, { query: ways.asks })
  const facts = useRef<CheckFacts>({})
  const queue = useRef(Promise.resolve())
  const [check, setCheck] = useState<ShownCheck | null>(null)
  const [phase, setPhase] = useState<DoorPhase>(null)
  const [denied, setDenied] = useState<DeviceRefusal | null>(null)
  const [lineFailed, setLineFailed] = useState(false)
  const [gone, setGone] = useState<readonly Gone[]>([])
  const [tone, setTone] = useState<Tone>('still')
  const [screen, setScreen] = useState<'off' | 'asked' | 'on'>('off')
  const [ran, setRan] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [confirming, setConfirming] = useState(false)
  const [notConfirmed, setNotConfirmed] = useState<Failure | null>(null)

  /** One after another: two parts may end at one moment, and the later answer must be the fuller one. */
  const put = (part: CheckFacts) => {
    facts.current = { ...facts.current, ...part }
    queue.current = queue.current.then(async () => {
      const answer = await ways.save(facts.current)
      setFailure(answer.ok ? null : answer.failure)
      if (answer.ok) setCheck(answer.body)
    })
    return queue.current
  }

  const devices = async (): Promise<MediaStream | null> => {
    if (!recorder) return null
    setPhase('devices')
    const asked = await recorder.replaceCamera(chosenDevices())
    setGone(asked.ok ? (asked.gone ?? []) : [])
    if (asked.ok) return asked.stream
    setDenied(asked.why)
    if (asked.why === 'no_camera') await put({ cameras: [] })
    if (asked.why === 'no_microphone') await put({ microphone: null })
    return null
  }

  /** What the devices show and sound like; the line is measured with them unless it was already. */
  const look = async (stream: MediaStream, line: boolean) => {
    const [camera, microphone] = await Promise.all([
      measureCamera(stream, () => {}),
      listen(stream, setPhase, undefined, SPEECH_MS),
    ])
    if (camera) await put({ cameras: [camera], ...(microphone ? { microphone } : {}) })
    else setDenied('device_busy')
    const [network, posture] = await Promise.all([
      line ? measureLine(setPhase) : null,
      camera && ways.kept ? learnPosture(stream) : null,
    ])
    if (line) setLineFailed(network === null)
    if (network || posture)
      await put({
        ...(network ? { network } : {}),
        ...(camera && posture ? { cameras: [{ ...camera, posture }] } : {}),
      })
    setRan(camera !== null)
  }
  const begin = (kept: CheckFacts) => {
    facts.current = kept
    setDenied(null)
    setRan(false)
  }

  const run = async () => {
    const { share, toneHeard } = facts.current
    begin({
      ...(share === undefined ? {} : { share }),
      ...(toneHeard === undefined ? {} : { toneHeard }),
    })
    setLineFailed(false)
    setPhase('machine')
    const machine = await measureMachine()
    await put({ machine })
    const stream = machine.cannotRecord === null ? await devices() : null
    if (stream) await look(stream, true)
    setPhase(null)
  }
  /** Another camera or microphone was chosen: they alone are looked at anew. */
  const switchDevices = async () => {
    const { cameras: _, microphone: __, ...rest } = facts.current
    begin(rest)
    const stream = await devices()
    if (stream) await look(stream, rest.network === undefined)
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

  const confirm = async (said: Said) => {
    if (!check) return
    setConfirming(true)
    const answer = await ways.confirm(check, facts.current, said)
    setConfirming(false)
    setNotConfirmed(answer.ok ? null : answer.failure)
    if (answer.ok) setCheck(answer.body)
  }

  const ready = load.is === 'ready' ? load.value : null
  return {
    check,
    /** What was measured so far. */
    measured: () => facts.current,
    trial: !ways.kept,
    confirm,
    confirming,
    notConfirmed,
    rules: ready?.rules ?? null,
    kept: ready?.kept ?? null,
    phase,
    denied,
    lineFailed,
    /** Chosen before, and not connected now. */
    gone,
    tone,
    screen,
    /** Camera, microphone and screen are open in this page, and what needs no hands was measured. */
    open: ran && screen === 'on',
    failure,
    run,
    switchDevices,
    shareScreen,
    play,
    heard,
  }
}

export type DoorCheck = ReturnType<typeof useDoorCheck>
