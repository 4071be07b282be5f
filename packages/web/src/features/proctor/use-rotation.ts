import type { WallTile } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { instant } from '@ochno/domain/time'
import { nextToEnlarge, type Seat } from '@ochno/domain/wall/rotation'
import { useEffect, useRef } from 'react'
import type { Attended } from './use-attention.ts'

/** Long enough to look, short enough that six people come round in two minutes. */
const EACH_MS = 20_000

const seatOf = (tile: WallTile, attended: Attended, here: ReadonlyMap<string, string>): Seat | null => {
  if (tile.authorizedAt === null || tile.deauthorizedAt !== null) return null
  const last = [attended.get(tile.session)?.lastEnlargedAt, here.get(tile.session)]
    .filter((one) => typeof one === 'string')
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1)
  return {
    session: tile.session as SessionId,
    seatedAt: instant(tile.authorizedAt),
    lastEnlargedAt: last === undefined ? null : instant(last),
  }
}

/** Whoever nobody has looked at longest is next. */
export function useRotation(
  on: boolean,
  tiles: readonly WallTile[],
  attended: Attended,
  nowMs: () => number,
  enlarge: (session: string) => void,
): { readonly next: () => string | null } {
  const here = useRef(new Map<string, string>())
  const latest = useRef({ tiles, attended, nowMs, enlarge })
  latest.current = { tiles, attended, nowMs, enlarge }
  const next = useRef(() => {
    const { tiles, attended, nowMs } = latest.current
    const seats = tiles.flatMap((tile) => seatOf(tile, attended, here.current) ?? [])
    const chosen = nextToEnlarge(seats)
    if (chosen !== null) here.current.set(chosen, new Date(nowMs()).toISOString())
    return chosen
  })
  useEffect(() => {
    if (!on) return
    const turn = () => {
      const chosen = next.current()
      if (chosen !== null) latest.current.enlarge(chosen)
    }
    turn()
    const timer = setInterval(turn, EACH_MS)
    return () => clearInterval(timer)
  }, [on])
  return { next: next.current }
}
