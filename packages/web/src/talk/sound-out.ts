import { useEffect, useRef, type RefObject } from 'react'

/** Plays the other side's voice, and nothing when there is none. */
export function useSoundOut(voice: MediaStreamTrack | null): void {
  useEffect(() => {
    if (!voice) return
    const sound = new Audio()
    sound.srcObject = new MediaStream([voice])
    void sound.play().catch(() => undefined)
    return () => {
      sound.srcObject = null
    }
  }, [voice])
}

export function usePicture(picture: MediaStreamTrack | null): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement | null>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = picture ? new MediaStream([picture]) : null
  }, [picture])
  return video
}
