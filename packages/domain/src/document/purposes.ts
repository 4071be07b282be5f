// What each form is for, which acts ask for it, and by which clause (requirements 4).
import type { ActNumber } from '../regulation/acts.ts'
import { type BlankId, blankIds } from './blank-ids.ts'
import type { FormPurpose } from './form-purposes.ts'

export type FormEntry = {
  readonly purpose: FormPurpose
  /** Clause by clause; an act that is not here asks for no such paper. */
  readonly clauses: Readonly<Partial<Record<ActNumber, string>>>
  /** A table that people go on with in a spreadsheet. */
  readonly list?: true
}

const all = (clauses: FormEntry['clauses'], purpose: FormPurpose): FormEntry => ({ purpose, clauses })

export const formEntries = {
  'F-000-1': all({ '000': '2.2.1, 2.5' }, 'people'),
  'F-001-3': all({ '001': '6.2, 6.4' }, 'people'),
  'F-004-5': all({ '004': 'Приложение 5' }, 'people'),
  'F-004-11': all({ '004': '3.11, Приложение 5' }, 'people'),
  'F-ALL-1': all({ '000': '2.5', '001': '3.6, 4.4', '003': '3.6', '004': '5.14' }, 'people'),
  'F-ALL-3': { ...all({ '000': '2.2.1', '003': '4.1.2', '004': '6.2.2' }, 'people'), list: true },
  'F-000-2': all({ '000': '6.3' }, 'before'),
  'F-003-1': all({ '003': '1.5' }, 'before'),
  'F-003-2': all({ '003': '2.6' }, 'before'),
  'F-003-3': { ...all({ '003': '2.6', '004': '5.1' }, 'before'), list: true },
  'F-004-6': all({ '004': '5.3' }, 'before'),
  'F-004-7': { ...all({ '004': '3.6' }, 'before'), list: true },
  'F-004-8': all({ '004': '3.8' }, 'before'),
  'F-000-5': all({ '000': '2.1, 2.5' }, 'protocols'),
  'F-001-1': all({ '001': 'Приложение 1' }, 'protocols'),
  'F-003-4': all({ '003': '3.3' }, 'protocols'),
  'F-004-3': all({ '004': 'Приложение 3' }, 'protocols'),
  'F-004-4': { ...all({ '004': 'Приложение 4' }, 'protocols'), list: true },
  'F-004-9': all({ '004': '4.7, 5.12' }, 'protocols'),
  'F-004-10': all({ '004': 'Приложение 4' }, 'protocols'),
  'F-004-12': all({ '004': '5.13' }, 'protocols'),
  'F-ALL-5': all({ '000': '7.1', '001': '6', '003': '6.2', '004': '4.6' }, 'protocols'),
  'F-ALL-2': all({ '000': '2.5, 7.1', '001': '7.2', '004': '5.14' }, 'protocols'),
  'F-ALL-4': { ...all({ '001': '9.3', '004': '5.15' }, 'protocols'), list: true },
  'F-000-3': { ...all({ '000': '6.4' }, 'services'), list: true },
  'F-000-4': all({ '000': '2.4', '002': '11' }, 'services'),
  'F-002-1': all({ '002': '12' }, 'services'),
  'F-002-2': { ...all({ '002': 'преамбула' }, 'services'), list: true },
  'F-002-3': all({ '002': '18' }, 'services'),
  'F-002-4': all({ '002': '17' }, 'services'),
  'F-002-5': all({ '002': '20' }, 'services'),
  'F-001-2': all({ '001': '7.3' }, 'reference'),
  'F-001-4': all({ '001': '7.5', '003': '4.2.5', '004': '6.2' }, 'reference'),
  'F-004-1': all({ '004': 'Приложение 1' }, 'reference'),
  'F-004-2': all({ '004': 'Приложение 2' }, 'reference'),
} as const satisfies Record<BlankId, FormEntry>

/** The forms of one act; of every act where the institution's own follows none of the five. */
export function formsOf(
  act: ActNumber | null,
): readonly { readonly id: BlankId; readonly entry: FormEntry }[] {
  return blankIds
    .map((id) => ({ id, entry: formEntries[id] as FormEntry }))
    .filter(({ entry }) => act === null || entry.clauses[act] !== undefined)
}
