// 004 3.11: the form is printed, signed by hand, scanned into the account, and its original handed in (SM-7, TR-11).
import type { QualityHead } from '@ochno/domain/document/institution'
import { form0045 } from '@ochno/domain/document/f-004-5'
import { SCAN_BYTES, scanKind } from '@ochno/domain/consent/scan'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ConsentLife, PaperId } from '../../ports/consents.ts'
import { begin, move, readInFull, withPerson } from './answer.ts'
import { type Asker, type ConsentDeps, entry, no } from './deps.ts'
import { hashOf, type Office } from './office.ts'
import { beginsAnew, lifeOf, personOf, standing } from './person.ts'

export const qualityHead = ({ code, operator }: Office): QualityHead => ({
  code: code ?? '',
  act: operator.act ?? '',
})

export type Particulars = { readonly programme: string; readonly address: string; readonly document: string }

const objectKey = (tenant: string, id: string) => `c/${tenant}/${id}`

export async function makePaper(
  deps: ConsentDeps,
  asker: Asker,
  account: AccountId,
  particulars: Particulars,
  now: Instant,
) {
  const filled = await withPerson(deps, asker, account, now, async ({ tx, office, facts, as }) => {
    const institution = office.issuer
    if (!institution) return no('settings_missing')
    if (office.settings.age === null) return no('ages_not_set')
    if (personOf(facts.subject) === null) return no('birthday_not_known')
    if (facts.demand.onPaper.length === 0) return no('screen_only')
    const shown = await tx.consents.shown(account)
    const paper = deps.ids.make<'cpp'>('cpp')
    const ready: ConsentLife[] = []
    for (const kind of facts.demand.onPaper) {
      const { kept } = await office.text(kind)
      const before = lifeOf(facts, kind)
      // A separate no to one of them stays a no.
      if (before?.state === 'declined') continue
      const seen = readInFull(kept, shown, asker.account)
      const stands = await standing(office, facts, kind, facts.ahead[0] ?? null)
      const begun = beginsAnew(before, stands, kept.id)
        ? begin(deps, { account, kept }, seen, now)
        : before && { ok: true as const, life: before }
      if (!begun) continue
      if (!begun.ok) return begun
      // Printed once more: the sheet was lost or the programme is another.
      if (begun.life.state === 'printed') {
        ready.push({ ...begun.life, paper, programme: particulars.programme, changedAt: now })
        continue
      }
      if (begun.life.state !== 'informed') return no('not_now')
      const made = move(begun.life, 'generate_form', 'system', { paper: true }, now)
      if (!made.ok) return made
      const printed = move(made.life, 'print', as, { paper: true }, now)
      if (!printed.ok) return printed
      ready.push({ ...printed.life, paper, programme: particulars.programme })
    }
    if (ready.length === 0) return no('not_now')
    await tx.consents.addPaper({
      id: paper,
      account,
      programme: particulars.programme,
      generatedAt: now,
      printedAt: now,
    })
    for (const life of ready) {
      await tx.consents.save(life)
      const text = (await tx.consents.text(life.text)) ?? null
      await tx.audit(
        entry(asker, now, 'paper', life.id, { paper, kind: life.kind, text: text && hashOf(text) }),
      )
    }
    const formed = form0045({
      institution,
      quality: qualityHead(office),
      examinee: facts.subject.name,
      address: particulars.address,
      identityDocument: particulars.document,
      programme: particulars.programme,
      signed: null,
    })
    return formed.ok ? { ok: true as const, document: formed.document } : no('settings_missing')
  })
  return filled.ok ? printed(deps, filled.document) : filled
}

export async function printed(
  deps: Pick<ConsentDeps, 'printer'>,
  document: Parameters<ConsentDeps['printer']['pdf']>[0],
) {
  const made = await deps.printer.pdf(document)
  if (made.ok) return { ok: true as const, bytes: made.bytes }
  return no(made.why === 'busy' || made.why === 'too_slow' ? 'print_busy' : 'print_failed')
}

export async function uploadScan(
  deps: ConsentDeps,
  asker: Asker,
  id: PaperId,
  bytes: Uint8Array,
  now: Instant,
) {
  const known = await deps.store.inTenant(asker.tenant, (tx) => tx.consents.paper(id))
  if (!known) return no('not_found')
  const kind = scanKind(bytes)
  return withPerson(deps, asker, known.account, now, async ({ tx, facts, as, view }) => {
    if (bytes.length > SCAN_BYTES) return no('too_large')
    if (kind === null) return no('not_a_scan')
    const carried = facts.lives.filter(({ paper }) => paper === id)
    const moved: ConsentLife[] = []
    for (const life of carried) {
      // A better scan takes the place of the first until the original has come.
      if (life.state === 'scan_uploaded') continue
      if (life.state !== 'printed') continue
      // Who signed by hand is seen on the paper by whoever receives it.
      const up = move(life, 'upload_scan', as, { paper: true, signaturesMissing: false }, now)
      if (!up.ok) return up
      moved.push(up.life)
    }
    const waiting = carried.some(({ state }) => state === 'scan_uploaded')
    if (moved.length === 0 && !waiting) return no('not_now')
    if (!deps.diskTakes()) return no('disk')
    const scan = deps.ids.make<'csc'>('csc')
    const { key, stored } = deps.seal.seal(scan, bytes)
    await deps.objects.put(objectKey(asker.tenant, scan), stored)
    await tx.consents.addScan({
      id: scan,
      paper: id,
      kind,
      bytes: bytes.length,
      sha256: deps.sha256(bytes),
      key,
      by: asker.account,
      at: now,
    })
    for (const life of moved) await tx.consents.save(life)
    await tx.audit(entry(asker, now, 'scan', id, { scan, kind, bytes: bytes.length }))
    return view()
  })
}

/** The person, who acts for him, and the office; the row is in the journal before the first byte (E-T9). */
export async function readScan(deps: ConsentDeps, asker: Asker, id: PaperId, now: Instant, staff: boolean) {
  const found = await deps.store.inTenant(asker.tenant, async (tx) => {
    const paper = await tx.consents.paper(id)
    return paper && { paper, scan: await tx.consents.scan(id) }
  })
  if (!found?.scan) return no('not_found')
  if (!staff) {
    const mine = await withPerson(deps, asker, found.paper.account, now, async () => ({ ok: true as const }))
    if (!mine.ok) return mine
  }
  const { scan } = found
  if (!(await journalled(deps, asker, now, 'scan_view', id, { scan: scan.id })))
    return no('journal_unavailable')
  const stored = await deps.objects.get(objectKey(asker.tenant, scan.id))
  if (!stored) return no('not_found')
  return { ok: true as const, kind: scan.kind, bytes: deps.seal.open(scan.id, scan.key, stored) }
}

export async function journalled(
  deps: Pick<ConsentDeps, 'audit' | 'log'>,
  asker: Asker,
  now: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  try {
    await deps.audit.record(entry(asker, now, action, object, details))
    return true
  } catch (cause) {
    deps.log.error('consent.not_journalled', { object, action }, cause)
    return false
  }
}
