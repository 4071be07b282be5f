// F-004-7 and F-004-8: the schedule of an exam as it stands and was told, and what its teacher confirmed.
import type { ChecklistView } from '@ochno/contract/exam-admission'
import { assessmentWords } from '@ochno/domain/document/assessment'
import { dayAt, hour, moment } from '@ochno/domain/document/dates'
import { form0047, type Slot } from '@ochno/domain/document/f-004-7'
import { form0048 } from '@ochno/domain/document/f-004-8'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { instant, type Instant } from '@ochno/domain/time'
import { no } from '../../ports/asking.ts'
import type { CountedExam } from '../../ports/exams.ts'
import type { StoredNotice } from '../../ports/notices.ts'
import { issuerOf } from '../../ports/papers.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Looked, lookedAt } from './admission-looked-at.ts'
import { actOf, type FilledDeps, type PaperKind, press } from './deps.ts'

const kindOf = {
  sync: 'synchronous',
  async_auto: 'asynchronous',
  async_human: 'asynchronous',
  offline: 'offline',
} as const
const NONE = '—'

type Placed = { readonly group: string; readonly programme: string }

/** Group and programme of each of them. */
async function placesOf(tx: Tx): Promise<(examinee: AccountId) => Placed> {
  const people = await tx.people.all({ find: '', role: 'examinee', group: null, branch: null })
  const groups = new Map(people.map(({ id, group }) => [id, group]))
  const programmes = new Map(
    (await tx.institutions.parts())
      .filter(({ facts }) => facts.kind === 'programme')
      .map((one) => [one.id as string, one.name]),
  )
  const places = new Map((await tx.institutions.groupPlaces()).map((one) => [one.id, one.programme]))
  return (examinee) => {
    const group = groups.get(examinee)
    const programme = group ? places.get(group.id) : null
    return { group: group?.name ?? NONE, programme: (programme && programmes.get(programme)) || NONE }
  }
}

/** Said only of the schedule as it is now. */
const isTold = (notice: StoredNotice | undefined, session: SessionFacts): boolean =>
  notice?.kind === 'schedule' &&
  notice.facts.opensAt === session.opensAt.toString() &&
  notice.facts.closesAt === session.closesAt.toString()

async function slotsOf(tx: Tx, exam: CountedExam, zone: string): Promise<readonly Slot[]> {
  const placeOf = await placesOf(tx)
  const told = new Map((await tx.notices.latest(exam.id, 'schedule')).map((one) => [one.to, one]))
  const sessions = await tx.sessions.ofExam(exam.id, null)
  const rows = Map.groupBy(sessions, (session) => {
    const { group, programme } = placeOf(session.examinee)
    return JSON.stringify([session.opensAt.toString(), session.closesAt.toString(), programme, group])
  })
  const { card } = exam
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, people]) => {
      const [first] = people
      if (!first) return []
      const known = people.filter((one) => isTold(told.get(one.examinee), one)).length
      return [
        {
          ...placeOf(first.examinee),
          discipline: card?.subject ?? exam.title,
          assessment: assessmentWords[card?.kind ?? 'intermediate'],
          on: dayAt(first.opensAt, zone),
          starts: `${hour(first.opensAt, zone)}–${hour(first.closesAt, zone)}`,
          proctors: [...new Set(people.flatMap(({ proctors }) => proctors.map(({ name }) => name)))].sort(),
          kind: kindOf[card?.mode ?? 'sync'],
          link: card?.delivery.address ?? card?.delivery.name ?? 'личный кабинет обучающегося',
          told: known === 0 ? 'не доведено' : `доведено ${known} из ${people.length}`,
        },
      ]
    })
}

export async function printExamSchedule(deps: FilledDeps, tenant: TenantId, id: ExamId, as: PaperKind) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    if (!exam) return null
    const institution = await issuerOf(tx)
    const { quality } = await actOf(tx)
    return form0047({ institution, quality, slots: await slotsOf(tx, exam, institution.zone) })
  })
  return press(deps, formed, as)
}

async function admissionChecked(deps: FilledDeps, tx: Tx, exam: ExamId, now: Instant): Promise<Looked> {
  const coming = (await tx.sessions.ofExam(exam, null)).filter(({ state }) => state === 'admitted')
  return lookedAt(
    await tx.admissions.ofExam(exam),
    coming.map(({ id }) => id),
    await deps.lateOpen(tx, exam, now),
  )
}

const confirmedAt = (list: ChecklistView, item: ChecklistView['items'][number]['item']): Instant | null => {
  const found = list.items.find((one) => one.item === item)
  return found?.state === 'confirmed' && found.at ? instant(found.at) : null
}

export async function printChecklist(
  deps: FilledDeps,
  tenant: TenantId,
  id: ExamId,
  as: PaperKind,
  now: Instant,
) {
  const list = await deps.checklist(tenant, id)
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    if (!exam || !list) return null
    const institution = await issuerOf(tx)
    const { quality } = await actOf(tx)
    const { zone } = institution
    const admission = await admissionChecked(deps, tx, id, now)
    const said = {
      briefing: confirmedAt(list, 'briefing'),
      materials: confirmedAt(list, 'materials_in_lms'),
      lists: confirmedAt(list, 'examinee_list'),
      admission: admission === 'met' ? now : null,
    }
    const done = Object.fromEntries(
      Object.entries(said).flatMap(([check, at]) => (at ? [[check, moment(at, zone)]] : [])),
    )
    const by = exam.teachers.at(0)?.name ?? (await tx.accounts.find(exam.createdBy))?.fullName ?? null
    return form0048({
      institution,
      quality,
      exam: exam.title,
      at: `${moment(exam.opensAt, zone)} – ${moment(exam.closesAt, zone)}`,
      teacher: by,
      done: admission === 'by_hand' ? { ...done, admission: null } : done,
      signedOn: null,
    })
  })
  // Nothing that is not confirmed is printed as done.
  if (formed && !formed.ok && formed.missing.some(({ field }) => field.startsWith('done.')))
    return no('checklist_open')
  return press(deps, formed, as)
}
