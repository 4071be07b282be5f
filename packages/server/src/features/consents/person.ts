// One person's consents as facts: what was answered, what stands, who has to sign.
import { isInTimeBefore, lastDayBefore } from '@ochno/domain/calendar/deadlines'
import type { Demand } from '@ochno/domain/consent/demand'
import type { ConsentRecord } from '@ochno/domain/consent/record'
import { mayActFor } from '@ochno/domain/consent/representation'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import { MAJORITY, type Person, type Signer, signersFor } from '@ochno/domain/consent/signers'
import { type Standing, standingOf } from '@ochno/domain/consent/standing'
import type { AccountId } from '@ochno/domain/ids'
import { Temporal } from '@ochno/domain/time'
import type { ConsentLife, ExamAhead, KeptPaper, Subject, TextId } from '../../ports/consents.ts'
import type { Tx } from '../../ports/store.ts'
import { allAsked, demandOfExam, type Office } from './office.ts'

export type PersonFacts = {
  readonly subject: Subject
  readonly lives: readonly ConsentLife[]
  readonly papers: readonly KeptPaper[]
  readonly ahead: readonly ExamAhead[]
  readonly demand: Demand
}

const day = (iso: string) => Temporal.PlainDate.from(iso)

export const personOf = ({ born, incapable }: Subject): Person | null =>
  born === null ? null : { born: day(born), incapable }

export async function readPerson(tx: Tx, office: Office, account: AccountId): Promise<PersonFacts | null> {
  const subject = await tx.consents.subject(account)
  if (!subject) return null
  const ahead = await tx.consents.ahead(office.now, account)
  return {
    subject,
    lives: await tx.consents.lives(account),
    papers: await tx.consents.papers(account),
    ahead,
    demand: allAsked(office, ahead),
  }
}

/** The same of several, each list read once. */
export async function factsOf(
  tx: Tx,
  office: Office,
  accounts: readonly AccountId[],
  known: readonly Subject[] | null = null,
): Promise<ReadonlyMap<AccountId, PersonFacts>> {
  const lives = Map.groupBy(await tx.consents.lives(accounts), ({ account }) => account)
  const papers = Map.groupBy(await tx.consents.papers(accounts), ({ account }) => account)
  const coming = Map.groupBy(await tx.consents.ahead(office.now, accounts), ({ examinee }) => examinee)
  const facts = new Map<AccountId, PersonFacts>()
  for (const account of accounts) {
    const subject = known?.find((one) => one.account === account) ?? (await tx.consents.subject(account))
    if (!subject) continue
    const ahead = coming.get(account) ?? []
    facts.set(account, {
      subject,
      lives: lives.get(account) ?? [],
      papers: papers.get(account) ?? [],
      ahead,
      demand: allAsked(office, ahead),
    })
  }
  return facts
}

export const lifeOf = ({ lives }: Pick<PersonFacts, 'lives'>, kind: ConsentKind): ConsentLife | null =>
  lives.findLast((life) => life.kind === kind) ?? null

export const recordsOf = (lives: readonly ConsentLife[]): ConsentRecord[] =>
  lives.flatMap((life): ConsentRecord[] =>
    life.signedOn === null || life.signedAt === null
      ? []
      : [
          {
            kind: life.kind,
            textVersion: life.text,
            signed: life.signatures.map(({ signer }) => signer),
            signedOn: day(life.signedOn),
            signedAt: life.signedAt,
            programme: life.programme,
            withdrawal:
              life.withdrawalNo !== null && life.withdrawnOn !== null
                ? { registeredNo: life.withdrawalNo, writtenOn: day(life.withdrawnOn) }
                : null,
            expelledOn: life.expelledOn === null ? null : day(life.expelledOn),
          },
        ],
  )

/** The paper that counts now: of the consents that live on it. */
export const paperOf = (facts: PersonFacts): KeptPaper | null => {
  const ids = facts.lives.filter(({ paper }) => paper !== null).map(({ paper }) => paper)
  const last = ids.at(-1)
  return facts.papers.find(({ id }) => id === last) ?? null
}

export const examDay = (office: Office, exam: Pick<ExamAhead, 'opensAt'>): Temporal.PlainDate =>
  exam.opensAt.toZonedDateTimeISO(office.zone).toPlainDate()

/** The nearest exam ahead whose rules want an original, and its last day. */
export function originalDue(office: Office, facts: PersonFacts) {
  for (const exam of facts.ahead) {
    const { onPaper, leadDays } = demandOfExam(exam.policy)
    if (onPaper.length === 0 || leadDays === null) continue
    const on = examDay(office, exam)
    return { exam, on, leadDays, lastDay: lastDayBefore(on, leadDays) }
  }
  return null
}

/** For one exam, or for today where none is ahead. */
export async function standing(
  office: Office,
  facts: PersonFacts,
  kind: ConsentKind,
  exam: ExamAhead | null,
): Promise<Standing> {
  const life = lifeOf(facts, kind)
  const demand = exam ? demandOfExam(exam.policy) : facts.demand
  const onPaper = demand.onPaper.includes(kind)
  const on = exam ? examDay(office, exam) : office.today
  const paper = life?.paper ? (facts.papers.find(({ id }) => id === life.paper) ?? null) : null
  const { kept } = await office.text(kind)
  return standingOf({
    kind,
    state: life?.state ?? 'none',
    signedInPart: (life?.signatures.length ?? 0) > 0,
    records: recordsOf(facts.lives),
    person: personOf(facts.subject),
    exam: { day: on, programme: life?.programme ?? '', textVersion: kept.id },
    age: office.settings.age,
    reaskOnChange: demand.reaskOnChange,
    onPaper,
    originalLate:
      exam !== null &&
      demand.leadDays !== null &&
      !isInTimeBefore(paper?.original ? day(paper.original.receivedOn) : office.today, on, demand.leadDays),
  })
}

/** Asked for once: what covers the day is not asked for again, what does not begins anew. */
export function beginsAnew(life: ConsentLife | null, stands: Standing, text: TextId): boolean {
  if (life === null) return true
  if (['declined', 'withdrawn', 'expired'].includes(life.state)) return true
  if (life.state === 'informed') return life.text !== text
  return (
    life.state === 'active' &&
    stands.is === 'awaited' &&
    (stands.what === 'text_changed' || stands.what === 'signature_anew')
  )
}

export const signersNow = (office: Office, subject: Subject): readonly Signer[] | null => {
  const person = personOf(subject)
  return person === null ? null : signersFor(person, office.today, office.settings.age)
}

/** What this account may sign as: itself, a verified representative whose time is not over, or nothing at all. */
export async function actsAs(
  tx: Tx,
  office: Office,
  account: AccountId,
  subject: Subject,
): Promise<Signer | null> {
  if (account === subject.account) return 'examinee'
  const person = personOf(subject)
  if (person === null) return null
  const links = await tx.consents.representations(account)
  const may = mayActFor(
    links,
    account,
    { id: subject.account, ...person },
    { majority: MAJORITY, zone: office.zone },
    office.now,
  )
  return may === 'yes' ? 'representative' : null
}
