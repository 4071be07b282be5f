// TR-54: the office looks at consents whose paper names another programme. Nothing is held back meanwhile: the consent stands.
import type { NewProgrammeView } from '@ochno/contract/new-programmes'
import { mayAnswer, newProgrammes } from '@ochno/domain/consent/new-programme'
import type { ConsentRecord } from '@ochno/domain/consent/record'
import { sameProgramme } from '@ochno/domain/consent/same-programme'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { type Instant, isBefore, Temporal } from '@ochno/domain/time'
import { type Asker, lines, no } from '../../ports/asking.ts'
import type { ConsentLife, Subject } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { Store, Tx } from '../../ports/store.ts'
import { noSettings } from './office.ts'
import { personOf, recordsOf } from './person.ts'

export type NewProgrammeDeps = { readonly store: Store; readonly ids: Ids; readonly relatives: Relatives }

const entry = lines({ purpose: 'consent', prefix: 'consent.' })

const dayOf = async (tx: Tx, now: Instant) =>
  now.toZonedDateTimeISO((await tx.institutions.own()).zone).toPlainDate()

/** Of one person or of everybody; answered ones too. */
async function found(tx: Tx, account: AccountId | null, today: Temporal.PlainDate, now: Instant) {
  const { age } = (await tx.consents.settings()) ?? noSettings
  const lives = Map.groupBy(await tx.consents.lives(account), (life) => life.account)
  const studied = Map.groupBy(await tx.newProgrammes.studied(now, account), (one) => one.account)
  const answered = await tx.newProgrammes.answered(account)
  const subjects =
    account === null
      ? await tx.consents.subjects()
      : [await tx.consents.subject(account)].filter((one) => one !== null)
  return subjects.flatMap((subject): NewProgrammeView[] => {
    const person = personOf(subject)
    const programmes = (studied.get(subject.account) ?? []).map(({ programme }) => programme)
    if (person === null || programmes.length === 0) return []
    const records = recordsOf(lives.get(subject.account) ?? [])
    const rules = { required: [], reaskOnChange: false, age }
    const own = answered.filter(({ account }) => account === subject.account)
    const since = standsSince(lives.get(subject.account) ?? [])
    // A paper signed anew names its programme as long as the consent it was signed for stands.
    const papers = own.filter(({ is, at }) => is === 'signed' && since !== null && !isBefore(at, since))
    const signed = papers.map(({ programme }) => programme)
    return newProgrammes(records, person, programmes, today, rules, signed).map(({ programme, kinds }) => {
      const answer = own.find((one) => one.is !== 'signed' && sameProgramme(one.programme, programme))
      return {
        account: subject.account,
        name: subject.name,
        signed: lastNamed(records),
        programme,
        kinds: [...kinds],
        answer: answer ? { is: answer.is, by: answer.byName, at: answer.at.toString() } : null,
      }
    })
  })
}

const standsSince = (lives: readonly ConsentLife[]): Instant | null =>
  lives.reduce<Instant | null>(
    (first, { state, programme, signedAt: at }) =>
      state === 'active' && programme !== null && at !== null && (first === null || isBefore(at, first))
        ? at
        : first,
    null,
  )

const lastNamed = (records: readonly ConsentRecord[]): string =>
  records.findLast(({ programme }) => programme !== null)?.programme ?? ''

export const listNewProgrammes = ({ store }: NewProgrammeDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const today = await dayOf(tx, now)
    const rows = await found(tx, null, today, now)
    // What was left as it is asks for nothing more.
    return { today: today.toString(), rows: rows.filter(({ answer }) => answer?.is !== 'kept') }
  })

type Answer =
  | { readonly is: 'kept' | 'asked'; readonly programme: string }
  | { readonly is: 'signed'; readonly programme: string; readonly signedOn: string }

export const answerNewProgramme = (
  { store, ids, relatives }: NewProgrammeDeps,
  asker: Asker,
  account: AccountId,
  given: Answer,
  now: Instant,
) =>
  store.inTenant(asker.tenant, async (tx) => {
    const subject = await tx.consents.subject(account)
    if (!subject) return no('not_found')
    await tx.consents.hold(account)
    const today = await dayOf(tx, now)
    const row = (await found(tx, account, today, now)).find(({ programme }) =>
      sameProgramme(programme, given.programme),
    )
    if (!row || !mayAnswer(row.answer?.is ?? null, given.is)) return no('not_now')
    const { programme } = row
    const signedOn = given.is === 'signed' ? given.signedOn : null
    if (signedOn !== null && Temporal.PlainDate.compare(signedOn, today) > 0) return no('day_in_future')
    await tx.newProgrammes.answer({ account, programme, is: given.is, signedOn, by: asker.account, at: now })
    if (given.is === 'asked')
      for (const to of [account, ...(await relatives(tx, account, now))])
        await tellAsked(ids, tx, to, subject, row, now)
    await tx.audit(
      entry(asker, now, 'programme', account, { is: given.is, programme, signed: row.signed, signedOn }),
    )
    return { ok: true as const, body: {} }
  })

async function tellAsked(
  ids: Ids,
  tx: Tx,
  to: AccountId,
  { account, name }: Subject,
  { programme, signed }: NewProgrammeView,
  now: Instant,
) {
  // What is told of no exam bears the id of whom it is about.
  const about = account as string as ExamId
  await sendMessage(
    ids,
    tx,
    {
      to,
      about,
      facts: {
        title: 'Бумага о согласии и новая программа',
        text: `${name}: в подписанной бумаге названа программа «${signed}», сейчас это «${programme}». Согласие действует и дальше. Если хотите, подпишите бумагу заново с новой программой: бланк дадут в учебной части. Отказаться можно, на экзамены это не влияет.`,
      },
    },
    now,
  )
}
