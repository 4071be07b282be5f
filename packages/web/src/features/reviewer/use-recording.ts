import type { TimelineView } from '@ochno/contract/watch'
import { useEffect, useRef, useState } from 'react'
import { fetchRecords } from '../../api/recording.ts'
import { SessionPlayer } from '../../player/session-player.ts'

type Recording = { readonly view: string; readonly timeline: TimelineView }

/** Screen, camera and sound on one clock, at the beginning of what was recorded or at the moment asked for (server's clock). */
export function useRecording(session: string, recording: Recording | null, atMs: number | null = null) {
  const screen = useRef<HTMLVideoElement>(null)
  const camera = useRef<HTMLVideoElement>(null)
  const caller = useRef<HTMLVideoElement>(null)
  const [player, setPlayer] = useState<SessionPlayer | null>(null)
  useEffect(() => {
    if (!recording) return
    const { timeline, view } = recording
    const made = new SessionPlayer({ live: false, fetch: fetchRecords(session, view) })
    const has = (tid: string) => timeline.tracks.some((track) => track.tid === tid)
    if (screen.current && has('screen')) made.attach('screen', screen.current)
    if (camera.current && has('cam')) made.attach('cam', camera.current)
    if (caller.current && has('call')) made.attach('call', caller.current)
    made.load(timeline)
    made.seek(atMs === null ? made.startMs : Math.max(made.startMs, atMs - timeline.zeroMs))
    setPlayer(made)
    return () => {
      setPlayer(null)
      made.close()
    }
  }, [session, recording, atMs])
  return { player, screen, camera, caller }
}
