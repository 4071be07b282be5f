// 004 3.11: print, fill in, sign, upload the scan; and hand in the original as a fact of its own (TR-11).
import { isInTimeBefore, lastDayBefore } from '../calendar/deadlines.ts'
import type { PlainDate } from '../calendar/working-days.ts'
import { type Instant, Temporal } from '../time.ts'
import type { ConsentRecord } from './record.ts'
import type { Signer } from './signers.ts'

export type Original = { readonly receivedOn: PlainDate; readonly by: string }

export type Paper = {
  readonly person: string
  readonly generatedAt: Instant | null
  readonly printedAt: Instant | null
  readonly scanUploadedAt: Instant | null
  readonly original: Original | null
}

export type PaperStep = 'form_generated' | 'printed' | 'scan_uploaded' | 'original_received'

export const nextStep = (paper: Paper): PaperStep | null =>
  paper.generatedAt === null
    ? 'form_generated'
    : paper.printedAt === null
      ? 'printed'
      : paper.scanUploadedAt === null
        ? 'scan_uploaded'
        : paper.original === null
          ? 'original_received'
          : null

export type PaperStanding =
  | { readonly is: 'complete'; readonly late: boolean }
  | { readonly is: 'awaited'; readonly lastDay: PlainDate }
  | { readonly is: 'overdue'; readonly lastDay: PlainDate; readonly daysLate: number }

/** An uploaded scan does not stand in for the original. */
export function paperStanding(
  { original }: Paper,
  examDay: PlainDate,
  today: PlainDate,
  leadDays: number,
): PaperStanding {
  if (original) return { is: 'complete', late: !isInTimeBefore(original.receivedOn, examDay, leadDays) }
  const lastDay = lastDayBefore(examDay, leadDays)
  if (Temporal.PlainDate.compare(today, lastDay) <= 0) return { is: 'awaited', lastDay }
  return { is: 'overdue', lastDay, daysLate: lastDay.until(today, { largestUnit: 'day' }).days }
}

export type OverdueOriginal = {
  readonly person: string
  readonly lastDay: PlainDate
  readonly daysLate: number
  readonly scanUploaded: boolean
}

/** The list of the office, the longest overdue first; each of its people is told. */
export function overdueOriginals(
  papers: readonly (Paper & { readonly examDay: PlainDate })[],
  today: PlainDate,
  leadDays: number,
): readonly OverdueOriginal[] {
  return papers
    .flatMap((paper) => {
      const standing = paperStanding(paper, paper.examDay, today, leadDays)
      if (standing.is !== 'overdue') return []
      const { lastDay, daysLate } = standing
      return [{ person: paper.person, lastDay, daysLate, scanUploaded: paper.scanUploadedAt !== null }]
    })
    .sort((a, b) => b.daysLate - a.daysLate || (a.person < b.person ? -1 : 1))
}

/** The sheet of App. 5 is one signature under two headings: kept as two consents, each withdrawn on its own. */
export const recordsFromPaper = (signature: {
  readonly textVersion: string
  readonly signed: readonly Signer[]
  readonly signedOn: PlainDate
  readonly signedAt: Instant
  readonly programme: string
}): readonly ConsentRecord[] =>
  (['biometric', 'third_party_transfer'] as const).map((kind) => ({
    kind,
    ...signature,
    withdrawal: null,
    expelledOn: null,
  }))
