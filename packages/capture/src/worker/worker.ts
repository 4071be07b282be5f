/// <reference lib="webworker" />
// A mailbox around the engine.
import type { FromWorker, MediaTrack, ToWorker } from '../protocol.ts'
import { Engine } from './engine.ts'
import { Tap } from './tap.ts'
import { addVoice, VoiceMix } from './voice-mix.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker) => scope.postMessage(message)
let engine: Engine | null = null
let tap: Tap | null = null
let voice: VoiceMix | null = null
let endVoice = () => {}
/** Devices may be announced before the first lease: they are served once recording is possible. */
let started: Promise<void> = Promise.resolve()
const GRAB_MS: Record<MediaTrack, number> = { cam: 1000 / 15, screen: 1000 / 5, call: 1000 / 10 }
const grabs = new Map<string, ReturnType<typeof setInterval>>()

async function feed<T extends VideoFrame | AudioData>(
  stream: ReadableStream<T>,
  use: (sample: T) => void,
): Promise<void> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    engine?.pulse()
    if (engine?.open) use(value)
    else value.close()
  }
}

/** Whoever taps the microphone hears it alone: the proctor's voice is nobody's in the room. */
function withVoice(data: AudioData): AudioData {
  if (!voice) return data
  const { sampleRate, numberOfFrames, numberOfChannels, timestamp } = data
  const heard = voice.take(sampleRate, numberOfFrames)
  const both = new Float32Array(numberOfFrames * numberOfChannels)
  for (let planeIndex = 0; planeIndex < numberOfChannels; planeIndex++) {
    const plane = both.subarray(planeIndex * numberOfFrames, (planeIndex + 1) * numberOfFrames)
    data.copyTo(plane, { planeIndex, format: 'f32-planar' })
    addVoice(plane, heard)
  }
  data.close()
  return new AudioData({
    format: 'f32-planar',
    sampleRate,
    numberOfFrames,
    numberOfChannels,
    timestamp,
    data: both,
  })
}

/** The other side's sound, until it ends or another call begins. */
async function hearVoice(stream: ReadableStream<AudioData>): Promise<void> {
  endVoice()
  const reader = stream.getReader()
  const mix = new VoiceMix()
  voice = mix
  endVoice = () => {
    if (voice === mix) voice = null
    void reader.cancel().catch(() => {})
  }
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const samples = new Float32Array(value.numberOfFrames)
    value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    mix.hear(value.sampleRate, samples)
    value.close()
  }
}

function hearVoicePort(port: MessagePort): void {
  endVoice()
  const mix = new VoiceMix()
  voice = mix
  endVoice = () => {
    if (voice === mix) voice = null
    port.close()
  }
  port.onmessage = ({ data }: MessageEvent<{ rate: number; samples: Float32Array }>) =>
    mix.hear(data.rate, data.samples)
}

async function handle(message: ToWorker): Promise<void> {
  if (message.t === 'start') {
    engine = new Engine(message.config, { say })
    started = engine.start()
    return
  }
  if (message.t === 'tap') {
    tap?.close()
    tap = new Tap(message.port)
    return
  }
  if (message.t === 'close') {
    tap?.close()
    for (const timer of grabs.values()) clearInterval(timer)
    engine?.close()
    scope.close()
    return
  }
  await started
  const recorder = engine
  if (!recorder?.open) {
    if (message.t === 'frame') message.frame.close()
    return
  }
  switch (message.t) {
    case 'stream': {
      const runner = recorder.runner(message.track)
      runner.expect(message.kind)
      const ended =
        message.kind === 'video'
          ? feed(message.stream, (f) => {
              if (message.track === 'cam') tap?.frame(f)
              runner.onFrame(f)
            })
          : feed(message.stream, (s) => {
              if (message.track === 'cam') tap?.sound(s)
              runner.onSound(message.track === 'cam' ? withVoice(s) : s)
            })
      await ended.catch(() => {})
      return
    }
    case 'expect': {
      recorder.runner(message.track).expect(message.kind)
      if (message.kind !== 'video') return
      clearInterval(grabs.get(message.track))
      grabs.set(
        message.track,
        setInterval(() => say({ t: 'grab', track: message.track }), GRAB_MS[message.track]),
      )
      return
    }
    case 'frame':
      recorder.pulse()
      if (message.track === 'cam') tap?.frame(message.frame)
      recorder.runner(message.track).onFrame(message.frame)
      return
    case 'sound_port': {
      const runner = recorder.runner(message.track)
      message.port.onmessage = (
        sound: MessageEvent<{ at: number; rate: number; samples: Float32Array<ArrayBuffer> }>,
      ) => {
        recorder.pulse()
        const { at, rate, samples } = sound.data
        if (message.track === 'cam') {
          tap?.samples(rate, samples)
          if (voice) addVoice(samples, voice.take(rate, samples.length))
        }
        const data = new AudioData({
          format: 'f32-planar',
          sampleRate: rate,
          numberOfFrames: samples.length,
          numberOfChannels: 1,
          timestamp: Math.round(at * 1e6),
          data: samples,
        })
        if (recorder.open) runner.onSound(data)
        else data.close()
      }
      return
    }
    case 'chunk':
      recorder.pulse()
      recorder
        .chunkTrack(message.track)
        .push(message.container, message.format, message.first, message.bytes, message.flags)
      return
    case 'voice':
      await hearVoice(message.stream).catch(() => {})
      return
    case 'voice_port':
      hearVoicePort(message.port)
      return
    case 'voice_end':
      endVoice()
      return
    case 'gone':
      clearInterval(grabs.get(message.track))
      recorder.runner(message.track).gone(message.kind)
      return
    case 'event':
      recorder.event(message.body)
      return
    case 'online':
      recorder.online()
      return
    case 'finish':
      for (const timer of grabs.values()) clearInterval(timer)
      await recorder.finish()
      return
  }
}

scope.onmessage = (message: MessageEvent<ToWorker>) => {
  handle(message.data).catch((error: unknown) => {
    // Unhandled means a fault of ours: the page must learn that nothing is recorded any more.
    setTimeout(() => {
      throw error
    })
  })
}
