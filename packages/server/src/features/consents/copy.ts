// Copies for the person: what was signed with the hash of its text, and the written withdrawal to be signed.
import { endsOn } from '@ochno/domain/consent/record'
import { consentCopy } from '@ochno/domain/document/consent-copy'
import { day, dayAt, dayFigures, dayWords, moment } from '@ochno/domain/document/dates'
import { form00411 } from '@ochno/domain/document/f-004-11'
import type { Institution } from '@ochno/domain/document/institution'
import type { PrintedDocument } from '@ochno/domain/document/model'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { instant, type Instant } from '@ochno/domain/time'
import type { ConsentId, ConsentLife } from '../../ports/consents.ts'
import { type Asker, type ConsentDeps, no } from './deps.ts'
import { hashOf, type Office, openOffice } from './office.ts'
import { journalled, printed, qualityHead } from './paper.ts'
import { actsAs, type PersonFacts, readPerson, recordsOf } from './person.ts'

type Found = {
  readonly office: Office
  readonly facts: PersonFacts
  readonly life: ConsentLife
  /** Who said no. */
  readonly decliner: string
}

/** Of a person who may act here, or of anybody for the office; for others there is no such consent. */
async function ofConsent<T>(
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  now: Instant,
  staff: boolean,
  make: (found: Found, text: Parameters<typeof hashOf>[0]) => T,
) {
  return deps.store.inTenant(asker.tenant, async (tx) => {
    const office = await openOffice(deps, tx, now)
    const life = await tx.consents.life(id)
    const facts = life && (await readPerson(tx, office, life.account))
    const text = life && (await tx.consents.text(life.text))
    if (!life || !facts || !text) return no('not_found')
    if (!staff && !(await actsAs(tx, office, asker.account, facts.subject))) return no('not_found')
    const decliner = life.declinedBy ? ((await tx.accounts.find(life.declinedBy))?.fullName ?? '') : ''
    return make({ office, facts, life, decliner }, text)
  })
}

type Made =
  | { readonly ok: true; readonly document: PrintedDocument }
  | { readonly ok: false; readonly why: string }

async function given(
  deps: ConsentDeps,
  asker: Asker,
  now: Instant,
  action: string,
  id: ConsentId,
  made: Made,
) {
  if (!made.ok) return made
  if (!(await journalled(deps, asker, now, action, id))) return no('journal_unavailable')
  return printed(deps, made.document)
}

/** Without its full name the institution is called what the pages call it. */
const named = (office: Office): Institution =>
  office.issuer ?? {
    name: office.operator.name,
    dative: office.operator.name,
    short: office.operator.short,
    address: '',
    city: '',
    zone: office.zone,
  }

const madeCopy = (deps: ConsentDeps, asker: Asker, id: ConsentId, now: Instant, staff: boolean) =>
  ofConsent(deps, asker, id, now, staff, ({ office, facts, life, decliner }, text): Made => {
    if (life.signedOn === null && life.state !== 'declined') return no('not_found')
    const [record] = recordsOf([life])
    const end = record ? endsOn(record) : null
    const declined = life.state === 'declined'
    const answers = declined
      ? [
          {
            who: life.declinedBy === life.account ? ('examinee' as const) : ('representative' as const),
            name: decliner,
            at: moment(life.changedAt, office.zone),
          },
        ]
      : life.signatures.map(({ signer, name, at }) => ({
          who: signer,
          name,
          at: moment(instant(at), office.zone),
        }))
    const document = consentCopy({
      institution: named(office),
      examinee: facts.subject.name,
      wording: text.wording,
      answer: declined ? 'refused' : 'agreed',
      signatures: answers,
      signedOn: life.signedOn && dayWords(day(life.signedOn)),
      endedOn: end && dayWords(end),
      onPaper: !declined && life.paper !== null,
      sha256: hashOf(text),
    })
    return { ok: true, document }
  })

export const takeCopy = async (
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  now: Instant,
  staff: boolean,
) => given(deps, asker, now, 'copy', id, await madeCopy(deps, asker, id, now, staff))

/** For the archive of this very person: nobody takes it here, the archive has rows of its own in the journal. */
export async function copyForArchive(
  deps: ConsentDeps,
  { tenant, person }: { readonly tenant: TenantId; readonly person: AccountId },
  id: ConsentId,
  now: Instant,
) {
  const made = await madeCopy(deps, { tenant, account: person, roles: [] }, id, now, true)
  return made.ok ? printed(deps, made.document) : made
}

export async function takeWithdrawalForm(
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  now: Instant,
  staff: boolean,
) {
  const made = await ofConsent(deps, asker, id, now, staff, ({ office, facts, life }): Made => {
    const institution = office.issuer
    if (!institution) return no('settings_missing')
    if (life.signedOn === null) return no('not_found')
    const on = life.withdrawalAskedOn ? day(life.withdrawalAskedOn) : dayAt(now, office.zone)
    const formed = form00411({
      institution,
      quality: qualityHead(office),
      examinee: facts.subject.name,
      programme: life.programme ?? '',
      consent: { number: life.id.slice(-6).toUpperCase(), on: day(life.signedOn) },
      on,
      signedOn: null,
      taken:
        life.withdrawalNo && life.withdrawnOn
          ? { by: `№ ${life.withdrawalNo}, ${dayFigures(day(life.withdrawnOn))}`, on }
          : null,
    })
    return formed.ok ? { ok: true, document: formed.document } : no('settings_missing')
  })
  return given(deps, asker, now, 'withdrawal_form', id, made)
}
