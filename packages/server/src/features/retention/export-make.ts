// The job of exports: what is written and the papers go sealed into the object store; cut off anywhere it begins again. It also reminds and forgets.
import { sendMessage } from '../../ports/messages.ts'
import { dayWords } from '@ochno/domain/document/dates'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { urgencyOf } from '@ochno/domain/privacy/subject-export'
import { type Instant, isBefore } from '@ochno/domain/time'
import { zip } from '@ochno/evidence/bundle/zip-write'
import type { Tx } from '../../ports/store.ts'
import type { SubjectExport, SubjectExportId } from '../../ports/subject-exports.ts'
import { dayIn, zoneOf } from './deps.ts'
import { standsBehind } from './export-ask.ts'
import type { ExportDeps } from './export-deps.ts'

export const archiveKey = (tenant: TenantId, object: string): string => `x/${tenant}/${object}`

/** Any program that opens archives reads these letters; what it is called stands beside it in words. */
const paperFile = (place: number): string => `papers/${String(place + 1).padStart(2, '0')}.pdf`

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts = []
  let size = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    size += chunk.length
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The object is named in the row before it is put there, so that what a crash left behind is found and removed. */
export async function makeExport(deps: ExportDeps, tenant: TenantId, id: SubjectExportId): Promise<void> {
  const object = deps.ids.make('sxo')
  const begun = await deps.store.inTenant(tenant, async (tx) => {
    const row = await tx.subjectExports.lock(id)
    if (!row || row.madeAt !== null || row.until !== null) return null
    await tx.subjectExports.save({ ...row, object })
    return row
  })
  if (!begun) return
  if (begun.object !== null) await deps.objects.remove(archiveKey(tenant, begun.object))
  const at = deps.clock.now()
  const parts = await deps.subject(tenant, begun.person)
  const papers = await deps.papers(tenant, begun.person, at)
  const data = Object.fromEntries(parts.map(({ name, rows }) => [name, rows]))
  const titles = Object.fromEntries(papers.map(({ name }, place) => [paperFile(place), name]))
  const plain = await whole(
    zip([
      {
        name: 'data.json',
        chunks: [utf8(`${JSON.stringify({ person: begun.person, at: at.toString(), ...data }, null, 1)}\n`)],
      },
      { name: 'papers.json', chunks: [utf8(`${JSON.stringify(titles, null, 1)}\n`)] },
      ...papers.map(({ bytes }, place) => ({ name: paperFile(place), chunks: [bytes] })),
    ]),
  )
  const { key, stored } = deps.seal.seal(object, plain)
  await deps.objects.put(archiveKey(tenant, object), stored)
  const over = await deps.store.inTenant(tenant, async (tx) => {
    const row = await tx.subjectExports.lock(id)
    // Somebody else began it anew meanwhile: theirs counts, and removes this one.
    if (row?.object !== object || row.madeAt !== null) return false
    if (row.until !== null) return true
    const made = { ...row, key, papers: papers.length, madeAt: deps.clock.now() }
    await tx.subjectExports.save(made)
    await tellAnswering(deps, tx, made, 'dpo', looked(made), deps.clock.now())
    return false
  })
  if (over) await deps.objects.remove(archiveKey(tenant, object))
}

const looked = ({ personName }: SubjectExport) => ({
  title: 'Выгрузка данных ждёт проверки',
  text: `${personName}: архив собран. Узнайте, нет ли в записях других людей, и выдайте его («Хранение» → «Запросы о данных»).`,
})

async function tellAnswering(
  { ids }: Pick<ExportDeps, 'ids'>,
  tx: Tx,
  { id }: Pick<SubjectExport, 'id'>,
  role: 'dpo' | 'admin',
  facts: { readonly title: string; readonly text: string },
  now: Instant,
) {
  const about = id as string as ExamId
  for (const to of await tx.subjectExports.whoAnswers(role)) await tell(ids, tx, to, about, facts, now)
}

const tell = async (
  ids: ExportDeps['ids'],
  tx: Tx,
  to: AccountId,
  about: ExamId,
  facts: { readonly title: string; readonly text: string },
  now: Instant,
) => sendMessage(ids, tx, { to, about, facts }, now)

/** Near the last day whoever answers is reminded, past it the head of the institution's pages is told too; each once. */
async function remind(deps: ExportDeps, tx: Tx, row: SubjectExport, now: Instant) {
  if (row.releasedAt !== null) return
  const zone = await zoneOf(tx)
  const calendar = await tx.calendar.effective()
  const urgency = urgencyOf(row.dueOn, dayIn(now, zone), calendar)
  if (urgency !== 'calm' && row.warnedAt === null) {
    await tellAnswering(
      deps,
      tx,
      row,
      'dpo',
      {
        title: 'Скоро последний день ответа о данных',
        text: `${row.personName}: ответить нужно не позднее ${row.dueOn ? dayWords(row.dueOn) : 'десяти рабочих дней'}. Откройте «Хранение» → «Запросы о данных».`,
      },
      now,
    )
    await tx.subjectExports.save({ ...row, warnedAt: now })
    return
  }
  if (urgency !== 'late' || row.escalatedAt !== null) return
  const facts = {
    title: 'Срок ответа о данных вышел',
    text: `${row.personName}: десять рабочих дней прошли, архив не выдан. Закон требует ответить немедленно.`,
  }
  for (const role of ['dpo', 'admin'] as const) await tellAnswering(deps, tx, row, role, facts, now)
  await tx.subjectExports.save({ ...row, escalatedAt: now })
}

/** The key first: what is left of the archive then opens for nobody; it is said to be gone when it is, so that a crash is made good. */
async function forget(deps: ExportDeps, tenant: TenantId, id: SubjectExportId, now: Instant) {
  const due = await deps.store.inTenant(tenant, async (tx) => {
    const row = await tx.subjectExports.lock(id)
    if (!row?.until || isBefore(now, row.until) || row.goneAt) return null
    await tx.subjectExports.save({ ...row, key: null })
    return row
  })
  if (!due) return
  if (due.object) await deps.objects.remove(archiveKey(tenant, due.object))
  await deps.store.inTenant(tenant, async (tx) => {
    const row = await tx.subjectExports.lock(id)
    if (!row || row.goneAt) return
    await tx.subjectExports.save({ ...row, goneAt: now })
    await tx.audit({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'retention.archive_gone',
      object: row.person,
      purpose: 'retention',
      result: 'ok',
      details: { export: id },
    })
  })
}

export async function runExports(deps: ExportDeps, tenant: TenantId): Promise<void> {
  const rows = await deps.store.inTenant(tenant, (tx) => tx.subjectExports.unfinished())
  for (const { id, madeAt } of rows)
    try {
      const now = deps.clock.now()
      await deps.store.inTenant(tenant, async (tx) => {
        const row = await tx.subjectExports.lock(id)
        if (row && !(await standsBehind(deps, tx, row, now))) await tx.subjectExports.lapse(id, now)
        else if (row) await remind(deps, tx, row, now)
      })
      if (madeAt === null) await makeExport(deps, tenant, id)
      await forget(deps, tenant, id, deps.clock.now())
    } catch (cause) {
      // One that can not be made now keeps none of the others waiting; the next round begins it again.
      deps.log.error('retention.export_waits', { export: id }, cause)
    }
}
