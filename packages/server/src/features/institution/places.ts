// Where groups of people and exams belong: a branch and a programme, and who answers for the technology of an exam.
import type { ExamPlaceView } from '@ochno/contract/institution'
import { mayPlace } from '@ochno/domain/access/sight'
import { isExternal } from '@ochno/domain/appointment/papers'
import type { PartKind } from '@ochno/domain/institution/parts'
import type { ExamId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ExamPlace, Place, StoredPart } from '../../ports/institutions.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type InstitutionDeps, isStaff, type Keeper, no } from './deps.ts'
import { remoteOnly } from './parts.ts'

const has = (parts: readonly StoredPart[], id: string | null, kind: PartKind): boolean =>
  id === null || parts.some((part) => part.id === id && part.facts.kind === kind)

const isKnown = (parts: readonly StoredPart[], { branch, programme }: Place): boolean =>
  has(parts, branch, 'branch') && has(parts, programme, 'programme')

export const listGroupPlaces = ({ store }: InstitutionDeps, tenant: TenantId) =>
  store.inTenant(tenant, async (tx) => ({ rows: [...(await tx.institutions.groupPlaces())] }))

export const placeGroup = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  group: string,
  { branch, programme }: Place,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const before = (await tx.institutions.groupPlaces()).find(({ id }) => id === group)
    if (!before || !isKnown(await tx.institutions.parts(), { branch, programme })) return no('not_found')
    await tx.institutions.placeGroup(group, { branch, programme })
    await tx.audit(
      entry(keeper, now, 'group.place', group, {
        before: { branch: before.branch, programme: before.programme },
        after: { branch, programme },
      }),
    )
    return { ok: true as const, body: { branch, programme } }
  })

async function view(tx: Tx, exam: ExamId, only: string | null): Promise<ExamPlaceView> {
  const place = await tx.institutions.examPlace(exam)
  const parts = await tx.institutions.parts()
  const answers = place.responsible ? await tx.accounts.find(place.responsible) : null
  const named = (id: string | null) => parts.find((part) => part.id === id)?.name ?? null
  const choice = (kind: PartKind) =>
    parts.filter(({ facts }) => facts.kind === kind).map(({ id, name }) => ({ id, name }))
  return {
    branch: place.branch,
    programme: place.programme,
    branchName: named(place.branch),
    programmeName: named(place.programme),
    responsible: answers && { id: answers.id, name: answers.fullName },
    onlyRemote: place.programme !== null && (await remoteOnly(tx, parts)).has(place.programme),
    programmes: choice('programme'),
    branches: choice('branch').filter(({ id }) => mayPlace(only, id)),
  }
}

/** R0-1.4f: to somebody from outside an exam that is not watched is not there. */
const isShutTo = async (tx: Tx, { account, roles }: Keeper, exam: ExamId): Promise<boolean> =>
  roles.includes('proctor') &&
  isExternal(await tx.appointments.papers(account)) &&
  !(await tx.appointments.watchedExams(account)).has(exam)

export const readExamPlace = ({ store }: InstitutionDeps, reader: Keeper, exam: ExamId) =>
  store.inTenant(reader.tenant, async (tx) => {
    if (!(await tx.exams.find(exam)) || (await isShutTo(tx, reader, exam))) return no('not_found')
    return { ok: true as const, body: await view(tx, exam, reader.branch) }
  })

export const placeExam = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  exam: ExamId,
  place: ExamPlace,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    if (!(await tx.exams.hold(exam)) || !isKnown(await tx.institutions.parts(), place)) return no('not_found')
    if (!mayPlace(keeper.branch, place.branch)) return no('other_branch')
    if (place.responsible && !(await isStaff(tx, place.responsible))) return no('not_staff')
    const before = await tx.institutions.examPlace(exam)
    await tx.institutions.placeExam(exam, place)
    await tx.audit(entry(keeper, now, 'exam.place', exam, { before, after: place }))
    return { ok: true as const, body: await view(tx, exam, keeper.branch) }
  })
