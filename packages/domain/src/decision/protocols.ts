// Which protocols an exam leaves (TR-48): 004 has one form for an intermediate attestation and another for a final one.
import type { FormId } from '../document/model.ts'
import type { ProtocolAct } from '../incident/violation.ts'

export type Protocols = { readonly main: FormId; readonly ofEachPerson: FormId | null }

/** `annexed`: of a final attestation App. 3 of each person goes with the table of App. 4; a setting, since 4.6 names both. */
export function protocolsOf(act: ProtocolAct, finalAttestation: boolean, annexed: boolean): Protocols {
  if (act === '000') return { main: 'F-000-5', ofEachPerson: null }
  if (act === '001') return { main: 'F-001-1', ofEachPerson: null }
  if (act === '003') return { main: 'F-003-4', ofEachPerson: null }
  return finalAttestation
    ? { main: 'F-004-4', ofEachPerson: annexed ? 'F-004-3' : null }
    : { main: 'F-004-3', ofEachPerson: null }
}
