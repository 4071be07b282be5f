// R4-5.13: a stop that ended in «неудовлетворительно» leaves a debt; a person writes down how it was made good. Nothing closes it by itself.
import { onlyAssigned } from '@ochno/domain/access/may'
import { clauseWords } from '@ochno/domain/decision/clause-words'
import { dayAt, dayWords } from '@ochno/domain/document/dates'
import { form00412 } from '@ochno/domain/document/f-004-12'
import type { Column, PrintedList } from '@ochno/domain/document/model'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { type Asker, lines, no } from '../../ports/asking.ts'
import type { KnownDebt } from '../../ports/debts.ts'
import { issuerOf } from '../../ports/papers.ts'
import type { Printer, PrintRefusal } from '../../ports/print.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type DebtDeps = { readonly store: Store; readonly printer: Printer }

const entry = lines({ purpose: 'decision', prefix: 'debt.' })

/** Who only proctors decides nothing and sees no results. */
const seen = (tx: Tx, asker: Asker, session: SessionId | null) =>
  onlyAssigned(asker) ? Promise.resolve([]) : tx.debts.list(session)

const zoneOf = async (tx: Tx) => (await tx.institutions.own()).zone

const groundOf = (debt: KnownDebt, zone: string): string =>
  `остановка сдачи проктором ${dayWords(dayAt(debt.since, zone))}; ${clauseWords(debt.clause)}`

export const listDebts = ({ store }: DebtDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const zone = await zoneOf(tx)
    return {
      today: dayAt(now, zone).toString(),
      rows: (await seen(tx, asker, null)).map((one) => ({
        session: one.session,
        examinee: one.examinee,
        group: one.group,
        exam: one.exam,
        since: one.since.toString(),
        on: dayAt(one.since, zone).toString(),
        clause: clauseWords(one.clause),
        ground: one.ground,
        protocol: one.protocol,
        published: one.published,
        closed: one.closing && {
          on: one.closing.on.toString(),
          how: one.closing.how,
          document: one.closing.document,
          by: one.closing.byName,
          at: one.closing.at.toString(),
        },
      })),
    }
  })

export const closeDebt = (
  { store }: DebtDeps,
  asker: Asker,
  session: SessionId,
  given: { readonly on: string; readonly how: string; readonly document: string },
  now: Instant,
) =>
  store.inTenant(asker.tenant, async (tx) => {
    const [debt] = await seen(tx, asker, session)
    if (!debt) return no('not_found')
    const zone = await zoneOf(tx)
    const on = Temporal.PlainDate.from(given.on)
    if (Temporal.PlainDate.compare(on, dayAt(now, zone)) > 0) return no('day_in_future')
    if (Temporal.PlainDate.compare(on, dayAt(debt.since, zone)) < 0) return no('day_before_debt')
    if (!(await tx.debts.close(session, { ...given, on, by: asker.account, at: now }))) return no('not_now')
    await tx.audit(entry(asker, now, 'closed', session, { ...given }))
    return { ok: true as const, body: {} }
  })

const refusalOf = (why: PrintRefusal) =>
  why === 'too_large'
    ? no('too_large' as const)
    : no(why === 'failed' ? ('print_failed' as const) : ('print_busy' as const))

export async function printDebt(
  { store, printer }: DebtDeps,
  asker: Asker,
  session: SessionId,
  as: 'pdf' | 'docx',
  now: Instant,
) {
  const made = await store.inTenant(asker.tenant, async (tx) => {
    const [debt] = await seen(tx, asker, session)
    if (!debt) return no('not_found')
    const institution = await issuerOf(tx)
    const { zone } = institution
    const rules = await tx.rules.ofSession(session)
    const act = (await tx.acts.list()).find(({ id }) => id === rules?.frozen?.act)
    const formed = form00412({
      institution,
      quality: { code: act?.card.code ?? '', act: act?.card.title ?? rules?.frozen?.quote ?? '' },
      registration: {
        number: `${parseInt(debt.protocol, 10)}-АЗ`,
        on: dayAt(debt.since, zone),
        template: 'F-004-12',
      },
      examinee: debt.examinee,
      discipline: debt.exam,
      on: dayAt(debt.since, zone),
      ground: groundOf(debt, zone),
      protocol: {
        number: debt.protocol,
        on: dayAt(debt.protocolSignedAt, zone),
        template: `редакция ${debt.protocolEdition}`,
      },
      issuer: { post: 'Решение принял(а)', name: debt.decidedBy },
    })
    if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
    await tx.audit(entry(asker, now, 'printed', session, { as }))
    return { ok: true as const, document: formed.document }
  })
  if (!made.ok) return made
  const printed = await printer[as](made.document)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: made.document.name }
  const refused = refusalOf(printed.why)
  return refused.why === 'too_large' ? no('print_failed') : refused
}

const text = (title: string, width: number): Column => ({ title, kind: 'text', width })
const date = (title: string): Column => ({ title, kind: 'date', width: 14 })

const COLUMNS: readonly Column[] = [
  text('ФИО обучающегося', 34),
  text('Группа', 14),
  text('Дисциплина', 34),
  date('Дата'),
  text('Основание', 46),
  text('Протокол', 12),
  date('Ликвидирована'),
  text('Как', 34),
  text('Документ', 24),
]

export async function takeDebts(
  { store, printer }: DebtDeps,
  asker: Asker,
  as: 'xlsx' | 'csv',
  now: Instant,
) {
  const list = await store.inTenant(asker.tenant, async (tx): Promise<PrintedList> => {
    const zone = await zoneOf(tx)
    const rows = await seen(tx, asker, null)
    await tx.audit(entry(asker, now, 'list', asker.tenant, { as, rows: rows.length }))
    return {
      name: 'Академические задолженности',
      columns: COLUMNS,
      rows: rows.map((one) => [
        one.examinee,
        one.group ?? '',
        one.exam,
        dayAt(one.since, zone).toString(),
        groundOf(one, zone),
        one.protocol,
        one.closing?.on.toString() ?? null,
        one.closing?.how ?? '',
        one.closing?.document ?? '',
      ]),
    }
  })
  const printed = await printer[as](list)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: list.name }
  return refusalOf(printed.why)
}
