// TR-54: the form names a programme, the consent is given once. When the person's programme changes the office is asked to look.
import type { PlainDate } from '../calendar/working-days.ts'
import { type ConsentRecord, covers } from './record.ts'
import type { ConsentKind, ConsentRules } from './rules.ts'
import { sameProgramme } from './same-programme.ts'
import type { Person } from './signers.ts'

export const newProgrammeAnswers = ['kept', 'asked', 'signed'] as const
/** The consent stands whatever the answer: it is left as it is, the person is asked to sign anew, or has signed anew. */
export type NewProgrammeAnswer = (typeof newProgrammeAnswers)[number]

export type NewProgramme = { readonly programme: string; readonly kinds: readonly ConsentKind[] }

/** The programmes of today that no paper of this person names, each with the consents that cover it all the same. */
export function newProgrammes(
  records: readonly ConsentRecord[],
  person: Person,
  programmes: readonly string[],
  on: PlainDate,
  rules: ConsentRules,
  /** What newer papers name, which the office has beside the one that was read. */
  signed: readonly string[],
): readonly NewProgramme[] {
  const named = new Set(records.map(({ kind }) => kind))
  return [...new Set(programmes)].flatMap((programme) => {
    if (signed.some((one) => sameProgramme(one, programme))) return []
    const kinds = [...named].filter((kind) => {
      // Which edition of the text was signed is another question.
      const exam = { day: on, programme, textVersion: '' }
      const covering = covers(records, kind, person, exam, { ...rules, reaskOnChange: false })
      return covering.covered && covering.promptNewProgramme
    })
    return kinds.length > 0 ? [{ programme, kinds }] : []
  })
}

/** May this be answered now? A paper already signed anew asks for nothing more. */
export const mayAnswer = (before: NewProgrammeAnswer | null, now: NewProgrammeAnswer): boolean =>
  before !== 'signed' && before !== now
