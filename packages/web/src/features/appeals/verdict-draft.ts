// What the chair has written so far, while they look at the recording on another page; it is gone with the tab.
import type { AppealView } from '@ochno/contract/appeals'
import { clearTaken, takenFor } from '../../player/taken.ts'
import { clockAt } from '../../ui/clock-at.ts'

export type Code = { readonly key: number; readonly from: string; readonly to: string }

export type VerdictDraft = {
  readonly satisfied: boolean | null
  readonly value: AppealView['vocabulary'][number] | null
  readonly annulled: readonly string[]
  readonly reasoning: string
  readonly codes: readonly Code[]
}

const drafts = new Map<string, VerdictDraft>()
const empty: VerdictDraft = { satisfied: null, value: null, annulled: [], reasoning: '', codes: [] }

export const keepDraft = (appeal: string, draft: VerdictDraft) => void drafts.set(appeal, draft)

export function forgetDraft(appeal: string): void {
  drafts.delete(appeal)
  clearTaken(appeal)
}

/** The times that were written, then those that were taken from the recording, and a line for one more where there is none. */
export function draftOf(appeal: string, zone: string): VerdictDraft {
  const draft = drafts.get(appeal) ?? empty
  const clock = (ms: number) => clockAt(new Date(ms).toISOString(), zone)
  const written = draft.codes.filter(({ from, to }) => from.trim() || to.trim())
  const codes = [
    ...written,
    ...takenFor(appeal).map(({ fromMs, toMs }) => ({ from: clock(fromMs), to: clock(toMs) })),
  ]
  const lines = codes.length > 0 ? codes : [{ from: '', to: '' }]
  return { ...draft, codes: lines.map(({ from, to }, key) => ({ key, from, to })) }
}

/** Where a moment of the recording is looked at for this appeal, and from where one comes back with it. */
export const recordingFor = ({ id, number, session }: AppealView, atMs: number | null = null) => ({
  to: `/recordings/${session}` as '/',
  search: { appeal: id, n: number, ...(atMs === null ? {} : { at: atMs }) } as never,
})
