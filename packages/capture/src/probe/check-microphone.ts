import type { Check } from './check.ts'

export type MicrophoneFacts = { readonly label: string; readonly peak: number }

/**
 * Levels 0…1 for the meter on the page, ten a second, until stopped. Null when the browser gives no sound engine
 * (Firefox without any output device, media pitfall 11).
 */
export async function microphoneLevel(
  stream: MediaStream,
  onLevel: (level: number) => void,
): Promise<(() => void) | null> {
  const context = new AudioContext()
  const running = await Promise.race([
    context.resume().then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 3_000)),
  ])
  if (!running) {
    void context.close().catch(() => {})
    return null
  }
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    onLevel(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0))
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close().catch(() => {})
  }
}

/** Passes as soon as anything is heard; a muted or broken microphone gives exact zeros. */
export async function checkMicrophone(
  stream: MediaStream,
  waitMs = 5_000,
): Promise<Check<'no_microphone' | 'silent' | 'audio_unavailable', MicrophoneFacts>> {
  const track = stream.getAudioTracks()[0]
  if (track?.readyState !== 'live') return { ok: false, why: 'no_microphone' }
  let peak = 0
  let heard: () => void = () => {}
  const sound = new Promise<void>((resolve) => {
    heard = resolve
  })
  const stop = await microphoneLevel(stream, (level) => {
    peak = Math.max(peak, level)
    if (peak > 0.005) heard()
  })
  if (!stop) return { ok: false, why: 'audio_unavailable' }
  await Promise.race([sound, new Promise((resolve) => setTimeout(resolve, waitMs))])
  stop()
  return peak > 0.0005 ? { ok: true, facts: { label: track.label, peak } } : { ok: false, why: 'silent' }
}
