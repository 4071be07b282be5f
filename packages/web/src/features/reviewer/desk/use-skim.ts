import type { ReviewDesk } from '@ochno/contract/review'
import { skimTo, type SkimPart, type SkimWhy } from '@ochno/domain/review/skim'
import { useEffect } from 'react'
import type { SessionPlayer } from '../../../player/session-player.ts'

const LOOK_MS = 200

export const partsOf = ({ skim }: ReviewDesk): readonly SkimPart[] =>
  skim.parts.map(({ fromMs, toMs, why }) => ({ from: fromMs, to: toMs, why: why as SkimWhy }))

/** Goes over what is quiet; stops at the end. */
export function useSkim(
  on: boolean,
  parts: readonly SkimPart[],
  player: SessionPlayer | null,
  zeroMs: number,
): void {
  useEffect(() => {
    if (!on || !player) return
    const timer = setInterval(() => {
      const { atMs, playing } = player.state()
      if (!playing) return
      const to = skimTo(parts, zeroMs + atMs)
      if (to === null) player.pause()
      else if (to - zeroMs > atMs) player.seek(to - zeroMs)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [on, parts, player, zeroMs])
}
