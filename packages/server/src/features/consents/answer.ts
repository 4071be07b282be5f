// Read, then answered: agree or not. Nothing is chosen for anybody, and saying no is no violation (R0-2.2.1b).
import { shownInFull, type InformedPart } from '@ochno/domain/consent/text'
import { textOf } from '@ochno/domain/consent/wording'
import { consent, type ConsentCommand, type ConsentFacts } from '@ochno/domain/lifecycle/consent'
import { decideMove, type Party } from '@ochno/domain/lifecycle/machine'
import type { Signer } from '@ochno/domain/consent/signers'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ConsentLife, KeptText, Shown, TextId } from '../../ports/consents.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type ConsentDeps, entry, no } from './deps.ts'
import { hashOf, type Office, openOffice } from './office.ts'
import { personView } from './person-view.ts'
import {
  actsAs,
  beginsAnew,
  lifeOf,
  type PersonFacts,
  personOf,
  readPerson,
  signersNow,
  standing,
} from './person.ts'

export type Opened = {
  readonly tx: Tx
  readonly office: Office
  readonly facts: PersonFacts
  readonly as: Signer
  /** The page as this reader sees it now. */
  readonly view: () => Promise<{ readonly ok: true; readonly body: Awaited<ReturnType<typeof personView>> }>
}

/** A person's consents, held, for somebody who may act for him; for anybody else there is no such person. */
export const withPerson = <T>(
  deps: ConsentDeps,
  asker: Asker,
  account: AccountId,
  now: Instant,
  work: (opened: Opened) => Promise<T>,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    await tx.consents.hold(account)
    const office = await openOffice(deps, tx, now)
    const facts = await readPerson(tx, office, account)
    const as = facts && (await actsAs(tx, office, asker.account, facts.subject))
    if (!facts || !as) return no('not_found')
    const view = async () => {
      const after = await readPerson(tx, office, account)
      const reader = { account: asker.account, as }
      return { ok: true as const, body: await personView(tx, office, after ?? facts, reader) }
    }
    return work({ tx, office, facts, as, view })
  })

export const readInFull = (kept: KeptText, shown: readonly Shown[], reader: AccountId): boolean =>
  shownInFull(
    textOf(kept.wording, kept.id, []),
    shown
      .filter(({ text, to }) => text === kept.id && to === reader)
      .map(({ part, at }) => ({ part, version: kept.id, at })),
  )

const facts = (changed: Partial<ConsentFacts>): ConsentFacts => ({
  paper: false,
  textShownInFull: false,
  signaturesMissing: true,
  consequencesShown: false,
  requestRegistered: false,
  ...changed,
})

type Moved = { readonly ok: true; readonly life: ConsentLife } | { readonly ok: false; readonly why: string }

/** SM-7 decides; `none` is a life that is only now begun. */
export function move(
  life: ConsentLife,
  command: ConsentCommand,
  by: Party,
  known: Partial<ConsentFacts>,
  now: Instant,
  begun = true,
): Moved {
  const outcome = decideMove(consent, begun ? life.state : 'none', command, by, facts(known), now)
  if (!outcome.ok) return outcome
  const { to } = outcome.event
  return to === 'none' ? no('not_now') : { ok: true, life: { ...life, state: to, changedAt: now } }
}

/** A new life of SM-7, informed: the reader has seen every block of this text. */
export const begin = (
  deps: ConsentDeps,
  about: { readonly account: AccountId; readonly kept: KeptText },
  textShownInFull: boolean,
  now: Instant,
): Moved =>
  move(
    {
      id: deps.ids.make('cns'),
      account: about.account,
      kind: about.kept.kind,
      state: 'informed',
      text: about.kept.id,
      signatures: [],
      signedOn: null,
      signedAt: null,
      programme: null,
      paper: null,
      declinedBy: null,
      withdrawalAskedOn: null,
      withdrawalNo: null,
      withdrawnOn: null,
      expelledOn: null,
      createdAt: now,
      changedAt: now,
    },
    'inform',
    'system',
    { textShownInFull },
    now,
    false,
  )

export const markShown = (
  deps: ConsentDeps,
  asker: Asker,
  account: AccountId,
  block: { readonly text: string; readonly part: InformedPart },
  now: Instant,
) =>
  withPerson(deps, asker, account, now, async ({ tx, office, facts: person, view }) => {
    for (const kind of person.demand.kinds) {
      const { kept } = await office.text(kind)
      if (kept.id !== block.text) continue
      await tx.consents.markShown(account, { text: kept.id, to: asker.account, part: block.part, at: now })
      await tx.audit(entry(asker, now, 'shown', account, { kind, part: block.part, text: hashOf(kept) }))
      return view()
    }
    return no('text_changed')
  })

export const answerConsent = (
  deps: ConsentDeps,
  asker: Asker,
  account: AccountId,
  given: { readonly text: string; readonly answer: 'agree' | 'decline' },
  now: Instant,
) =>
  withPerson(deps, asker, account, now, async (opened) => {
    const { tx, office, facts: person, as, view } = opened
    const kept = await textAsked(opened, given.text)
    if (!kept) return no('text_changed')
    if (office.settings.age === null) return no('ages_not_set')
    if (personOf(person.subject) === null) return no('birthday_not_known')
    const signers = signersNow(office, person.subject) ?? []
    if (!signers.includes(as)) return no('not_your_signature')
    const before = lifeOf(person, kept.kind)
    const stands = await standing(office, person, kept.kind, person.ahead[0] ?? null)
    const seen = readInFull(kept, await tx.consents.shown(account), asker.account)
    if (!seen) return no('not_shown')
    const begun =
      before === null || beginsAnew(before, stands, kept.id)
        ? begin(deps, { account, kept }, seen, now)
        : { ok: true as const, life: before }
    if (!begun.ok) return begun
    const { life } = begun
    const paper = person.demand.onPaper.includes(kept.kind)

    if (given.answer === 'decline') {
      const declined = move(life, 'decline', as, { paper }, now)
      if (!declined.ok) return declined
      await tx.consents.save({ ...declined.life, declinedBy: asker.account })
      await tx.audit(entry(asker, now, 'decline', life.id, { kind: kept.kind, text: hashOf(kept), as }))
      return view()
    }
    if (life.state === 'informed' && life.signatures.some(({ signer }) => signer === as))
      return no('already_signed')
    const me = await tx.accounts.find(asker.account)
    const signatures = [
      ...life.signatures,
      { signer: as, by: asker.account, name: me?.fullName ?? '', at: now.toString() },
    ]
    const missing = signers.filter((signer) => !signatures.some((one) => one.signer === signer))
    const agreed = move(life, 'give', as, { paper, signaturesMissing: missing.length > 0 }, now)
    const signed = { kind: kept.kind, text: hashOf(kept), as }
    if (!agreed.ok) {
      // The first of two signatures is kept; the consent holds with the second.
      if (agreed.why !== 'signature_missing') return agreed
      await tx.consents.save({ ...life, signatures, changedAt: now })
      await tx.audit(entry(asker, now, 'sign', life.id, signed))
      return view()
    }
    const signedOn = office.today.toString()
    await tx.consents.save({ ...agreed.life, signatures, signedOn, signedAt: now })
    await tx.audit(entry(asker, now, 'give', life.id, signed))
    return view()
  })

async function textAsked({ office, facts: person }: Opened, text: string): Promise<KeptText | null> {
  for (const kind of person.demand.kinds) {
    const { kept, ready } = await office.text(kind)
    if (kept.id === (text as TextId) && ready) return kept
  }
  return null
}
