import { sendDoorFrame } from '@ochno/contract/door'
import type { SessionId } from '@ochno/domain/ids'
import { type RefObject, useEffect } from 'react'
import { call } from '../../api/client.ts'
import { grab, jpegOf } from './take-picture.ts'

const EVERY_MS = 2_500
const SMALL = 480
const PLAIN = 0.7

/** While a person waits, the proctor sees their face of now; the server keeps it for seconds and writes it nowhere. */
export function useDoorFrames(session: string, video: RefObject<HTMLVideoElement | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return
    let busy = false
    const send = async () => {
      const frame = video.current && !busy ? grab(video.current, SMALL) : null
      if (!frame) return
      busy = true
      try {
        const body = await jpegOf(frame, PLAIN)
        await call(sendDoorFrame, { params: { sid: session as SessionId }, body })
      } finally {
        busy = false
      }
    }
    const timer = setInterval(() => void send(), EVERY_MS)
    void send()
    return () => clearInterval(timer)
  }, [session, video, on])
}
