// Figures of what is recorded, once a minute: how many pictures, whether they stand still, how sharp they are. No picture leaves for it.
import type { Recorder } from '@ochno/capture'
import { reportQuality } from '@ochno/contract/quality'
import type { SessionView } from '@ochno/contract/sessions'
import { grayOf } from '@ochno/domain/identity/sharpness'
import { type PictureTrack, pictureTracks } from '@ochno/domain/quality/figures'
import { figuresOf, type Look } from '@ochno/domain/quality/minute'
import { sharpnessOf } from '@ochno/domain/quality/sharpness'
import { useEffect } from 'react'
import { call } from '../../api/client.ts'
import { grab } from './take-picture.ts'

const LOOK_MS = 5_000
const MINUTE_MS = 60_000
const WIDE = 320
/** Minutes that wait for the network: the oldest go first. */
const MOST = 240
const AT_ONCE = 60

type Minute = { readonly track: PictureTrack } & {
  readonly fromMs: number
  readonly toMs: number
  readonly frames: number | null
  readonly frozenMs: number | null
  readonly sharpness: number | null
}

export function useQuality(session: SessionView['id'], recorder: Recorder | null, recording: boolean): void {
  useEffect(() => {
    if (!recorder || !recording) return
    const run = [...crypto.getRandomValues(new Uint8Array(12))]
      .map((byte) => (byte % 36).toString(36))
      .join('')
    const watched = pictureTracks.map((track) => watchTrack(recorder, track))
    let waiting: Minute[] = []
    let busy = false
    const send = async () => {
      if (busy || waiting.length === 0) return
      busy = true
      const minutes = waiting.slice(0, AT_ONCE)
      const body = { run, nowMs: Math.round(performance.now()), minutes }
      const answer = await call(reportQuality, { params: { sid: session }, body }).catch(() => null)
      busy = false
      const status = answer?.ok === false ? answer.failure.status : 0
      // No network, signed out or a server in trouble: told later. What the server will not take is left.
      const later =
        answer === null || (!answer.ok && (status === 0 || status >= 500 || status === 401 || status === 429))
      if (!later) waiting = waiting.filter((one) => !minutes.includes(one))
    }
    const close = () => {
      waiting = [...waiting, ...watched.flatMap((one) => one.minute() ?? [])].slice(-MOST)
    }
    const looking = setInterval(() => {
      for (const one of watched) one.look()
    }, LOOK_MS)
    const telling = setInterval(() => {
      close()
      void send()
    }, MINUTE_MS)
    return () => {
      clearInterval(looking)
      clearInterval(telling)
      close()
      void send()
      for (const one of watched) one.stop()
    }
  }, [session, recorder, recording])
}

function watchTrack(recorder: Recorder, track: PictureTrack) {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  let showing: MediaStreamTrack | null = null
  let before: Uint8ClampedArray | null = null
  let looks: Look[] = []

  const picture = (): ImageData | null => {
    const source = recorder.preview(track)?.getVideoTracks()[0] ?? null
    if (source !== showing) {
      showing = source
      before = null
      video.srcObject = source ? new MediaStream([source]) : null
      if (source) void video.play().catch(() => {})
    }
    // A hidden page is not given new pictures, and a muted camera gives none: that is no picture that stands still.
    const there = source?.readyState === 'live' && !source.muted && !document.hidden && video.readyState >= 2
    return there ? grab(video, WIDE) : null
  }
  return {
    look: () => {
      const health = recorder.getState().tracks[track]
      if (!health) return
      const seen = picture()
      const still = seen && before ? isSame(before, seen.data) : null
      before = seen?.data ?? null
      looks.push({
        at: performance.now(),
        // Who cuts the browser's own file into fragments counts no pictures.
        frames: health.frames > 0 ? health.frames : null,
        still,
        sharpness: seen && track === 'cam' ? sharpnessOf(grayOf(seen.data, seen.width, seen.height)) : null,
      })
    },
    minute: (): Minute | null => {
      const figures = figuresOf(looks)
      looks = looks.slice(-1)
      if (!figures) return null
      const { from, to, ...rest } = figures
      return { track, fromMs: from, toMs: to, ...rest }
    },
    stop: () => {
      video.srcObject = null
    },
  }
}

function isSame(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
