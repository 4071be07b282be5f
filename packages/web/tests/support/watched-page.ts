// The exam page without its looks: the very hook that watches, before a recorder whose streams and words the bench gives.
import type { Recorder, RecorderState } from '@ochno/capture'
import { askScreen } from '@ochno/capture'
import { createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useWatching } from '../../src/features/examinee/signals/use-watching.ts'

/** What a recorder that records well says, but for what a trial changes. */
const well = {
  // Not 'recording': the networks of the camera are another part of the benchmark.
  phase: 'starting',
  lane: 'ws',
  lastReceiptMs: 0,
  level: 0,
  warnings: [],
  camera: 'live',
  microphone: 'live',
  screen: 'live',
} as unknown as RecorderState

let state = well
let [camera, shared] = [null as MediaStream | null, null as MediaStream | null]
let tell: (next: RecorderState) => void = () => {}
const recorder = {
  preview: (track?: string) => (track === 'screen' ? shared : camera),
} as unknown as Recorder

export type Stage = {
  /** Words of the recorder. */
  readonly says: (words: Partial<RecorderState>) => void
  /** Another camera or microphone of this machine in the place of the first. */
  readonly takes: (kind: 'videoinput' | 'audioinput', nth: number) => Promise<void>
  /** A picture on the shared screen that the bench draws. */
  readonly shows: (picture: 'moving' | 'still' | 'black') => void
  /** The product's own question for the screen, and what it made of the answer. */
  readonly shares: () => Promise<string>
}

const canvas = document.createElement('canvas')
canvas.width = 960
canvas.height = 540
let picture: 'moving' | 'still' | 'black' = 'moving'
let ticks = 0
function paint(): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = picture === 'black' ? '#000' : '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  if (picture === 'black') return
  context.fillStyle = '#222'
  context.font = '40px sans-serif'
  if (picture === 'moving') ticks++
  context.fillText(`13:${ticks}`, 40, 80)
}

const stage: Stage = {
  says: (words) => {
    state = { ...state, ...words }
    tell(state)
  },
  takes: async (kind, nth) => {
    const wanted = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === kind)[nth]
    if (!wanted) throw new Error(`no ${kind} ${nth}`)
    const exact = { deviceId: { exact: wanted.deviceId } }
    camera = await navigator.mediaDevices.getUserMedia(
      kind === 'videoinput' ? { video: exact, audio: true } : { video: true, audio: exact },
    )
  },
  shows: (next) => {
    picture = next
    paint()
  },
  shares: async () => {
    const asked = await askScreen({ requireMonitor: true })
    if (asked.ok) shared = asked.stream
    stage.says({ screen: asked.ok ? 'live' : 'off' })
    return asked.ok ? 'monitor' : asked.why
  },
}
Object.assign(globalThis, { stage })

function Watched() {
  const [now, setNow] = useState(state)
  useEffect(() => {
    tell = setNow
  }, [])
  useWatching({ session: 'ses_bench' as never, recorder, state: now, talking: false, began: {} })
  return null
}

camera = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
setInterval(paint, 500)
paint()
shared = canvas.captureStream(5)
createRoot(document.getElementById('root') as HTMLElement).render(createElement(Watched))
