/// <reference lib="webworker" />
// Looks at the examinee's camera, on the examinee's machine. Pictures end here: only signals leave.
import type { GraphModel } from '@tensorflow/tfjs-converter'
import { Ear } from '../hear/ear.ts'
import { type ModelName, models, voiceNetwork } from '../models.ts'
import type { FromEyes, ToEyes } from '../protocol.ts'
import { Schedule } from '../schedule.ts'
import { startBackend } from '../see/backend.ts'
import { onCanvas } from '../see/canvas.ts'
import { Eye, type Models } from '../see/eye.ts'
import { loadModel } from '../see/load.ts'
import { blind, eyes, Senses } from '../sense/senses.ts'
import { VoiceSense } from '../sense/voice-sense.ts'
import { FrameSource } from './frame-source.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromEyes) => scope.postMessage(message)
const senses = new Senses()
let schedule: Schedule | null = null
let running = false

const EFFORT_MS = 10_000
const LEAST_PAUSE_MS = 50
const FRAME_WAIT_MS = 2_000
/** Without this much memory the large network is left out. */
const MEMORY_FOR_THINGS_GB = 4

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function load(names: readonly ModelName[]): Promise<Models> {
  const all = names.reduce((sum, name) => sum + models[name].bytes, 0)
  let came = 0
  let told = 0
  const loaded = names.map(async (name): Promise<[ModelName, GraphModel]> => {
    const model = await loadModel(models[name], (bytes) => {
      came += bytes
      const part = Math.min(1, came / all)
      if (part - told < 0.05) return
      told = part
      say({ t: 'loading', part })
    })
    return [name, model]
  })
  return Object.fromEntries(await Promise.all(loaded))
}

/** The same weights on every machine; where memory is short, fewer of them. */
async function loadAll(): Promise<Models> {
  const { deviceMemory } = navigator as Navigator & { readonly deviceMemory?: number }
  const needed = await load(['faces', 'mesh'])
  if (deviceMemory !== undefined && deviceMemory < MEMORY_FOR_THINGS_GB) return needed
  return { ...needed, ...(await load(['things']).catch(() => ({}))) }
}

const VOICE_MS = 500

/** Whether somebody speaks, twice a second, as long as sound comes. Without the network nothing is said of voices. */
async function listen(source: FrameSource, voice: VoiceSense, now: () => number): Promise<void> {
  const response = await fetch(voiceNetwork)
  if (!response.ok) return
  const ear = new Ear(await response.arrayBuffer())
  let [speech, told] = [0, 0]
  source.listen((sound) => {
    speech += ear.hear(sound)
    const at = now()
    if (at - told < VOICE_MS) return
    told = at
    say({ t: 'voice', voice: voice.heard(at, speech) })
    speech = 0
  })
}

async function watch({ mode, frames, origin, listen: listens }: ToEyes & { t: 'start' }): Promise<void> {
  const now = () => performance.timeOrigin - origin + performance.now()
  running = true
  let loaded: Models = {}
  try {
    await startBackend()
    loaded = await loadAll()
    say({ t: 'watching', things: loaded.things !== undefined })
  } catch (cause) {
    // Light, darkness and a frozen picture need no network and are still watched.
    say({ t: 'cannot', why: cause instanceof Error ? cause.message.slice(0, 200) : 'unknown' })
  }
  schedule = new Schedule(mode)
  const eye = new Eye(loaded, schedule)
  const source = new FrameSource(frames)
  const voice = new VoiceSense()
  if (listens) void listen(source, voice, now).catch(() => {})
  let [before, since, blindSaid] = [0, performance.now(), 0]
  const looks = { light: 0, faces: 0, mesh: 0, things: 0 }
  while (running) {
    const frame = await source.next(FRAME_WAIT_MS)
    const at = now()
    if (frame) {
      try {
        const glance = await eye.look(await onCanvas(frame), at)
        for (const look of ['light', 'faces', 'things'] as const) if (glance[look]) looks[look]++
        if (glance.face) looks.mesh++
        if (glance.face) voice.saw(at, glance.face.posture.mouth)
        else if (!glance.followed) voice.saw(at, null)
        const signals = senses.take(glance)
        if (signals.length > 0) say({ t: 'signals', signals })
      } finally {
        frame.close()
      }
    } else {
      const signals = senses.nothing(at)
      if (signals.length > 0) say({ t: 'signals', signals })
    }
    if (at - blindSaid >= 1_000) {
      blindSaid = at
      const blindOnes = schedule.tooSlow
        ? eyes.map((sensor) => blind(Math.round(at), sensor, 'too_slow'))
        : [
            ...(loaded.faces && loaded.mesh ? [] : [blind(Math.round(at), 'face', 'no_model')]),
            ...(loaded.things ? [] : [blind(Math.round(at), 'objects', 'no_model')]),
          ]
      if (blindOnes.length > 0) say({ t: 'signals', signals: blindOnes })
    }
    const passed = performance.now() - since
    if (passed >= EFFORT_MS) {
      say({
        t: 'effort',
        effort: { share: (schedule.total - before) / passed, stretch: schedule.stretch, looks: { ...looks } },
      })
      ;[before, since] = [schedule.total, performance.now()]
    }
    await pause(Math.max(LEAST_PAUSE_MS, schedule.wait(now())))
  }
  frames.close()
}

scope.onmessage = ({ data }: MessageEvent<ToEyes>) => {
  switch (data.t) {
    case 'start':
      void watch(data)
      return
    case 'mode':
      if (schedule) schedule.mode = data.mode
      return
    case 'camera':
      senses.camera = data.camera
      return
    case 'stop':
      running = false
      scope.close()
  }
}
