import type { PlainDate } from '../calendar/working-days.ts'
import { type Instant, isBefore, Temporal } from '../time.ts'
import type { ConsentKind, ConsentRules } from './rules.ts'
import { sameProgramme } from './same-programme.ts'
import { type Person, type Signer, signersMissing } from './signers.ts'

export type Withdrawal = { readonly registeredNo: string; readonly writtenOn: PlainDate }

/** One kind for one person. A paper that joins two makes two of these (004 App. 5). */
export type ConsentRecord = {
  readonly kind: ConsentKind
  readonly textVersion: string
  readonly signed: readonly Signer[]
  readonly signedOn: PlainDate
  readonly signedAt: Instant
  /** What the form of 004 names; a consent does not end with the programme (TR-54). */
  readonly programme: string | null
  readonly withdrawal: Withdrawal | null
  readonly expelledOn: PlainDate | null
}

const first = Temporal.PlainDate.compare

/** The day it stops: «до отчисления либо до дня отзыва», whichever comes first (TR-09). Null: it has no end yet. */
export function endsOn({ withdrawal, expelledOn }: ConsentRecord): PlainDate | null {
  if (!withdrawal) return expelledOn
  if (!expelledOn) return withdrawal.writtenOn
  return first(withdrawal.writtenOn, expelledOn) <= 0 ? withdrawal.writtenOn : expelledOn
}

export function isValidOn(record: ConsentRecord, day: PlainDate): boolean {
  const end = endsOn(record)
  return first(record.signedOn, day) <= 0 && (end === null || first(day, end) < 0)
}

export type Covering =
  | { readonly covered: true; readonly promptNewProgramme: boolean }
  | {
      readonly covered: false
      readonly why: 'never_given' | 'over' | 'signature_missing' | 'ages_not_set' | 'text_changed'
    }

export type Ahead = {
  readonly day: PlainDate
  readonly programme: string
  readonly textVersion: string
}

/** Does what the person signed once cover this exam too? */
export function covers(
  records: readonly ConsentRecord[],
  kind: ConsentKind,
  person: Person,
  exam: Ahead,
  { age, reaskOnChange }: Pick<ConsentRules, 'age' | 'reaskOnChange'>,
): Covering {
  const ofKind = records.filter((record) => record.kind === kind)
  if (ofKind.length === 0) return { covered: false, why: 'never_given' }
  const valid = ofKind.filter((record) => isValidOn(record, exam.day))
  const current = reaskOnChange ? valid.filter(({ textVersion }) => textVersion === exam.textVersion) : valid
  const missing = signersMissing(
    current.flatMap(({ signed }) => signed),
    person,
    exam.day,
    age,
  )
  if (valid.length === 0) return { covered: false, why: 'over' }
  if (current.length === 0) return { covered: false, why: 'text_changed' }
  if (missing === null) return { covered: false, why: 'ages_not_set' }
  if (missing.length > 0) return { covered: false, why: 'signature_missing' }
  return {
    covered: true,
    promptNewProgramme: current.every(
      ({ programme }) => programme !== null && !sameProgramme(programme, exam.programme),
    ),
  }
}

/** The kinds a person still has to be asked for; what covers the exam is not asked for again. */
export const kindsToAsk = (
  records: readonly ConsentRecord[],
  person: Person,
  exam: Ahead,
  rules: ConsentRules,
): readonly ConsentKind[] =>
  rules.required.filter((kind) => !covers(records, kind, person, exam, rules).covered)

/** 000 2.5 б): a recording settles a dispute only with a consent of its own, given before the exam and still standing (TR-45). */
export function mayUseInDispute(
  records: readonly ConsentRecord[],
  examStart: Instant,
  today: PlainDate,
): boolean {
  return records.some(
    (record) =>
      record.kind === 'video_disputes' && isBefore(record.signedAt, examStart) && isValidOn(record, today),
  )
}
