// 004 App. 4 once more, with the grade, the result and the manager in it (R4-A4.04, R4-A4.08, R4-A4.10).
import type { DecidedForms } from '../../ports/decided-forms.ts'
import { documentsOf } from './documents.ts'
import { knownOf } from './situation.ts'

export const decidedForms: DecidedForms = async (tx, id, decided) => {
  const session = await tx.sessions.find(id)
  const known = session && (await knownOf(tx, session))
  if (!known || known === 'no_form') return []
  const edition = known.protocol?.editions.findLast(({ handedOverAt }) => handedOverAt !== null)
  if (!edition) return []
  const signing = {
    number: edition.number,
    edition: edition.edition,
    by: edition.signedByName,
    at: edition.signedAt,
  }
  const formed = await documentsOf(tx, known, edition.facts, signing, decided, ['F-004-4'])
  return formed.flatMap((each) => (each.ok ? [each.document] : []))
}
