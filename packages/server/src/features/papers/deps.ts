import type { ChecklistView } from '@ochno/contract/exam-admission'
import { HAND, handDay } from '@ochno/domain/document/hand-filled'
import type { Day } from '@ochno/domain/document/dates'
import type { Formed } from '@ochno/domain/document/model'
import type { ExamId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Printer } from '../../ports/print.ts'
import type { Store, Tx } from '../../ports/store.ts'
import { no } from '../../ports/asking.ts'

export type PaperKind = 'pdf' | 'docx'
export type FilledDeps = {
  readonly store: Store
  readonly printer: Printer
  /** As the exam page shows it. */
  readonly checklist: (tenant: TenantId, exam: ExamId) => Promise<ChecklistView | null>
  /** TR-11: somebody's late original waits for a decision. */
  readonly lateOpen: (tx: Tx, exam: ExamId, now: Instant) => Promise<boolean>
}

export async function press({ printer }: Pick<FilledDeps, 'printer'>, formed: Formed | null, as: PaperKind) {
  if (formed === null) return no('not_found')
  if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
  const printed = await printer[as](formed.document)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: formed.document.name }
  return no(printed.why === 'busy' ? 'busy' : 'print_failed')
}

export const dayOr = (iso: string | undefined): Day => (iso ? Temporal.PlainDate.from(iso) : handDay)
export const textOr = (text: string | undefined): string => text || HAND

/** Of the act in force: who signs, and the head its papers bear. */
export async function actOf(tx: Tx) {
  const card = (await tx.acts.list()).find(({ state }) => state === 'effective')?.card ?? null
  return {
    head: card?.approver.name.trim() || HAND,
    quality: { code: card?.code ?? '', act: card?.title ?? '' },
  }
}
