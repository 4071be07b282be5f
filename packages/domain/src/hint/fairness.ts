// How often each detector was wrong, as people said it (R0-2.2.3b): the same numbers for everybody in an exam, shown and not hidden.
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Judged } from './standing.ts'

export type DetectorRow = {
  readonly code: ViolationCode
  readonly hints: number
  readonly sessions: number
  readonly permitted: number
  readonly technical: number
  readonly marked: number
  readonly dismissed: number
  /** Of the hints a person decided, the share that were nothing; null where nobody decided any. */
  readonly dismissedShare: number | null
}

export function fairness(sessions: readonly (readonly Judged[])[]): readonly DetectorRow[] {
  const codes = [...new Set(sessions.flat().map(({ code }) => code))].sort()
  return codes.map((code) => {
    const all = sessions.flat().filter((hint) => hint.code === code)
    const of = (is: (hint: Judged) => boolean) => all.filter(is).length
    const [marked, dismissed] = [
      of(({ state }) => state === 'marked'),
      of(({ state }) => state === 'dismissed'),
    ]
    return {
      code,
      hints: all.length,
      sessions: sessions.filter((hints) => hints.some((hint) => hint.code === code)).length,
      permitted: of(({ verdict }) => verdict === 'permitted'),
      technical: of(({ technical }) => technical),
      marked,
      dismissed,
      dismissedShare: marked + dismissed === 0 ? null : dismissed / (marked + dismissed),
    }
  })
}
