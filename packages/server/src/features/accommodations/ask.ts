// Somebody asks for conditions, for himself or a child, and sends the document that is the ground (SM-20, TR-21).
import type { AccommodationAsked, AccommodationView } from '@ochno/contract/accommodations'
import { SCAN_BYTES, scanKind } from '@ochno/domain/consent/scan'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AccommodationId, StoredAccommodation } from '../../ports/accommodations.ts'
import type { Tx } from '../../ports/store.ts'
import { type AccommodationDeps, actsFor, type Asker, entry, isOffice, no } from './deps.ts'

/** More at once is a mistake or mischief. */
const WAITING_AT_MOST = 20

export const view = (one: StoredAccommodation): AccommodationView => ({
  id: one.id,
  person: { id: one.account, name: one.name },
  kind: one.kind,
  document: one.content.document,
  services: [...one.content.services],
  helper: one.content.helper,
  means: [...one.content.means],
  extraMinutes: one.content.extraMinutes,
  state: one.state,
  exam: one.exam,
  from: one.from,
  until: one.until,
  file: one.file && { kind: one.file.kind, bytes: one.file.bytes, at: one.file.at.toString() },
  askedAt: one.askedAt.toString(),
  decidedBy: one.decidedBy?.name ?? null,
  decision: one.decision,
})

export const shown = async (tx: Tx, id: AccommodationId) => {
  const one = await tx.accommodations.find(id)
  return one ? { ok: true as const, body: view(one) } : no('not_found')
}

/** Oneself, if one takes exams, and one's children. */
async function peopleOf(tx: Tx, asker: Asker, now: Instant) {
  const links = await tx.consents.representations(asker.account)
  const candidates = [asker.account, ...links.map(({ child }) => child as AccountId)]
  const people: { id: AccountId; name: string }[] = []
  for (const id of new Set(candidates)) {
    const subject = await tx.consents.subject(id)
    if (subject && (await actsFor(tx, asker, id, now))) people.push({ id, name: subject.name })
  }
  return people
}

export const listMine = (deps: AccommodationDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const people = await peopleOf(tx, asker, now)
    const rows: AccommodationView[] = []
    for (const { id } of people) rows.push(...(await tx.accommodations.list(id)).map(view))
    return { people, rows }
  })

export const ask = (deps: AccommodationDeps, asker: Asker, asked: AccommodationAsked, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const subject = await tx.consents.subject(asked.account)
    if (!subject) return no('not_found')
    if (!isOffice(asker) && !(await actsFor(tx, asker, asked.account, now))) return no('not_found')
    if (asked.kind === 'pmpk_assistant' && asked.services.length === 0) return no('no_services')
    if (asked.kind === 'pmpk_assistant' && asked.helper === null) return no('helper_not_named')
    if (asked.kind === 'pmpk_technical_means' && asked.means.length === 0) return no('no_means')
    if (asked.kind === 'disability' && asked.means.length === 0 && asked.extraMinutes === 0)
      return no('no_means')
    const waiting = (await tx.accommodations.list(asked.account)).filter(({ state }) => state === 'requested')
    if (waiting.length >= WAITING_AT_MOST) return no('too_many')
    const { zone } = await tx.institutions.own()
    const { account, kind, document, services, helper, means, extraMinutes } = asked
    const of = (wanted: typeof kind) => kind === wanted
    const id = deps.ids.make<'acm'>('acm')
    await tx.accommodations.save({
      id,
      account,
      name: subject.name,
      exam: null,
      kind,
      state: 'requested',
      // What the kind has no place for is not kept.
      content: {
        document,
        services: of('pmpk_assistant') ? services : [],
        helper: of('pmpk_assistant') ? helper : null,
        means: of('pmpk_assistant') ? [] : means,
        extraMinutes: of('disability') ? extraMinutes : 0,
      },
      from: now.toZonedDateTimeISO(zone).toPlainDate().toString(),
      until: null,
      askedBy: asker.account,
      askedAt: now,
      decidedBy: null,
      decidedAt: null,
      decision: '',
      file: null,
    })
    await tx.audit(entry(asker, now, 'ask', id, { account }))
    return shown(tx, id)
  })

const objectKey = (tenant: string, id: string) => `c/${tenant}/${id}`

const mayTouch = async (tx: Tx, asker: Asker, one: StoredAccommodation, now: Instant): Promise<boolean> =>
  isOffice(asker) || actsFor(tx, asker, one.account, now)

export const sendGround = (
  deps: AccommodationDeps,
  asker: Asker,
  id: AccommodationId,
  bytes: Uint8Array,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const one = await tx.accommodations.hold(id)
    if (!one || !(await mayTouch(tx, asker, one, now))) return no('not_found')
    if (one.state !== 'requested') return no('not_now')
    if (bytes.length > SCAN_BYTES) return no('too_large')
    const kind = scanKind(bytes)
    if (kind === null) return no('not_a_scan')
    if (!deps.diskTakes()) return no('disk')
    const file = deps.ids.make<'csc'>('csc')
    const { key, stored } = deps.seal.seal(file, bytes)
    await deps.objects.put(objectKey(asker.tenant, file), stored)
    const sha256 = deps.sha256(bytes)
    await tx.accommodations.setGround(id, {
      id: file,
      kind,
      bytes: bytes.length,
      sha256,
      key,
      by: asker.account,
      at: now,
    })
    await tx.audit(entry(asker, now, 'ground', id, { file, kind, bytes: bytes.length }))
    return shown(tx, id)
  })

/** The person, who acts for him, and the office; the row is in the journal before the first byte (E-T9). */
export async function readGround(deps: AccommodationDeps, asker: Asker, id: AccommodationId, now: Instant) {
  const found = await deps.store.inTenant(asker.tenant, async (tx) => {
    const one = await tx.accommodations.find(id)
    if (!one || !(await mayTouch(tx, asker, one, now))) return null
    return tx.accommodations.ground(id)
  })
  if (!found) return no('not_found')
  try {
    await deps.audit.record(entry(asker, now, 'ground_view', id, { file: found.id }))
  } catch (cause) {
    deps.log.error('accommodation.not_journalled', { object: id }, cause)
    return no('journal_unavailable')
  }
  const stored = await deps.objects.get(objectKey(asker.tenant, found.id))
  if (!stored) return no('not_found')
  return { ok: true as const, kind: found.kind, bytes: deps.seal.open(found.id, found.key, stored) }
}
