/// <reference lib="webworker" />
// Looks at the examinee's camera, on the examinee's machine. Pictures end here: only signals leave.
import type { ModelName } from '../models.ts'
import type { FromEyes, ToEyes } from '../protocol.ts'
import { Schedule } from '../schedule.ts'
import { startBackend } from '../see/backend.ts'
import { onCanvas } from '../see/canvas.ts'
import { Eye, type Models } from '../see/eye.ts'
import { SeatSense } from '../sense/seat-sense.ts'
import { Senses } from '../sense/senses.ts'
import { VoiceSense } from '../sense/voice-sense.ts'
import { Blindness } from './blindness.ts'
import { FrameSource } from './frame-source.ts'
import { listen } from './listen.ts'
import { hasMemoryForThings, loadModels } from './load-models.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromEyes) => scope.postMessage(message)
let senses = new Senses()
let schedule = new Schedule('usual')
let running = false

const EFFORT_MS = 10_000
const LEAST_PAUSE_MS = 50
const FRAME_WAIT_MS = 2_000
/** So many looks that failed one after the other, and the networks are given up. */
const MOST_FAILURES = 5

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const told = (cause: unknown) => (cause instanceof Error ? cause.message.slice(0, 200) : 'unknown')

/** Faces first: they are small, and the large network of things may come when it comes. */
async function load(models: Models, missing: Set<ModelName>, all: boolean): Promise<void> {
  try {
    await startBackend()
    Object.assign(models, await loadModels(['faces', 'mesh'], (part) => say({ t: 'loading', part })))
  } catch (cause) {
    // Light, darkness and a frozen picture need no network and are still watched.
    for (const name of ['faces', 'mesh', 'things'] as const) missing.add(name)
    return say({ t: 'cannot', why: told(cause) })
  }
  say({ t: 'watching', things: false })
  if (all && hasMemoryForThings())
    Object.assign(models, await loadModels(['things'], () => {}).catch(() => ({})))
  if (models.things) say({ t: 'watching', things: true })
  else missing.add('things')
}

async function watch(asked: ToEyes & { t: 'start' }): Promise<void> {
  const now = () => performance.timeOrigin - asked.origin + performance.now()
  const models: Models = {}
  const missing = new Set<ModelName>()
  running = true
  schedule = new Schedule(asked.mode)
  const { camera } = senses
  senses = new Senses(asked.checked)
  senses.camera = camera
  const source = new FrameSource(asked.frames)
  const voice = new VoiceSense()
  const seat = new SeatSense()
  if (asked.listen)
    void listen(source, voice, now, (heard, heldMs) => say({ t: 'voice', voice: heard, heldMs })).catch(
      () => {},
    )
  void load(models, missing, !asked.coaches)

  const eye = new Eye(models, schedule)
  const blindness = new Blindness()
  let [failures, lastPicture] = [0, now()]
  let [spent, since] = [0, performance.now()]
  while (running) {
    const frame = await source.next(FRAME_WAIT_MS)
    const at = now()
    if (frame) {
      lastPicture = at
      try {
        const began = performance.now()
        const picture = await onCanvas(frame)
        schedule.opened(performance.now() - began)
        const glance = await eye.look(picture, at)
        if (asked.learns && glance.face) {
          const { yaw, pitch, across } = glance.face.posture
          say({ t: 'posture', posture: { yaw, pitch, across } })
        }
        const seen = asked.coaches ? seat.take(glance, picture) : null
        if (seen) say({ t: 'seat', seen })
        if (glance.face) voice.saw(at, glance.face.posture.mouth)
        else if (!glance.followed) voice.saw(at, null)
        post(senses.take(glance))
        failures = 0
      } catch (cause) {
        failures++
        if (failures === MOST_FAILURES) {
          for (const name of ['faces', 'mesh', 'things'] as const) {
            delete models[name]
            missing.add(name)
          }
          say({ t: 'cannot', why: told(cause) })
        }
      } finally {
        frame.close()
      }
    } else post(senses.nothing(at))
    const live = senses.camera.track === 'live'
    post(
      blindness.at(at, {
        missing: [...missing],
        tooSlow: schedule.tooSlow,
        lastPicture: live ? lastPicture : at,
      }),
    )
    const passed = performance.now() - since
    if (passed >= EFFORT_MS) {
      say({ t: 'effort', effort: { share: (schedule.total - spent) / passed, stretch: schedule.stretch } })
      ;[spent, since] = [schedule.total, performance.now()]
    }
    await pause(Math.max(LEAST_PAUSE_MS, schedule.wait(now())))
  }
  asked.frames.close()
}

function post(signals: (FromEyes & { t: 'signals' })['signals']): void {
  if (signals.length > 0) say({ t: 'signals', signals })
}

scope.onmessage = ({ data }: MessageEvent<ToEyes>) => {
  switch (data.t) {
    case 'start':
      void watch(data)
      return
    case 'mode':
      schedule.mode = data.mode
      return
    case 'camera':
      senses.camera = data.camera
      return
    case 'stop':
      running = false
      scope.close()
  }
}
