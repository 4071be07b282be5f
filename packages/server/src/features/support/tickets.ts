import type { TicketView } from '@ochno/contract/support'
import type { AccountId, SessionId, TicketId } from '@ochno/domain/ids'
import { decideMove, type Party } from '@ochno/domain/lifecycle/machine'
import { supportTicket, type TicketCommand } from '@ochno/domain/lifecycle/simple'
import { settingOf } from '@ochno/domain/policy/act-policy'
import { postWords, type Technology, technologyFor } from '@ochno/domain/institution/parts'
import { isExamNow } from '@ochno/domain/support/exam-now'
import type { Instant } from '@ochno/domain/time'
import type { NamedAppointment, StoredOrder } from '../../ports/appointments.ts'
import { type Asker, no } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { StoredPart } from '../../ports/institutions.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { Store, Tx } from '../../ports/store.ts'
import type { TicketFacts } from '../../ports/support.ts'

export type SupportDeps = { readonly store: Store; readonly ids: Ids }
export type Person = Asker

/** Of one person, not closed yet: beyond it more words belong into those. */
const MOST_OPEN = 10

/** R0-6.1a, R1-1.4b, R3-1.3, R4-3.9: the unit that the act in force names. */
async function unitOf(tx: Tx): Promise<string | null> {
  const edition = (await tx.acts.list()).find(({ state }) => state === 'effective')
  if (!edition) return null
  const unit = settingOf(edition.policy, 'support.unit')
  return 'value' in unit && typeof unit.value === 'string' ? unit.value : null
}

const isTechnology = (part: StoredPart): part is StoredPart & { readonly facts: Technology } =>
  part.facts.kind === 'technology'

const technologies = async (tx: Tx) => (await tx.institutions.parts()).filter(isTechnology)

export const readHelp = (deps: SupportDeps, { tenant }: Person) =>
  deps.store.inTenant(tenant, async (tx) => ({
    unit: await unitOf(tx),
    technologies: (await technologies(tx)).map(({ id, name }) => ({ id, name })),
  }))

/** R0-6.1a: of each technology, the accounts that an order makes responsible for it today. */
async function responsible(tx: Tx, now: Instant): Promise<ReadonlyMap<string, readonly NamedAppointment[]>> {
  const today = now
    .toZonedDateTimeISO((await tx.institutions.look())?.zone ?? 'UTC')
    .toPlainDate()
    .toString()
  const orders = new Map((await tx.appointments.orders()).map((order) => [order.id, order]))
  const held = (await tx.appointments.all()).filter((row) => {
    const order = orders.get(row.order)
    return order !== undefined && row.duty !== 'programme' && isHeld(order, row, today)
  })
  return Map.groupBy(held, ({ part }) => part)
}

const isHeld = (order: StoredOrder, { revokedOn }: NamedAppointment, today: string): boolean =>
  today >= order.signedOn &&
  (order.from === null || today >= order.from) &&
  (order.to === null || today <= order.to) &&
  (revokedOn === null || today < revokedOn)

/** Who is asked: by the technology the person who answers for it, otherwise the unit of the act. */
async function routeOf(tx: Tx, asked: Question, now: Instant) {
  const technology = technologyFor(await technologies(tx), asked.technology ?? null, asked.topic)
  if (!technology) return { part: null, unit: await unitOf(tx) }
  const people = (await responsible(tx, now)).get(technology.id) ?? []
  const names = [...new Set(people.map(({ name }) => name))].join(', ')
  const post = postWords[technology.facts.post]
  return { part: technology.id, unit: names ? `${post}: ${names}` : post }
}

export type Question = {
  readonly topic: string
  readonly text: string
  readonly technology?: string | undefined
  readonly session?: SessionId | undefined
  readonly device?: string | undefined
}

export const openTicket = (deps: SupportDeps, person: Person, asked: Question, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = asked.session ? await tx.sessions.find(asked.session) : null
    if (asked.session && session?.examinee !== person.account) return no('not_found')
    const id = deps.ids.make('tkt')
    const opened = await tx.tickets.open(
      {
        id,
        askedBy: person.account,
        topic: asked.topic,
        session: session?.id ?? null,
        examNow: session !== null && isExamNow(session, now),
        ...(await routeOf(tx, asked, now)),
        // Who answers is a role of the system; the act only gives the unit its name.
        state: 'routed',
        takenBy: null,
        device: asked.device ?? null,
        openedAt: now,
      },
      MOST_OPEN,
    )
    if (opened === null) return no('too_many_tickets')
    await tx.tickets.say(id, person.account, asked.text, now)
    return shown(tx, person, id, now)
  })

export const listMine = (deps: SupportDeps, person: Person, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.tickets.ofAccount(person.account)).map((ticket) => view(ticket, person, nobody)),
  }))

export const listQueue = (
  deps: SupportDeps,
  person: Person,
  asked: { readonly closed: boolean; readonly find: string },
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const held = await responsible(tx, now)
    const mine = [...held].flatMap(([part, people]) =>
      people.some((one) => one.person === person.account) ? [part] : [],
    )
    const found = pageBody(await tx.tickets.queue({ ...asked, mine }, page), (ticket) =>
      view(ticket, person, held),
    )
    return found.ok ? { ...found, body: { now: now.toString(), ...found.body } } : found
  })

export const addToTicket = (deps: SupportDeps, person: Person, id: TicketId, text: string, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const ticket = await tx.tickets.hold(id)
    if (!ticket || ticket.askedBy !== person.account) return no('not_found')
    if (ticket.state === 'closed') return no('ticket_closed')
    if (ticket.state === 'solved' && !(await move(tx, ticket, 'reopen', 'examinee', now)))
      return no('ticket_closed')
    await tx.tickets.say(id, person.account, text, now)
    return shown(tx, person, id, now)
  })

export const closeTicket = (deps: SupportDeps, person: Person, id: TicketId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const ticket = await tx.tickets.hold(id)
    if (!ticket || ticket.askedBy !== person.account) return no('not_found')
    if (!(await move(tx, ticket, 'close', 'examinee', now))) return no('not_solved')
    return shown(tx, person, id, now)
  })

export const takeTicket = (deps: SupportDeps, person: Person, id: TicketId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const ticket = await tx.tickets.hold(id)
    if (!ticket) return no('not_found')
    if (!(await move(tx, ticket, 'take', 'executor', now, person.account))) return no('ticket_taken')
    await told(tx, person, ticket, 'support.take', now)
    return shown(tx, person, id, now)
  })

export const answerTicket = (
  deps: SupportDeps,
  person: Person,
  id: TicketId,
  answer: { readonly text: string; readonly solved: boolean },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const ticket = await tx.tickets.hold(id)
    if (!ticket) return no('not_found')
    if (ticket.state !== 'in_work') return no('ticket_not_in_work')
    await tx.tickets.say(id, person.account, answer.text, now)
    if (answer.solved && !(await move(tx, ticket, 'solve', 'executor', now))) return no('ticket_not_in_work')
    await told(tx, person, ticket, 'support.answer', now)
    return shown(tx, person, id, now)
  })

/** False when the lifecycle does not allow it from here. */
async function move(
  tx: Tx,
  ticket: TicketFacts,
  command: TicketCommand,
  by: Party,
  now: Instant,
  taker: AccountId | null = ticket.takenBy,
): Promise<boolean> {
  const facts = { unitKnown: true, answerGiven: true }
  const outcome = decideMove(supportTicket, ticket.state, command, by, facts, now)
  if (!outcome.ok) return false
  await tx.tickets.move(ticket.id, { state: outcome.event.to, takenBy: taker }, now)
  return true
}

const told = (tx: Tx, person: Person, ticket: TicketFacts, action: string, at: Instant) =>
  tx.audit({
    at,
    tenant: person.tenant,
    actor: person.account,
    role: person.roles.find((role) => role === 'support' || role === 'admin') ?? 'support',
    action,
    object: ticket.id,
    purpose: 'support',
    result: 'ok',
  })

async function shown(tx: Tx, person: Person, id: TicketId, now: Instant) {
  const ticket = await tx.tickets.find(id)
  if (!ticket) return no('not_found')
  const held = await responsible(tx, now)
  return { ok: true as const, body: { now: now.toString(), ticket: view(ticket, person, held) } }
}

type Held = Awaited<ReturnType<typeof responsible>>
const nobody: Held = new Map()

const view = (ticket: TicketFacts, { account }: Person, held: Held): TicketView => ({
  id: ticket.id,
  no: ticket.no,
  topic: ticket.topic as TicketView['topic'],
  state: ticket.state,
  examNow: ticket.examNow,
  unit: ticket.unit,
  technology: ticket.partName,
  yours: (held.get(ticket.part ?? '') ?? []).some(({ person }) => person === account),
  asker: ticket.asker,
  exam: ticket.exam,
  takenBy: ticket.taker,
  openedAt: ticket.openedAt.toString(),
  device: ticket.askedBy === account ? null : ticket.device,
  words: ticket.words.map(({ by, name, at, text }) => ({ by: name, mine: by === account, at, text })),
})
