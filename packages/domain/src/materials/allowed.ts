import type { PermissionSwitch } from '../incident/permissions.ts'
import { permissionNames, permissionSwitches } from '../incident/permissions.ts'
import type { ListingAct } from '../incident/violation.ts'
import { type Subject, subjectMaterials } from './subjects.ts'

export type Material = { readonly id: string; readonly wording: string; readonly clause: string }

/** 001 6.4 permits these whatever the subject; 003 and 004 forbid one's own notes by name (003 6.6.1, 004 8.5.1). */
const always001: readonly Material[] = [
  {
    id: 'drafts',
    wording:
      'Разрешено вести записи на чистом белом листе бумаги шариковой ручкой, делать на нем расчеты, пометки и прочее.',
    clause: '6.4',
  },
  {
    id: 'own_brief_notes',
    wording:
      'Допускается использование кратких записей, сделанных при подготовке к прохождению аттестационного испытания.',
    clause: '6.4',
  },
]

/** The things on the table that a switch of 004 App. 2 permits; the other switches permit conduct, not things. */
const things: readonly PermissionSwitch[] = ['allow_books', 'allow_drafts', 'allow_calculator']

export type MaterialsOf = {
  readonly act: ListingAct
  /** An exam with a subject loads its list by itself; null where the exam names none. */
  readonly subject: Subject | null
  readonly switches: readonly PermissionSwitch[]
}

/** What may lie on the table: one list, shown alike to the examinee and to the proctor. */
export function allowedMaterials({ act, subject, switches }: MaterialsOf): readonly Material[] {
  if (act === '001') {
    const items: Readonly<Record<string, string>> = subject === null ? {} : subjectMaterials[subject].items
    return [...always001, ...Object.entries(items).map(([id, wording]) => ({ id, wording, clause: '8' }))]
  }
  if (act === '003') return []
  return permissionNames
    .filter((name) => things.includes(name) && switches.includes(name))
    .map((id) => ({
      id,
      wording: permissionSwitches[id].wording,
      clause: `App. 2 no. ${permissionSwitches[id].no}`,
    }))
}

export const materialIds = (of: MaterialsOf): readonly string[] => allowedMaterials(of).map(({ id }) => id)

export type MaterialsNotice = {
  readonly heading: string
  readonly lines: readonly string[]
  readonly otherwise: string
}

/** What both sides read before and during the exam; the proctor's differs in whom it speaks of, never in what is allowed. */
export function materialsNotice(of: MaterialsOf, reader: 'examinee' | 'proctor'): MaterialsNotice {
  const lines = allowedMaterials(of).map(({ wording }) => wording)
  const heading = reader === 'examinee' ? 'Вам разрешено использовать' : 'Обучающемуся разрешено использовать'
  const otherwise =
    lines.length === 0 ? 'Справочные материалы и гаджеты не разрешены.' : 'Остальное не разрешено.'
  return { heading, lines, otherwise }
}
