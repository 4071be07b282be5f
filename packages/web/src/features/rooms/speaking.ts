/** Says when the own microphone is spoken into, at most once a second. Nothing but that leaves the page. */
const LOUD = 0.02
const LOOK_MS = 200
const TELL_MS = 1_000

export type Ear = {
  readonly to: (microphone: MediaStreamTrack | null) => void
  readonly close: () => void
}

export function listen(speaks: () => void): Ear {
  let context: AudioContext | null = null
  let source: MediaStreamAudioSourceNode | null = null
  let analyser: AnalyserNode | null = null
  let heard: MediaStreamTrack | null = null
  let told = -Infinity
  const samples = new Float32Array(1_024)
  const timer = setInterval(() => {
    if (!analyser) return
    analyser.getFloatTimeDomainData(samples)
    const now = performance.now()
    if (loudness(samples) < LOUD || now - told < TELL_MS) return
    told = now
    speaks()
  }, LOOK_MS)
  return {
    to: (microphone) => {
      if (microphone === heard) return
      heard = microphone
      source?.disconnect()
      source = null
      if (!microphone) {
        analyser = null
        return
      }
      context ??= new AudioContext()
      void context.resume().catch(() => undefined)
      analyser = context.createAnalyser()
      analyser.fftSize = samples.length
      source = context.createMediaStreamSource(new MediaStream([microphone]))
      source.connect(analyser)
    },
    close: () => {
      clearInterval(timer)
      source?.disconnect()
      void context?.close().catch(() => undefined)
    },
  }
}

/** Root of the mean square, 0…1. */
export const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / Math.max(1, samples.length))
