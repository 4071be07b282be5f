// Hints made of hints: how often the eyes left the screen. Only what nothing permits is counted; a person decides what it means.
import type { ViolationCode } from '../incident/catalogue.ts'
import { isSaid, numberOf } from '../policy/effective.ts'
import type { Hint } from './hint.ts'
import { isListed } from './rules.ts'
import type { HintSettings } from './settings.ts'

/** «Неоднократное», «многократное»: more than once. The acts name no other number. */
const MORE_THAN_ONCE = 2

export function gazeEpisodes(counting: readonly Hint[], settings: HintSettings): readonly Hint[] {
  const away = counting.filter((hint) => hint.code === 'gaze_off_screen')
  const { policy } = settings
  const seconds = numberOf(policy, 'gaze.away_threshold_s')
  const long = seconds === null ? [] : away.filter((hint) => hint.to - hint.from >= seconds * 1_000)
  return [
    // 001 6.6, 003 6.8.2, 004 8.7.2: whatever their length and rhythm.
    ...(isSaid(policy, 'gaze.systematic_has_threshold', false)
      ? together('gaze_off_screen_systematic', away, settings)
      : []),
    ...together('gaze_away_over_threshold_repeated', long, settings),
  ]
}

function together(code: ViolationCode, of: readonly Hint[], { act }: HintSettings): readonly Hint[] {
  const first = of[0]
  if (first === undefined || of.length < MORE_THAN_ONCE || !isListed(code, act)) return []
  return [
    {
      id: `${code}@${first.from}`,
      rule: code,
      code,
      from: first.from,
      to: of.reduce((latest, hint) => Math.max(latest, hint.to), first.to),
      ongoing: of.some((hint) => hint.ongoing),
      strength: of.reduce((strongest, hint) => Math.max(strongest, hint.strength), 0),
      made: of.flatMap((hint) => hint.made),
    },
  ]
}
