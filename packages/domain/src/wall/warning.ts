// A warning goes out by every medium its act names, and counts when the examinee has had it by all of them (004 7.5, TR-46).
import { actionsUnder, type Medium } from '../intervention/actions.ts'
import { type InterventionRefusal, refuseIntervention } from '../intervention/refuse.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import type { Instant } from '../time.ts'

export type Warning = {
  readonly at: Instant
  readonly reason: string
  /** What the examinee reads: a template of the institution, the proctor's own words, or both. */
  readonly words: string
  readonly by: readonly Medium[]
  /** When the examinee's page said that it was shown, or played to the end. */
  readonly reached: Readonly<Partial<Record<Medium, Instant>>>
}

export type WarningRefusal = InterventionRefusal | 'no_words'

/** Every medium of the act is used; the proctor cannot choose fewer. */
export function warn(
  given: { readonly reason: string; readonly template: string; readonly ownWords: string },
  policy: EffectivePolicy,
  now: Instant,
): { readonly ok: true; readonly warning: Warning } | { readonly ok: false; readonly why: WarningRefusal } {
  const actions = actionsUnder(policy)
  const why = refuseIntervention(
    { do: 'warn', by: 'proctor', reason: given.reason, via: actions.warnBy },
    actions,
  )
  if (why) return { ok: false, why }
  const words = [given.template, given.ownWords].map((part) => part.trim()).filter((part) => part !== '')
  if (words.length === 0) return { ok: false, why: 'no_words' }
  return {
    ok: true,
    warning: { at: now, reason: given.reason, words: words.join('\n'), by: actions.warnBy, reached: {} },
  }
}

/** The first confirmation stands; a medium that was not used reaches nobody. */
export const reachedBy = (warning: Warning, medium: Medium, at: Instant): Warning =>
  warning.by.includes(medium) && !warning.reached[medium]
    ? { ...warning, reached: { ...warning.reached, [medium]: at } }
    : warning

export const notReachedBy = (warning: Warning): readonly Medium[] =>
  warning.by.filter((medium) => !warning.reached[medium])

/** Face to face too every medium of the act is used: the words are shown and read aloud (004 7.5). */
export const isWholeInRoom = (by: readonly Medium[], given: readonly Medium[]): boolean =>
  by.filter((medium) => medium === 'text' || medium === 'audio').every((medium) => given.includes(medium))

/** The counter beside the picture. */
export const warningCount = (
  warnings: readonly Warning[],
): { readonly given: number; readonly sent: number } => ({
  given: warnings.filter((warning) => notReachedBy(warning).length === 0).length,
  sent: warnings.length,
})
