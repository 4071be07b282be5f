// P-11b: who still has to answer before an exam is reminded seven, three and one day before it; each time once.
import { reminderDue, unansweredWords } from '@ochno/domain/consent/reminder'
import { type Signer, signersMissing } from '@ochno/domain/consent/signers'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ExamAhead } from '../../ports/consents.ts'
import { tellOnce } from '../../ports/messages.ts'
import type { Tx } from '../../ports/store.ts'
import type { ConsentDeps } from './deps.ts'
import { demandOfExam, type Office, openOffice } from './office.ts'
import { examDay, lifeOf, type PersonFacts, personOf, readPerson, standing } from './person.ts'
import { parentsOf } from './remind.ts'

/** What a paper waits for has reminders of its own (R4-3.11c). */
const asksThem = ['answer', 'second_signature', 'text_changed', 'signature_anew']

export const remindUnanswered = (
  deps: Pick<ConsentDeps, 'store' | 'ids' | 'digest'>,
  tenant: TenantId,
  now: Instant,
): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    const office = await openOffice(deps, tx, now)
    const people = new Set((await tx.consents.ahead(now, null)).map(({ examinee }) => examinee))
    let told = 0
    for (const account of people) {
      const facts = await readPerson(tx, office, account)
      for (const exam of facts?.ahead ?? [])
        if (facts) told += await remind(deps, tx, tenant, office, facts, exam)
    }
    return told
  })

/** Whose answer is missing for this exam. */
async function missing(office: Office, facts: PersonFacts, exam: ExamAhead): Promise<ReadonlySet<Signer>> {
  const signers = new Set<Signer>()
  const person = personOf(facts.subject)
  if (person === null) return signers
  for (const kind of demandOfExam(exam.policy).kinds) {
    const stands = await standing(office, facts, kind, exam)
    if (stands.is !== 'awaited' || !asksThem.includes(stands.what)) continue
    const life = stands.what === 'second_signature' ? lifeOf(facts, kind) : null
    const signed = (life?.signatures ?? []).map(({ signer }) => signer)
    for (const signer of signersMissing(signed, person, examDay(office, exam), office.settings.age) ?? [])
      signers.add(signer)
  }
  return signers
}

async function remind(
  deps: Pick<ConsentDeps, 'ids'>,
  tx: Tx,
  tenant: TenantId,
  office: Office,
  facts: PersonFacts,
  exam: ExamAhead,
): Promise<number> {
  const on = examDay(office, exam)
  const due = reminderDue(office.today.until(on, { largestUnit: 'days' }).days)
  if (due === null) return 0
  const signers = await missing(office, facts, exam)
  const { account } = facts.subject
  const to: AccountId[] = [
    ...(signers.has('examinee') ? [account] : []),
    ...(signers.has('representative') ? await parentsOf(tx, office, facts) : []),
  ]
  const { exam: about, title } = exam
  const words = (language: 'ru' | 'en') => unansweredWords(on, due, language)
  const told = await tellOnce(deps.ids, tx, to, { about, title }, words, office.now)
  if (told > 0)
    await tx.audit({
      at: office.now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'consent.remind',
      object: account,
      purpose: 'deadline',
      result: 'ok',
      details: { exam: exam.exam, days: due, told },
    })
  return told
}
