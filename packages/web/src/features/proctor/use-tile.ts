import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { askTimeline, fetchRecords } from '../../api/recording.ts'
import { SessionPlayer } from '../../player/session-player.ts'
import { type SoundLevel, soundLevel } from '../../player/sound-level.ts'
import type { WatchClient } from '../../player/watch-client.ts'
import { pictureOf, type TilePicture } from './tile-picture.ts'

const LEVEL_MS = 120

/** The player of one tile: made when the tile comes into sight, closed when it goes out of it. */
export function useTilePlayer(client: WatchClient, session: string, inSight: boolean) {
  const screen = useRef<HTMLVideoElement>(null)
  const camera = useRef<HTMLVideoElement>(null)
  const [player, setPlayer] = useState<SessionPlayer | null>(null)
  useEffect(() => {
    if (!inSight) return
    const made = new SessionPlayer({
      live: true,
      fetch: fetchRecords(session, null),
      timeline: () => askTimeline(session),
    })
    if (screen.current) made.attach('screen', screen.current)
    if (camera.current) made.attach('cam', camera.current)
    const leave = client.watch(session, made)
    setPlayer(made)
    return () => {
      leave()
      made.close()
      setPlayer(null)
    }
  }, [client, session, inSight])
  return { player, screen, camera }
}

const nothing = () => () => undefined

/** What the foot of a tile says of its picture: drawn anew when that changes, not four times a second. */
export function useTilePicture(player: SessionPlayer | null): TilePicture | null {
  const last = useRef<TilePicture | null>(null)
  return useSyncExternalStore(player?.subscribe ?? nothing, () => {
    last.current = pictureOf(player?.state() ?? null, last.current)
    return last.current
  })
}

export function useLive(client: WatchClient, session: string) {
  return useSyncExternalStore(client.subscribe, () => client.stateOf(session))
}

/** 0…1, eight times a second, rounded to what the meter can show. */
export function useSoundLevel(player: SessionPlayer | null): number {
  const [level, setLevel] = useState(0)
  const video = useMemo(() => player?.track('cam')?.video ?? null, [player])
  useEffect(() => {
    if (!video) return
    let meter: SoundLevel | null = null
    const timer = setInterval(() => {
      // Capturing before there is a picture would capture nothing.
      if (video.readyState < 2) return
      meter ??= soundLevel(video)
      setLevel(Math.round((meter.read() ?? 0) * 12) / 12)
    }, LEVEL_MS)
    return () => {
      clearInterval(timer)
      meter?.close()
    }
  }, [video])
  return level
}

/** Thirty people are more than one screen holds: pictures flow only where somebody can see them. */
export function useInSight(): { readonly ref: (element: Element | null) => void; readonly inSight: boolean } {
  const [element, setElement] = useState<Element | null>(null)
  const [inSight, setInSight] = useState(true)
  useEffect(() => {
    if (!element) return
    const watcher = new IntersectionObserver(([entry]) => entry && setInSight(entry.isIntersecting), {
      rootMargin: '10%',
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [element])
  return { ref: setElement, inSight }
}
