import type { ActNumber } from './acts.ts'

/** The clause by which an institution may add requirements to its exams; 002 has none. */
const right: Readonly<Record<ActNumber, string | null>> = {
  '000': '7.1',
  '001': '9.1',
  '002': null,
  '003': '7.1',
  '004': '9.1',
}

export type AdditionalRequirement = { readonly id: string; readonly text: string; readonly clause: string }

export type AdditionRefusal = 'no_right' | 'no_text'

/** A requirement in the institution's own words: the examinee confirms it as an item of the checklist. */
export function addRequirement(
  act: ActNumber,
  id: string,
  text: string,
):
  | { readonly ok: true; readonly requirement: AdditionalRequirement }
  | { readonly ok: false; readonly why: AdditionRefusal } {
  const clause = right[act]
  if (clause === null) return { ok: false, why: 'no_right' }
  const words = text.trim()
  return words === '' ? { ok: false, why: 'no_text' } : { ok: true, requirement: { id, text: words, clause } }
}

/** What an examinee has not confirmed yet: while it is not empty the attempt does not start. */
export const unconfirmed = (
  requirements: readonly AdditionalRequirement[],
  confirmed: readonly string[],
): readonly AdditionalRequirement[] => requirements.filter(({ id }) => !confirmed.includes(id))
