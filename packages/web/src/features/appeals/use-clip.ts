import type { OpenedClip } from '@ochno/contract/clips'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useRef, useState } from 'react'
import { fetchClip } from '../../api/clip.ts'
import { SessionPlayer } from '../../player/session-player.ts'

/** Screen, camera and sound of one clip on one clock, at its beginning; it stops at its end. */
export function useClip(session: SessionId, clip: OpenedClip) {
  const screen = useRef<HTMLVideoElement>(null)
  const camera = useRef<HTMLVideoElement>(null)
  const [player, setPlayer] = useState<SessionPlayer | null>(null)
  useEffect(() => {
    const made = new SessionPlayer({ live: false, fetch: fetchClip(session, clip.view) })
    if (screen.current) made.attach('screen', screen.current)
    if (camera.current) made.attach('cam', camera.current)
    made.load(clip.timeline)
    made.seek(Math.max(clip.fromMs, made.startMs))
    const stop = made.subscribe(() => {
      const { playing, atMs } = made.state()
      if (playing && atMs >= clip.toMs) made.pause()
    })
    setPlayer(made)
    return () => {
      setPlayer(null)
      stop()
      made.close()
    }
  }, [session, clip])
  return { player, screen, camera }
}
