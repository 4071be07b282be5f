// What a teacher does: gives a task, changes and closes it, looks at what came, and writes down what came past the platform.
import {
  type ActTerm,
  type Channel,
  deadlineOf,
  isHandedInLate,
  otherChannels,
  refuseRecord,
} from '@ochno/domain/assignment/rules'
import type { AccountId, GroupId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { StoredTask, TaskId } from '../../ports/assignments.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, type Person, type TaskDeps } from './deps.ts'
import { factsOf, versionsOf } from './views.ts'

/** Methodists and administrators see the tasks of all. */
const seesAll = ({ roles }: Person) => roles.includes('methodist') || roles.includes('admin')

export const isTheirs = (person: Person, task: StoredTask) =>
  seesAll(person) || task.teacher === person.account

async function held(tx: Tx, person: Person, id: TaskId): Promise<StoredTask | null> {
  const task = await tx.assignments.hold(id)
  return task && isTheirs(person, task) ? task : null
}

async function shown({ resourceTakesWork }: TaskDeps, tx: Tx, id: TaskId, now: Instant) {
  const task = await tx.assignments.find(id)
  if (!task) return no('not_found')
  const [members, works, files, accounts] = [
    (await tx.assignments.members(task.group)) ?? [],
    await tx.assignments.works([id], null),
    await tx.assignments.files([id], null),
    await resourceTakesWork(tx, now),
  ]
  const known = new Map(members.map((one) => [one.id, { ...one, member: true }]))
  for (const { account, name } of works)
    if (!known.has(account)) known.set(account, { id: account, name, member: false })
  return {
    ok: true as const,
    body: {
      ...factsOf(task),
      groupId: task.group,
      channels: otherChannels.filter((one) => one !== 'resource' || accounts),
      people: [...known.values()].map((one) => ({
        ...one,
        versions: versionsOf(
          task,
          works.filter(({ account }) => account === one.id),
          files,
        ),
      })),
    },
  }
}

export const listTasks = ({ store }: TaskDeps, person: Person) =>
  store.inTenant(person.tenant, async (tx) => {
    const tasks = await tx.assignments.given(seesAll(person) ? null : person.account)
    const works = await tx.assignments.received(tasks.map(({ id }) => id))
    return {
      term: await tx.assignments.term(),
      rows: tasks.map((task) => {
        const own = works.filter((work) => work.task === task.id)
        const accounts = [...new Set(own.map(({ account }) => account))]
        const late = accounts.filter((one) =>
          isHandedInLate(
            own.filter(({ account }) => account === one).map(({ receivedAt }) => receivedAt),
            task.deadline.at,
          ),
        )
        return {
          ...factsOf(task),
          people: task.people,
          handedIn: accounts.length,
          late: late.length,
        }
      }),
    }
  })

export const saveTerm = ({ store }: TaskDeps, person: Person, term: ActTerm | null, now: Instant) =>
  store.inTenant(person.tenant, async (tx) => {
    await tx.assignments.setTerm(term, person.account, now)
    await tx.audit(entry(person, now, 'term', person.tenant, { term }))
    return { ok: true as const, body: { term } }
  })

type Given = {
  readonly title: string
  readonly body: string
  readonly deadline: Instant | null
}

export const createTask = (
  { store, ids }: TaskDeps,
  person: Person,
  given: Given & { readonly group: GroupId },
  now: Instant,
) =>
  store.inTenant(person.tenant, async (tx) => {
    if (!(await tx.assignments.members(given.group))) return no('not_found')
    const zone = (await tx.institutions.look())?.zone ?? 'UTC'
    const term = await tx.assignments.term()
    const decided = deadlineOf({ given: given.deadline, term, zone }, now)
    if (!decided.ok) return decided
    const id = ids.make<'tsk'>('tsk')
    const { deadline } = decided
    const { title, body, group } = given
    await tx.assignments.save({
      id,
      teacher: person.account,
      group,
      title,
      body,
      givenAt: now,
      deadline,
      closedAt: null,
    })
    await tx.audit(
      entry(person, now, 'give', id, { title, group, deadline: deadline.at.toString(), by: deadline.by }),
    )
    return { ok: true as const, body: { id } }
  })

export const readTask = (deps: TaskDeps, person: Person, id: TaskId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const task = await tx.assignments.find(id)
    return task && isTheirs(person, task) ? shown(deps, tx, id, now) : no('not_found')
  })

export const changeTask = (
  deps: TaskDeps,
  person: Person,
  id: TaskId,
  { title, body, deadline: given }: Given,
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const task = await held(tx, person, id)
    if (!task) return no('not_found')
    if (task.closedAt) return no('task_closed')
    // A deadline is never moved into the past, so what came in time stays in time.
    const decided = given
      ? deadlineOf({ given, term: null, zone: 'UTC' }, now)
      : { ok: true as const, deadline: task.deadline }
    if (!decided.ok) return no('deadline_in_past')
    const { deadline } = decided
    await tx.assignments.save({ ...task, title, body, deadline })
    await tx.audit(
      entry(person, now, 'change', id, {
        title,
        before: task.deadline.at.toString(),
        deadline: deadline.at.toString(),
      }),
    )
    return shown(deps, tx, id, now)
  })

export const closeTask = (deps: TaskDeps, person: Person, id: TaskId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const task = await held(tx, person, id)
    if (!task) return no('not_found')
    if (task.closedAt) return no('task_closed')
    await tx.assignments.save({ ...task, closedAt: now })
    await tx.audit(entry(person, now, 'close', id))
    return shown(deps, tx, id, now)
  })

export const recordWork = (
  deps: TaskDeps,
  person: Person,
  came: {
    readonly task: TaskId
    readonly account: AccountId
    readonly channel: Channel
    readonly at: Instant
    readonly note: string
  },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const task = await held(tx, person, came.task)
    const members = task ? await tx.assignments.members(task.group) : null
    if (!task || !members?.some(({ id }) => id === came.account)) return no('not_found')
    const personalAccounts = await deps.resourceTakesWork(tx, now)
    const refused = refuseRecord(task, { channel: came.channel, at: came.at, personalAccounts }, now)
    if (refused) return no(refused)
    const [newest] = await tx.assignments.works([task.id], came.account)
    const version = (newest?.version ?? 0) + 1
    await tx.assignments.addWork(
      {
        task: task.id,
        account: came.account,
        version,
        channel: came.channel,
        receivedAt: came.at,
        text: came.note,
      },
      person.account,
      now,
    )
    await tx.audit(
      entry(person, now, 'record', task.id, {
        person: came.account,
        version,
        channel: came.channel,
        at: came.at.toString(),
      }),
    )
    return shown(deps, tx, task.id, now)
  })
