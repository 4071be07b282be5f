// The office's list: what stands of everybody's consents, which originals are late, and what only staff may record.
import type { RegisterRow } from '@ochno/contract/consent-register'
import { paperStanding } from '@ochno/domain/consent/paper'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import { reviewText } from '@ochno/domain/consent/text'
import { textOf } from '@ochno/domain/consent/wording'
import { readCursor } from '@ochno/contract/paging'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type {
  ConsentId,
  ConsentLife,
  ConsentSettings,
  KeptPaper,
  PaperId,
  Subject,
} from '../../ports/consents.ts'
import { foremost, judgeLate, lateView } from '../../ports/late-originals.ts'
import { type AskedPage, cursorText } from '../../ports/paging.ts'
import type { Tx } from '../../ports/store.ts'
import { move } from './answer.ts'
import { type Asker, type ConsentDeps, entry, no } from './deps.ts'
import { demandOfExam, noSettings, type Office, openOffice } from './office.ts'
import { paperView } from './person-view.ts'
import {
  factsOf,
  lifeOf,
  originalDue,
  paperOf,
  type PersonFacts,
  readPerson,
  signersNow,
  standing,
} from './person.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

function originalStanding(
  office: Office,
  facts: PersonFacts,
  paper: KeptPaper | null,
): RegisterRow['original'] {
  const due = originalDue(office, facts)
  // Who said no, or whose paper was withdrawn, owes no original.
  const owed = facts.demand.onPaper.some(
    (kind) => !['declined', 'withdrawn', 'expired'].includes(lifeOf(facts, kind)?.state ?? 'none'),
  )
  if (!due || !owed) return null
  const stands = paperStanding(
    {
      person: facts.subject.account,
      generatedAt: paper?.generatedAt ?? null,
      printedAt: paper?.printedAt ?? null,
      scanUploadedAt: paper?.scan?.at ?? null,
      original: paper?.original
        ? { receivedOn: day(paper.original.receivedOn), by: paper.original.by }
        : null,
    },
    due.on,
    office.today,
    due.leadDays,
  )
  return stands.is === 'complete' ? stands : { ...stands, lastDay: stands.lastDay.toString() }
}

async function lateOf(tx: Tx, office: Office, facts: PersonFacts): Promise<RegisterRow['late']> {
  const all: NonNullable<RegisterRow['late']>[] = []
  for (const exam of facts.ahead) {
    const late = judgeLate(exam.policy, exam, facts, office.zone, office.now)
    if (!late) continue
    const decision = await tx.admissions.decision(exam.session)
    all.push({ session: exam.session, exam: exam.title, original: lateView(late, decision) })
  }
  return foremost(all)
}

async function registerRow(tx: Tx, office: Office, facts: PersonFacts): Promise<RegisterRow> {
  const exam = facts.ahead[0] ?? null
  const paper = paperOf(facts)
  const consents: RegisterRow['consents'] = []
  for (const kind of facts.demand.kinds) {
    const life = lifeOf(facts, kind)
    consents.push({
      kind,
      id: life?.id ?? null,
      state: life?.state ?? 'none',
      standing: await standing(office, facts, kind, exam),
      withdrawalAskedOn: life?.state === 'active' ? life.withdrawalAskedOn : null,
    })
  }
  return {
    account: facts.subject.account,
    name: facts.subject.name,
    born: facts.subject.born,
    exam: exam && { title: exam.title, opensAt: exam.opensAt.toString() },
    consents,
    paper: paper && paperView(paper),
    original: originalStanding(office, facts, paper),
    late: await lateOf(tx, office, facts),
  }
}

/** The longest overdue first, then by name. */
const lateDays = ({ original }: RegisterRow): number => (original?.is === 'overdue' ? original.daysLate : -1)

const wanted = {
  overdue: ({ original }: RegisterRow) => original?.is === 'overdue',
  undecided: ({ late }: RegisterRow) => late !== null && late.original.decision === null,
  waiting: ({ consents }: RegisterRow) => consents.some(({ standing: is }) => is.is === 'awaited'),
} as const

type List = 'all' | keyof typeof wanted
const LIST = 'consent_register_of'

type Whom = { readonly find: string; readonly among: readonly ExamId[] | null }

const rowsFor = async (tx: Tx, office: Office, subjects: readonly Subject[]) => {
  const facts = await factsOf(
    tx,
    office,
    subjects.map(({ account }) => account),
    subjects,
  )
  const rows: RegisterRow[] = []
  for (const one of facts.values())
    if (one.demand.kinds.length > 0) rows.push(await registerRow(tx, office, one))
  return rows
}

/** By name, straight from storage: what is shown of each is worked out for the page alone. */
async function byName(tx: Tx, office: Office, asked: Whom, page: AskedPage) {
  const found = await tx.consents.subjectsPage({ ...asked, now: office.now }, page)
  return found && { ...found, rows: await rowsFor(tx, office, found.rows) }
}

/** What only the rules can tell is worked out of everybody, a piece at a time, and cut into pages after. */
async function narrowed(
  tx: Tx,
  tenant: TenantId,
  office: Office,
  asked: Whom,
  list: keyof typeof wanted,
  page: AskedPage,
) {
  const all: RegisterRow[] = []
  for (let after: AskedPage['after'] = null; ; ) {
    const piece = await tx.consents.subjectsPage({ ...asked, now: office.now }, { after, size: 500 })
    if (!piece) return null
    all.push(...(await rowsFor(tx, office, piece.rows)).filter(wanted[list]))
    const next = piece.next === null ? null : readCursor(piece.next)
    if (next === null) break
    after = next
  }
  if (list === 'overdue') all.sort((a, b) => lateDays(b) - lateDays(a))
  const last = page.after
  if (last !== null && (last.list !== LIST || last.tenant !== tenant)) return null
  const from = last === null ? 0 : all.findIndex(({ account }) => account === last.keys[0]) + 1
  if (last !== null && from === 0) return null
  const rows = all.slice(from, from + page.size)
  const end = rows.at(-1)
  const more = end !== undefined && from + rows.length < all.length
  return {
    rows,
    total: all.length,
    next: more ? cursorText({ list: LIST, tenant, keys: [end.account] }) : null,
  }
}

export const listRegister = (
  deps: ConsentDeps,
  asker: Asker,
  { find, list }: { readonly find: string; readonly list: List },
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const office = await openOffice(deps, tx, now)
    const rules = await tx.consents.rulesAhead(now)
    const demanding = rules.filter(({ policy }) => demandOfExam(policy).kinds.length > 0)
    const asked = new Set<ConsentKind>([
      ...office.byAct.kinds,
      ...demanding.flatMap(({ policy }) => demandOfExam(policy).kinds),
    ])
    const among = office.byAct.kinds.length > 0 ? null : demanding.map(({ exam }) => exam)
    const whom = { find, among }
    const found =
      list === 'all'
        ? await byName(tx, office, whom, page)
        : await narrowed(tx, asker.tenant, office, whom, list, page)
    if (found === null) return no('cursor_stale')
    const { settings } = office
    const onPaper = asked.has('biometric') || asked.has('third_party_transfer')
    const body = {
      ...found,
      rows: [...found.rows],
      today: office.today.toString(),
      asked: asked.size > 0,
      missing: [
        ...(asked.size > 0 && settings.age === null ? ['ages' as const] : []),
        ...(onPaper && office.issuer === null ? ['operator' as const] : []),
        ...(asked.has('proctoring_informed') && settings.alternatives.length === 0
          ? ['alternatives' as const]
          : []),
      ],
      needsLawyer: await joinsTwo(office, asked),
    }
    return { ok: true as const, body }
  })

/** 004 App. 5 puts two consents on one sheet: printed so, and shown to a lawyer (TR-32). */
async function joinsTwo(office: Office, asked: ReadonlySet<ConsentKind>): Promise<boolean> {
  if (!asked.has('biometric') || !asked.has('third_party_transfer')) return false
  const { kept } = await office.text('biometric')
  return reviewText(textOf(kept.wording, kept.id, ['third_party_transfer'])).needsLawyer
}

async function rowAfter(tx: Tx, office: Office, account: AccountId) {
  const facts = await readPerson(tx, office, account)
  return facts ? { ok: true as const, body: await registerRow(tx, office, facts) } : no('not_found')
}

const isFuture = (office: Office, iso: string): boolean =>
  Temporal.PlainDate.compare(day(iso), office.today) > 0

export const receiveOriginal = (
  deps: ConsentDeps,
  asker: Asker,
  id: PaperId,
  given: { readonly receivedOn: string; readonly signedOn: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const paper = await tx.consents.paper(id)
    if (!paper) return no('not_found')
    await tx.consents.hold(paper.account)
    const office = await openOffice(deps, tx, now)
    const facts = await readPerson(tx, office, paper.account)
    if (!facts) return no('not_found')
    if (isFuture(office, given.receivedOn) || given.signedOn > given.receivedOn) return no('day_in_future')
    const signers = signersNow(office, facts.subject)
    if (office.settings.age === null) return no('ages_not_set')
    if (signers === null) return no('birthday_not_known')
    const carried = facts.lives.filter((life) => life.paper === id)
    if (carried.some(({ state }) => state === 'printed')) return no('scan_first')
    const waiting = carried.filter(({ state }) => state === 'scan_uploaded')
    if (waiting.length === 0 || paper.original) return no('not_now')
    const links = await tx.consents.representations(paper.account)
    const verified = links.filter((link) => link.child === paper.account && link.verifiedAt !== null)
    // Of two parents the one who uploaded the sheet is the one who signed it.
    const uploadedBy = (await tx.consents.scan(id))?.by
    const representative = verified.find((link) => link.representative === uploadedBy) ?? verified[0]
    const parent = representative ? await tx.accounts.find(representative.representative as AccountId) : null
    const signatures = signers.map((signer) => {
      const by = signer === 'representative' && parent ? parent : facts.subject
      return {
        signer,
        by: 'account' in by ? by.account : by.id,
        name: signer === 'examinee' ? facts.subject.name : (parent?.fullName ?? ''),
        at: now.toString(),
      }
    })
    for (const life of waiting) {
      const active = move(life, 'receive_original', 'office', { paper: true }, now)
      if (!active.ok) return no(active.why)
      await tx.consents.save({ ...active.life, signatures, signedOn: given.signedOn, signedAt: now })
    }
    await tx.consents.receiveOriginal(id, { receivedOn: given.receivedOn, by: asker.account, at: now })
    await tx.audit(entry(asker, now, 'original', id, { ...given }))
    return rowAfter(tx, office, paper.account)
  })

async function staffMove(
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  now: Instant,
  change: (life: ConsentLife, office: Office) => { ok: true; life: ConsentLife } | { ok: false; why: string },
  told: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
) {
  let about: AccountId | null = null
  const outcome = await deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.consents.life(id)
    if (!found) return no('not_found')
    about = found.account
    await tx.consents.hold(found.account)
    const office = await openOffice(deps, tx, now)
    const life = await tx.consents.life(id)
    const changed = life ? change(life, office) : no('not_found')
    if (!changed.ok) return changed
    await tx.consents.save(changed.life)
    await tx.audit(entry(asker, now, told.action, id, told.details))
    await deps.running.end(tx, { tenant: asker.tenant, account: found.account }, now)
    return rowAfter(tx, office, found.account)
  })
  if (outcome.ok && about) deps.running.ended(about)
  return outcome
}

/** The consent ends on the day of the document, not of its arrival (TR-09). */
export const registerWithdrawal = (
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  { number, writtenOn }: { readonly number: string; readonly writtenOn: string },
  now: Instant,
) =>
  staffMove(
    deps,
    asker,
    id,
    now,
    (life, office) => {
      if (isFuture(office, writtenOn)) return no('day_in_future')
      const moved = move(
        life,
        'withdraw',
        'office',
        { consequencesShown: true, requestRegistered: true },
        now,
      )
      return moved.ok
        ? { ok: true, life: { ...moved.life, withdrawalNo: number, withdrawnOn: writtenOn } }
        : moved
    },
    { action: 'withdraw', details: { number, writtenOn } },
  )

/** 3.11: «до отчисления». Everything that is active ends on that day, and what runs under it ends now. */
export async function expelPerson(
  deps: ConsentDeps,
  asker: Asker,
  account: AccountId,
  on: string,
  now: Instant,
) {
  const outcome = await deps.store.inTenant(asker.tenant, async (tx) => {
    await tx.consents.hold(account)
    const office = await openOffice(deps, tx, now)
    const facts = await readPerson(tx, office, account)
    if (!facts) return no('not_found')
    if (isFuture(office, on)) return no('day_in_future')
    const active = facts.lives.filter(({ state }) => state === 'active')
    if (active.length === 0) return no('not_now')
    for (const life of active) {
      const ended = move(life, 'expire', 'system', {}, now)
      if (!ended.ok) return no(ended.why)
      await tx.consents.save({ ...ended.life, expelledOn: on })
    }
    await tx.audit(entry(asker, now, 'expel', account, { on, ended: active.map(({ kind }) => kind) }))
    await deps.running.end(tx, { tenant: asker.tenant, account }, now)
    return rowAfter(tx, office, account)
  })
  if (outcome.ok) deps.running.ended(account)
  return outcome
}

export const readSettings = (deps: ConsentDeps, asker: Asker) =>
  deps.store.inTenant(asker.tenant, async (tx) => (await tx.consents.settings()) ?? noSettings)

export const changeSettings = (deps: ConsentDeps, asker: Asker, settings: ConsentSettings, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.consents.settings()
    await tx.consents.saveSettings(settings, now)
    await tx.audit(entry(asker, now, 'settings', asker.tenant, { before, after: settings }))
    return settings
  })
