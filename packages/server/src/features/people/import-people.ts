// A file is read, planned and tried within a transaction: to look, the transaction is undone; to apply, it is kept.
import type { ImportPreview } from '@ochno/contract/people-import'
import type { AccountId } from '@ochno/domain/ids'
import { planImport, type Plan } from '@ochno/domain/people/plan'
import { type Problem, type ReadPeople, readPeople } from '@ochno/domain/people/rows'
import type { Instant } from '@ochno/domain/time'
import type { ImportCounts } from '../../ports/people.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, entry, no, type PeopleDeps, todayOf } from './deps.ts'
import { ImportCancelled, type Watched } from './import-watch.ts'

const SHOWN_PROBLEMS = 200
const SHOWN_PEOPLE = 30

class Undone<T> extends Error {
  readonly seen: T
  constructor(seen: T) {
    super('only looked at')
    this.seen = seen
  }
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** What the person was shown, in 32 octets: another file or other people in between give another one. */
const nameOf = (deps: PeopleDeps, file: Uint8Array, plan: Plan): string =>
  hex(deps.digest(JSON.stringify([hex(file), plan.add, plan.change, plan.links])))

/** So many at a time: the bar moves, and a cancelled import stops soon. */
const PART = 250
async function byParts<T>(all: readonly T[], watched: Watched, work: (some: readonly T[]) => Promise<void>) {
  for (let from = 0; from < all.length; from += PART) {
    const some = all.slice(from, from + PART)
    await work(some)
    watched.did(some.length)
  }
}

const whoOf = ({ tenant, account }: Asker) => `${tenant} ${account}`

async function watching<T>(deps: PeopleDeps, admin: Asker, work: (watched: Watched) => Promise<T>) {
  const watched = deps.watch.begin(whoOf(admin))
  try {
    return await work(watched)
  } catch (cause) {
    if (cause instanceof ImportCancelled) return no('import_cancelled')
    throw cause
  } finally {
    watched.end()
  }
}

/** What runs now and what was written last, so that a closed page loses nothing. */
export async function readImport(deps: PeopleDeps, admin: Asker) {
  const last = await deps.store.inTenant(admin.tenant, (tx) => tx.people.lastImport(admin.account))
  return {
    running: deps.watch.see(whoOf(admin)),
    last: last && { id: last.id, counts: last.counts, appliedAt: last.at.toString() },
  }
}

export const cancelImport = (deps: PeopleDeps, admin: Asker) =>
  deps.watch.cancel(whoOf(admin)) ? { ok: true as const, body: undefined } : no('not_found')

async function write(
  deps: PeopleDeps,
  tx: Tx,
  plan: Plan,
  given: { readonly file: Uint8Array; readonly verified: boolean; readonly watched: Watched },
  now: Instant,
): Promise<{
  readonly counts: ImportCounts
  readonly touched: readonly AccountId[]
  readonly taken: readonly string[]
}> {
  const { watched } = given
  watched.step('writing', plan.add.length + plan.change.length + plan.links.length)
  const added = plan.add.map((person) => ({ ...person, id: deps.ids.make('acc') as AccountId }))
  const changed = plan.change.map((one) => ({ ...one, id: one.id as AccountId }))
  const taken: string[] = []
  await byParts(added, watched, async (some) => void taken.push(...(await tx.people.add(some, now))))
  if (taken.length > 0)
    return { counts: { added: 0, changed: 0, linked: 0, groups: 0, same: plan.same }, touched: [], taken }

  const groups = new Map((await tx.people.groups()).map((group) => [group.name, group]))
  let made = 0
  for (const { name, stream } of plan.groups) {
    const there = groups.get(name)
    if (there && (stream === null || there.stream === stream)) continue
    const group = { id: there?.id ?? deps.ids.make('grp'), name, stream, members: 0, branch: null }
    await tx.people.putGroup(group, now)
    groups.set(name, group)
    if (!there) made++
  }
  const both = [...added, ...changed]
  const stated = <K extends 'learnerId' | 'born' | 'group' | 'fullName' | 'email'>(
    people: readonly ({ id: AccountId } & { [P in K]?: string | null })[],
    key: K,
  ) =>
    people.flatMap((one) => {
      const value = one[key]
      return typeof value === 'string' ? [{ id: one.id, value }] : []
    })
  await tx.people.rename(stated(changed, 'fullName').map(({ id, value }) => ({ id, fullName: value })))
  await tx.people.giveLearnerIds(
    stated(both, 'learnerId').map(({ id, value }) => ({ id, learnerId: value })),
    now,
  )
  await tx.people.setBorn(stated(both, 'born').map(({ id, value }) => ({ id, born: value })))
  await tx.people.giveEmails(stated(both, 'email').map(({ id, value }) => ({ id, email: value })))
  await tx.people.move(
    stated(both, 'group').map(({ id, value }) => ({ id, group: groups.get(value)?.id ?? null })),
    now,
  )
  const logins = new Map((await tx.people.known()).map((one) => [one.login, one.id as AccountId]))
  const proof = `Список от ${now.toString().slice(0, 10)}, файл ${hex(given.file).slice(0, 12)}`
  watched.did(changed.length)
  await byParts(plan.links, watched, (some) =>
    tx.people.link(
      some.map(({ parentLogin, childLogin }) => ({
        parent: logins.get(parentLogin) as AccountId,
        child: logins.get(childLogin) as AccountId,
        proof,
        verifiedAt: given.verified ? now : null,
        endedAt: null,
      })),
    ),
  )
  return {
    counts: {
      added: added.length,
      changed: changed.length,
      linked: plan.links.length,
      groups: made,
      same: plan.same,
    },
    touched: both.map(({ id }) => id),
    taken: [],
  }
}

const takenProblems = (plan: Plan, read: ReadPeople, taken: readonly string[]): Problem[] =>
  taken.map((login) => ({
    line: plan.add.find((one) => one.login === login)?.line ?? 0,
    column: read.columns.login ?? null,
    code: 'login_taken',
    value: login,
  }))

const sampleOf = (plan: Plan, read: ReadPeople): ImportPreview['sample'] => [
  ...plan.add
    .slice(0, SHOWN_PEOPLE)
    .map((one) => ({ ...one, roles: [...one.roles], does: 'add' as const, fields: [] })),
  ...plan.change.slice(0, SHOWN_PEOPLE).map(({ line, name, id: _id, ...to }) => ({
    line,
    fullName: name,
    login: read.people.find((one) => one.line === line)?.login ?? '',
    roles: [],
    group: to.group ?? null,
    learnerId: to.learnerId ?? null,
    born: to.born ?? null,
    email: to.email ?? null,
    does: 'change' as const,
    fields: Object.keys(to),
  })),
]

/** Nothing is written: the attempt is undone whole, and tells even of logins another institution holds. */
export const checkImport = (deps: PeopleDeps, admin: Asker, bytes: Uint8Array, now: Instant) =>
  watching(deps, admin, (watched) => look(deps, admin, bytes, watched, now))

async function look(deps: PeopleDeps, admin: Asker, bytes: Uint8Array, watched: Watched, now: Instant) {
  const file = await deps.sheets.read(bytes)
  if (!file.ok) return file
  const digest = deps.sha256(bytes)
  const tried = deps.store.inTenant(admin.tenant, async (tx): Promise<never> => {
    watched.step('checking', 0)
    const today = await todayOf(tx, now)
    const read = readPeople(file.table, today)
    const plan = planImport(read.people, read.columns, await tx.people.known(), today)
    const before = await tx.people.imported(digest)
    const found = [...read.problems, ...plan.problems]
    const written =
      found.length === 0 ? await write(deps, tx, plan, { file: digest, verified: false, watched }, now) : null
    const problems = [...found, ...(written ? takenProblems(plan, read, written.taken) : [])].toSorted(
      (a, b) => a.line - b.line,
    )
    const groups = new Set((await tx.people.groups()).map(({ name }) => name))
    throw new Undone<ImportPreview>({
      kind: file.kind,
      plan: problems.length === 0 ? nameOf(deps, digest, plan) : null,
      counts:
        written && written.taken.length === 0
          ? written.counts
          : {
              added: plan.add.length,
              changed: plan.change.length,
              linked: plan.links.length,
              groups: plan.groups.filter(({ name }) => !groups.has(name)).length,
              same: plan.same,
            },
      columns: Object.entries(read.columns).map(([field, title]) => ({ field, title })),
      unknown: [...read.unknown],
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problemCount: problems.length,
      sample: sampleOf(plan, read),
      appliedAt: before?.at.toString() ?? null,
    })
  })
  const body = await tried.catch((cause: unknown) => {
    if (cause instanceof Undone) return cause.seen as ImportPreview
    throw cause
  })
  return { ok: true as const, body }
}

type Given = { readonly bytes: Uint8Array; readonly plan: string; readonly verified: boolean }

export const applyImport = (deps: PeopleDeps, admin: Asker, given: Given, now: Instant) =>
  watching(deps, admin, (watched) => apply(deps, admin, given, watched, now))

async function apply(deps: PeopleDeps, admin: Asker, given: Given, watched: Watched, now: Instant) {
  const file = await deps.sheets.read(given.bytes)
  if (!file.ok) return file
  const digest = deps.sha256(given.bytes)
  const work = deps.store.inTenant(admin.tenant, async (tx) => {
    // Two presses of one button: the second waits and then finds everything done.
    await tx.people.hold()
    watched.step('checking', 0)
    const today = await todayOf(tx, now)
    const read = readPeople(file.table, today)
    const plan = planImport(read.people, read.columns, await tx.people.known(), today)
    if (read.problems.length + plan.problems.length > 0) return no('import_problems')
    const before = await tx.people.imported(digest)
    if (before && plan.add.length + plan.change.length + plan.links.length === 0)
      return {
        ok: true as const,
        body: { id: before.id, counts: before.counts, already: true, appliedAt: before.at.toString() },
      }
    if (nameOf(deps, digest, plan) !== given.plan) return no('import_changed')
    const done = await write(deps, tx, plan, { file: digest, verified: given.verified, watched }, now)
    if (done.taken.length > 0) throw new Undone(null)
    const id = deps.ids.make('imp')
    watched.keep()
    await tx.people.noteImport({
      id,
      file: digest,
      by: admin.account,
      at: now,
      counts: done.counts,
      touched: done.touched,
    })
    await tx.audit(
      entry(admin, now, 'people.import', id, {
        sha256: hex(digest),
        verified: given.verified,
        ...done.counts,
      }),
    )
    return { ok: true as const, body: { id, counts: done.counts, already: false, appliedAt: now.toString() } }
  })
  return work.catch((cause: unknown) => {
    if (cause instanceof Undone) return no('import_problems')
    throw cause
  })
}
