// 004 3.8: briefing, materials and list are confirmed by the teacher, and asked for again when they changed.
import type { ChecklistView } from '@ochno/contract/exam-admission'
import { checklistItems } from '@ochno/contract/exam-admission'
import type { ExamId, TenantId } from '@ochno/domain/ids'
import { isSaid } from '@ochno/domain/policy/effective'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { briefingStanding } from '@ochno/domain/notice/briefing'
import {
  type ChecklistItem,
  checklist,
  checklistDone,
  compareLists,
} from '@ochno/domain/scheduling/checklist'
import type { Instant } from '@ochno/domain/time'
import type { Exam } from '../../ports/exams.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type ExamDeps, hex, type Maker, no } from './deps.ts'

type Confirmable = Exclude<ChecklistItem, 'briefing'>

const askedBy: Readonly<Record<ChecklistItem, PolicyKey>> = {
  briefing: 'briefing.by_teacher',
  materials_in_lms: 'precheck.materials_in_lms',
  examinee_list: 'precheck.examinee_list',
}

/** What each item is confirmed for: the people, or the task and where it is. */
async function statesOf(deps: ExamDeps, tx: Tx, exam: Exam) {
  const people = (await tx.sessions.ofExam(exam.id, null)).map(({ examinee }) => examinee).sort()
  const of = (what: unknown) => deps.digest(JSON.stringify(what))
  return {
    materials_in_lms: of(['materials', exam.title, exam.instructions, exam.card?.delivery ?? null]),
    examinee_list: of(['list', people]),
  }
}

/** The words were said; whom they did not reach is held back alone (R4-3.8a). */
async function briefingOf(tx: Tx, exam: Exam) {
  const held = await tx.briefings.find(exam.id)
  const people = (await tx.sessions.ofExam(exam.id, null)).map(({ examinee }) => examinee)
  const log = held ? await tx.briefings.log(exam.id, held.edition) : []
  const { missing } = briefingStanding(held, people, log)
  const of = new Set(people).size
  return { held, told: { done: of - missing.length, of } }
}

async function shown(deps: ExamDeps, tx: Tx, exam: Exam): Promise<ChecklistView | null> {
  const rules = await tx.rules.ofExam(exam.id)
  if (!rules) return null
  const states = await statesOf(deps, tx, exam)
  const { held, told } = await briefingOf(tx, exam)
  const briefing = held && {
    item: 'briefing' as const,
    by: held.by,
    byName: held.byName,
    at: held.heldAt,
    of: 'held',
  }
  const confirmed = [
    ...(await tx.admissions.confirmed(exam.id)).filter(({ item }) => item !== 'briefing'),
    ...(briefing ? [briefing] : []),
  ]
  const list = checklist(confirmed, {
    briefing: 'held',
    materials_in_lms: hex(states.materials_in_lms),
    examinee_list: hex(states.examinee_list),
  })
  const asked = checklistItems.filter((item) => isSaid(rules.policy, askedBy[item], 'required'))
  return {
    items: checklistItems.map((item) => {
      const { origin } = rules.policy[askedBy[item]]
      const last = confirmed.find((one) => one.item === item)
      return {
        item,
        asked: asked.includes(item),
        clauses: origin.from === 'act' ? [...origin.clauses] : [],
        state: list[item],
        by: last?.byName ?? null,
        at: last?.at.toString() ?? null,
        told: item === 'briefing' ? told : null,
      }
    }),
    done: checklistDone(list, asked),
  }
}

/** Whether everything the rules ask of the teacher is confirmed as it stands now (R4-3.8b). */
export async function checklistHolds(deps: ExamDeps, tx: Tx, id: ExamId): Promise<boolean> {
  const exam = await tx.exams.find(id)
  return exam === null || ((await shown(deps, tx, exam))?.done ?? true)
}

export const readChecklist = (deps: ExamDeps, tenant: TenantId, id: ExamId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    const body = exam && (await shown(deps, tx, exam))
    return body ? { ok: true as const, body } : no('not_found')
  })

/** Names of one side that the answer holds; the rest is counted. */
const NAMED = 50

/** Who is missing on either side; nothing of it is kept. */
export const compareList = (deps: ExamDeps, tenant: TenantId, id: ExamId, lms: readonly string[]) =>
  deps.store.inTenant(tenant, async (tx) => {
    if (!(await tx.exams.find(id))) return no('not_found')
    const here = (await tx.sessions.ofExam(id, null)).map(({ examineeName }) => examineeName)
    const { same, onlyInLms, onlyHere } = compareLists(
      here,
      lms.filter((name) => name !== ''),
    )
    const some = (names: readonly string[]) => ({ count: names.length, names: names.slice(0, NAMED) })
    return {
      ok: true as const,
      body: { same, onlyInLms: some(onlyInLms), onlyHere: some(onlyHere) },
    }
  })

export const confirmItem = (deps: ExamDeps, maker: Maker, id: ExamId, item: Confirmable, now: Instant) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    if (exam.state === 'draft') return no('exam_draft')
    const of = (await statesOf(deps, tx, exam))[item]
    await tx.admissions.confirm(id, { item, by: maker.account, at: now }, of)
    await tx.audit(entry(maker, now, 'exam.confirm', id, { item, of: hex(of) }))
    const body = await shown(deps, tx, exam)
    return body ? { ok: true as const, body } : no('not_found')
  })
