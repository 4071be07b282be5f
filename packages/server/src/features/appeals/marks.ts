import type { MarkView } from '@ochno/contract/appeal-parts'
import { onlyAssigned } from '@ochno/domain/access/may'
import { annulledMarks } from '@ochno/domain/appeal/annulled'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import { type CatalogueEntry, clauseUnder } from '@ochno/domain/incident/violation'
import type { SessionId } from '@ochno/domain/ids'
import type { ProtocolEdition } from '../../ports/protocols.ts'
import type { Tx } from '../../ports/store.ts'
import { type AppealDeps, type Asker, no } from './deps.ts'

/** The edition a decision lies on is the one that was handed over last. */
export const handedOver = async (tx: Tx, session: SessionId): Promise<ProtocolEdition | null> =>
  (await tx.protocols.ofSession(session))?.editions.findLast(({ handedOverAt }) => handedOverAt !== null) ??
  null

/** Marks that counted, in the words of the act, with what the examinee answered and what a commission took off. */
export async function marksOf(
  tx: Tx,
  session: SessionId,
  edition: ProtocolEdition | null,
): Promise<MarkView[]> {
  if (!edition) return []
  const answers = await tx.appeals.answers(session)
  const annulled = annulledMarks(await tx.appeals.ofSession(session))
  return edition.facts.marks
    .filter(({ verdict }) => verdict === 'counted')
    .map(({ key, code, from, to, note }) => {
      const rule: CatalogueEntry = catalogue[code as ViolationCode]
      const answer = answers.find((one) => one.key === key)
      return {
        key,
        wording: rule.wording,
        clause: clauseUnder(rule, edition.facts.act) ?? '',
        from: from.toString(),
        to: to?.toString() ?? null,
        note,
        annulled: annulled.has(key),
        answer: answer ? { text: answer.text, at: answer.at.toString() } : null,
      }
    })
}

/** For the person who decides the result. */
export const readMarkAnswers = (deps: AppealDeps, asker: Asker, id: SessionId) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const edition = (await tx.sessions.find(id)) && (await handedOver(tx, id))
    if (!edition || onlyAssigned(asker)) return no('not_found')
    const marks = (await marksOf(tx, id, edition)).filter(({ answer }) => answer !== null)
    return { ok: true as const, body: { marks } }
  })
