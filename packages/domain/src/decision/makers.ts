// Who decides on a result (TR-06): never a machine, never the proctor of the session.
import type { ProtocolAct } from '../incident/violation.ts'

export type Maker = 'teacher' | 'programme_manager' | 'director' | 'deputy_director' | 'commission'
export type Decider = Maker | 'proctor' | 'system'

/**
 * 004: the teacher, of a final attestation the programme manager (R4-4.6b, R4-A4.10). 000, 001 and 003 leave it to the institution;
 * until it has said so nobody decides.
 */
export const makersOf = (act: ProtocolAct, finalAttestation: boolean, own: Maker | null): readonly Maker[] =>
  act === '004' ? [finalAttestation ? 'programme_manager' : 'teacher'] : own ? [own] : []
