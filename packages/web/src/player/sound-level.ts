// How loud a track is, whether or not anyone listens: the analyser hears a copy, the element stays muted.

type Captured = HTMLVideoElement & { captureStream?: () => MediaStream; mozCaptureStream?: () => MediaStream }

let shared: AudioContext | null = null
const context = (): AudioContext => {
  shared ??= new AudioContext()
  if (shared.state === 'suspended') void shared.resume().catch(() => undefined)
  return shared
}

export type SoundLevel = {
  /** 0…1; null while there is nothing to hear. */
  readonly read: () => number | null
  readonly close: () => void
}

export function soundLevel(video: HTMLVideoElement): SoundLevel {
  const captured = video as Captured
  const stream = captured.captureStream?.() ?? captured.mozCaptureStream?.() ?? null
  let source: MediaStreamAudioSourceNode | null = null
  let heard: MediaStreamTrack | null = null
  const analyser = context().createAnalyser()
  analyser.fftSize = 512
  const samples = new Float32Array(analyser.fftSize)

  const listen = () => {
    const [track = null] = stream?.getAudioTracks() ?? []
    if (track === heard || !stream) return
    source?.disconnect()
    heard = track
    source = track ? context().createMediaStreamSource(new MediaStream([track])) : null
    source?.connect(analyser)
  }
  return {
    read() {
      listen()
      if (!source || context().state !== 'running') return null
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length
      // -60 dB … -6 dB fills the meter.
      return Math.max(0, Math.min(1, (10 * Math.log10(power + 1e-9) + 60) / 54))
    },
    close() {
      source?.disconnect()
      for (const track of stream?.getTracks() ?? []) track.stop()
    },
  }
}
