// P-30: a person asks for everything, or a parent for a child; whoever answers for personal data looks and hands it out.
import { sendMessage } from '../../ports/messages.ts'
import type { SubjectExportView } from '@ochno/contract/subject-exports'
import { ARCHIVE_DAYS, answerBy, answerTerm } from '@ochno/domain/privacy/subject-export'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Store, Tx } from '../../ports/store.ts'
import type { SubjectExport, SubjectExportId } from '../../ports/subject-exports.ts'
import { dayIn, entry, type Keeper, no, zoneOf } from './deps.ts'
import type { ExportDeps } from './export-deps.ts'

type Deps = Pick<ExportDeps, 'store' | 'ids' | 'relatives'>
type Asking = Pick<SubjectExport, 'askedBy' | 'askedAs' | 'person'>

const BLOCKED = 'Запись закрыта: её только хранят, никто не смотрит и не выгружает.'

async function viewOf(tx: Tx, one: SubjectExport, on: { today: Temporal.PlainDate; zone: string }) {
  const reasons = new Map(one.withheld.map(({ session, reason }) => [session, reason]))
  const view: SubjectExportView = {
    id: one.id,
    person: { id: one.person, name: one.personName },
    askedAt: one.askedAt.toString(),
    askedBy: one.askedAs,
    dueOn: one.dueOn?.toString() ?? null,
    late:
      one.releasedAt === null && one.dueOn !== null && Temporal.PlainDate.compare(on.today, one.dueOn) > 0,
    state: one.goneAt ? 'gone' : one.releasedAt ? 'released' : one.madeAt ? 'made' : 'asked',
    papers: one.papers,
    recordings: one.goneAt
      ? []
      : (await tx.subjectExports.recordings(one.person)).map(
          ({ session, examTitle, recordedAt, blocked }) => ({
            session,
            exam: examTitle,
            recordedOn: dayIn(recordedAt, on.zone).toString(),
            withheld: blocked ? BLOCKED : (reasons.get(session) ?? null),
          }),
        ),
    until: one.until?.toString() ?? null,
    takenAt: one.takenAt?.toString() ?? null,
  }
  return view
}

async function childrenOf({ relatives }: Deps, tx: Tx, account: AccountId, now: Instant) {
  const children = []
  for (const { parent, child } of await tx.people.links(account))
    if (parent === account && (await relatives(tx, child, now)).includes(account)) {
      const found = await tx.accounts.find(child)
      if (found) children.push({ id: child, name: found.fullName, self: false })
    }
  return children
}

/** A parent no longer has it once the child is of age, or is not in their care. */
export const standsBehind = async (
  { relatives }: Pick<Deps, 'relatives'>,
  tx: Tx,
  { askedBy, askedAs, person }: Asking,
  now: Instant,
): Promise<boolean> => askedAs !== 'parent' || (await relatives(tx, person, now)).includes(askedBy)

/** A letter is answered to the person it came from, in their own account, and not to whoever registered it. */
export const mayTake = async (
  deps: Pick<Deps, 'relatives'>,
  tx: Tx,
  one: Asking,
  account: AccountId,
  now: Instant,
): Promise<boolean> =>
  (one.askedAs === 'in_writing' ? one.person : one.askedBy) === account &&
  (await standsBehind(deps, tx, one, now))

export const listOwnExports = (deps: Deps, keeper: Keeper, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const zone = await zoneOf(tx)
    const own = await tx.accounts.find(keeper.account)
    const rows = []
    for (const one of await tx.subjectExports.own(keeper.account))
      if (await mayTake(deps, tx, one, keeper.account, now))
        rows.push(await viewOf(tx, one, { today: dayIn(now, zone), zone }))
    return {
      rows,
      people: [
        { id: keeper.account, name: own?.fullName ?? '', self: true },
        ...(await childrenOf(deps, tx, keeper.account, now)),
      ],
      days: answerTerm.days,
    }
  })

type Asked = Pick<SubjectExport, 'person' | 'askedAs' | 'letter'> & { readonly from: Temporal.PlainDate }

async function begin(
  { ids }: Deps,
  tx: Tx,
  keeper: Keeper,
  { person, askedAs, letter, from }: Asked,
  now: Instant,
) {
  const id: SubjectExportId = ids.make('sxp')
  const added = await tx.subjectExports.add({
    id,
    person,
    personName: '',
    askedBy: keeper.account,
    askedAs,
    letter,
    askedAt: now,
    dueOn: answerBy(from, await tx.calendar.effective()),
    object: null,
    key: null,
    papers: 0,
    madeAt: null,
    releasedAt: null,
    until: null,
    takenAt: null,
    goneAt: null,
    warnedAt: null,
    escalatedAt: null,
    withheld: [],
  })
  if (!added) return no('export_under_way')
  await tx.enqueue({ task: 'subject_exports', key: `subject-export:${id}`, runAt: now, payload: {} })
  await tx.audit(entry(keeper, now, 'archive_asked', person, { export: id, as: askedAs, letter }))
  return { ok: true as const, body: { id } }
}

export const askOwnExport = (deps: Deps, keeper: Keeper, person: AccountId, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const self = person === keeper.account
    if (!self && !(await deps.relatives(tx, person, now)).includes(keeper.account)) return no('not_found')
    const from = dayIn(now, await zoneOf(tx))
    return begin(deps, tx, keeper, { person, askedAs: self ? 'self' : 'parent', letter: null, from }, now)
  })

export const listSubjectExports = (deps: { readonly store: Store }, keeper: Keeper, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const zone = await zoneOf(tx)
    const today = dayIn(now, zone)
    const rows = []
    for (const one of await tx.subjectExports.all()) rows.push(await viewOf(tx, one, { today, zone }))
    return { today: today.toString(), rows }
  })

export const registerSubjectExport = (
  deps: Deps,
  keeper: Keeper,
  {
    person,
    receivedOn,
    letter,
  }: { readonly person: AccountId; readonly receivedOn: string; readonly letter: string },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    if (!(await tx.accounts.find(person))) return no('not_found')
    const from = Temporal.PlainDate.from(receivedOn)
    if (Temporal.PlainDate.compare(from, dayIn(now, await zoneOf(tx))) > 0) return no('day_in_future')
    return begin(deps, tx, keeper, { person, askedAs: 'in_writing', letter, from }, now)
  })

export const releaseSubjectExport = (
  deps: Deps,
  keeper: Keeper,
  id: SubjectExportId,
  withheld: readonly { readonly session: SessionId; readonly reason: string }[],
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await tx.subjectExports.lock(id)
    if (!found) return no('not_found')
    if (found.madeAt === null || found.releasedAt !== null) return no('not_now')
    if (!(await standsBehind(deps, tx, found, now))) return no('not_now')
    const own = new Set((await tx.subjectExports.recordings(found.person)).map(({ session }) => session))
    const out = new Map(withheld.filter(({ session }) => own.has(session)).map((one) => [one.session, one]))
    const until = now.add({ hours: 24 * ARCHIVE_DAYS })
    await tx.subjectExports.release(id, keeper.account, now, until, [...out.values()])
    const to = found.askedAs === 'in_writing' ? found.person : found.askedBy
    const about = id as string as ExamId
    await sendMessage(
      deps.ids,
      tx,
      {
        to,
        about,
        facts: {
          title: 'Архив с вашими данными готов',
          text: `Архив с данными (${found.personName}) можно скачать в течение ${ARCHIVE_DAYS} дней: «Мои входы» → «Полный архив данных». Ссылка открывается только в вашей учётной записи. Потом архив удалят, и его можно будет запросить снова.`,
        },
      },
      now,
    )
    await tx.audit(
      entry(keeper, now, 'archive_released', found.person, { export: id, withheld: [...out.keys()] }),
    )
    return { ok: true as const, body: {} }
  })
