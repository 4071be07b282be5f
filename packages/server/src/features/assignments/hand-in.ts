// What a learner does: files go first and wait, handing in makes a version of them and the words; earlier versions stay.
import { MOST_FILES } from '@ochno/contract/assignments'
import { isHandedInLate, isLate, refuseHandIn } from '@ochno/domain/assignment/rules'
import { scanKind } from '@ochno/domain/consent/scan'
import type { Instant } from '@ochno/domain/time'
import type { StoredTask, TaskId, Work, WorkFile } from '../../ports/assignments.ts'
import type { ScanId } from '../../ports/consents.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, objectKey, type Person, type TaskDeps, type WorkDeps } from './deps.ts'
import { isTheirs } from './give.ts'
import { factsOf, fileView, versionsOf } from './views.ts'

const isMember = async (tx: Tx, person: Person, task: StoredTask) =>
  ((await tx.assignments.members(task.group)) ?? []).some(({ id }) => id === person.account)

async function ownViews(tx: Tx, person: Person, tasks: readonly StoredTask[], now: Instant) {
  const ids = tasks.map(({ id }) => id)
  const works = Map.groupBy(await tx.assignments.works(ids, person.account), ({ task }) => task)
  const files = Map.groupBy(await tx.assignments.files(ids, person.account), ({ task }) => task)
  const groups = await tx.assignments.groupsOf(person.account)
  return tasks.map((task) =>
    ownView(task, works.get(task.id) ?? [], files.get(task.id) ?? [], groups.has(task.group), now),
  )
}

function ownView(
  task: StoredTask,
  works: readonly Work[],
  files: readonly WorkFile[],
  member: boolean,
  now: Instant,
) {
  return {
    ...factsOf(task),
    open: task.closedAt === null && member,
    over: isLate(now, task.deadline.at),
    late: isHandedInLate(
      works.map(({ receivedAt }) => receivedAt),
      task.deadline.at,
    ),
    versions: versionsOf(task, works, files),
    waiting: files.filter(({ version }) => version === null).map(fileView),
  }
}

/** Of one's group, or handed in while one was of it. */
const openTo = async (tx: Tx, person: Person, task: StoredTask) =>
  (await isMember(tx, person, task)) || (await tx.assignments.works([task.id], person.account)).length > 0

async function shown(tx: Tx, person: Person, id: TaskId, now: Instant) {
  const task = await tx.assignments.find(id)
  const [body] = task && (await openTo(tx, person, task)) ? await ownViews(tx, person, [task], now) : []
  return body ? { ok: true as const, body } : no('not_found')
}

export const listMyTasks = ({ store }: TaskDeps, person: Person, now: Instant) =>
  store.inTenant(person.tenant, async (tx) => ({
    rows: await ownViews(tx, person, await tx.assignments.of(person.account), now),
  }))

export const readMyTask = ({ store }: TaskDeps, person: Person, id: TaskId, now: Instant) =>
  store.inTenant(person.tenant, (tx) => shown(tx, person, id, now))

export const sendFile = (
  deps: WorkDeps,
  person: Person,
  { task: id, name }: { readonly task: TaskId; readonly name: string },
  bytes: Uint8Array,
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const task = await tx.assignments.hold(id)
    if (!task) return no('not_found')
    const member = await isMember(tx, person, task)
    const refused = refuseHandIn(task, { member, text: '', files: 1 }, now)
    if (refused === 'not_found' || refused === 'task_closed') return no(refused)
    const waiting = (await tx.assignments.files([id], person.account)).filter(
      ({ version }) => version === null,
    )
    if (waiting.length >= MOST_FILES) return no('too_many_files')
    const kind = scanKind(bytes)
    if (kind === null) return no('not_a_scan')
    if (!deps.diskTakes()) return no('disk')
    const file = deps.ids.make<'csc'>('csc')
    const { key, stored } = deps.seal.seal(file, bytes)
    await deps.objects.put(objectKey(person.tenant, file), stored)
    await tx.assignments.addFile({
      id: file,
      task: id,
      account: person.account,
      version: null,
      name,
      kind,
      bytes: bytes.length,
      sha256: deps.sha256(bytes),
      key,
      at: now,
    })
    await tx.audit(entry(person, now, 'file', id, { file, kind, bytes: bytes.length }))
    return shown(tx, person, id, now)
  })

export async function removeFile(
  deps: WorkDeps,
  person: Person,
  { task, file }: { readonly task: TaskId; readonly file: ScanId },
  now: Instant,
) {
  const answer = await deps.store.inTenant(person.tenant, async (tx) => {
    // Whoever hands in at this moment keeps the file.
    await tx.assignments.hold(task)
    const found = (await tx.assignments.files([task], person.account)).find(({ id }) => id === file)
    if (!found || found.version !== null) return no('not_found')
    await tx.assignments.removeFile(file)
    await tx.audit(entry(person, now, 'file_remove', task, { file }))
    return shown(tx, person, task, now)
  })
  if (answer.ok) await deps.objects.remove(objectKey(person.tenant, file))
  return answer
}

export const handIn = (
  { store }: TaskDeps,
  person: Person,
  { task: id, text }: { readonly task: TaskId; readonly text: string },
  now: Instant,
) =>
  store.inTenant(person.tenant, async (tx) => {
    const task = await tx.assignments.hold(id)
    if (!task) return no('not_found')
    const waiting = (await tx.assignments.files([id], person.account)).filter(
      ({ version }) => version === null,
    )
    const member = await isMember(tx, person, task)
    const refused = refuseHandIn(task, { member, text, files: waiting.length }, now)
    if (refused) return no(refused)
    const [newest] = await tx.assignments.works([id], person.account)
    const version = (newest?.version ?? 0) + 1
    await tx.assignments.addWork(
      { task: id, account: person.account, version, channel: 'platform', receivedAt: now, text },
      person.account,
      now,
    )
    await tx.assignments.handInFiles(id, person.account, version)
    await tx.audit(entry(person, now, 'hand_in', id, { version, files: waiting.map((file) => file.id) }))
    return shown(tx, person, id, now)
  })

/** `own`: only what one sent oneself; otherwise what was handed in to whoever gave the task. */
export async function readFile(
  deps: WorkDeps,
  person: Person,
  asked: { readonly task: TaskId; readonly file: ScanId; readonly own: boolean },
  now: Instant,
) {
  const found = await deps.store.inTenant(person.tenant, async (tx) => {
    const task = await tx.assignments.find(asked.task)
    if (!task || !(asked.own || isTheirs(person, task))) return null
    const files = await tx.assignments.files([task.id], asked.own ? person.account : null)
    return files.find(({ id, version }) => id === asked.file && (asked.own || version !== null)) ?? null
  })
  if (!found) return no('not_found')
  try {
    await deps.audit.record(
      entry(person, now, 'file_view', asked.task, { file: found.id, of: found.account }),
    )
  } catch (cause) {
    deps.log.error('assignment.not_journalled', { object: asked.task }, cause)
    return no('journal_unavailable')
  }
  const stored = await deps.objects.get(objectKey(person.tenant, found.id))
  if (!stored) return no('not_found')
  return { ok: true as const, kind: found.kind, bytes: deps.seal.open(found.id, found.key, stored) }
}
