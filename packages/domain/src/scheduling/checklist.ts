// 004 3.8: what the teacher confirms before the exam. A confirmation holds for the state it was given for.
import type { Instant } from '../time.ts'

export type ChecklistItem = 'briefing' | 'materials_in_lms' | 'examinee_list'

export type Confirmation = {
  readonly item: ChecklistItem
  readonly by: string
  readonly at: Instant
  /** Digest of what was confirmed; a change of it opens the item again. */
  readonly of: string
}

export type ChecklistState = 'confirmed' | 'open' | 'changed_since'

export type Checklist = Readonly<Record<ChecklistItem, ChecklistState>>

const items: readonly ChecklistItem[] = ['briefing', 'materials_in_lms', 'examinee_list']

export function checklist(
  confirmations: readonly Confirmation[],
  now: Readonly<Record<ChecklistItem, string>>,
): Checklist {
  const state = (item: ChecklistItem): ChecklistState => {
    const last = confirmations.filter((confirmation) => confirmation.item === item).at(-1)
    return last === undefined ? 'open' : last.of === now[item] ? 'confirmed' : 'changed_since'
  }
  return {
    briefing: state('briefing'),
    materials_in_lms: state('materials_in_lms'),
    examinee_list: state('examinee_list'),
  }
}

/** Only items the act asks for can hold an exam back. */
export const checklistDone = (list: Checklist, asked: readonly ChecklistItem[]): boolean =>
  items.every((item) => !asked.includes(item) || list[item] === 'confirmed')

export type ListDifference = {
  readonly onlyInLms: readonly string[]
  readonly onlyHere: readonly string[]
  readonly same: boolean
}

/** «актуальность списков испытуемых»: what the teacher is shown before he confirms. */
export function compareLists(here: readonly string[], lms: readonly string[]): ListDifference {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
  const others = (list: readonly string[]) => {
    const known = new Set(list.map(plain))
    return (name: string) => !known.has(plain(name))
  }
  const onlyInLms = lms.filter(others(here))
  const onlyHere = here.filter(others(lms))
  return { onlyInLms, onlyHere, same: onlyInLms.length + onlyHere.length === 0 }
}
