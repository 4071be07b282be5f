// Branches, units, programmes, technologies, and the steps of the setup; every step is kept as soon as it is answered.
import type { InstitutionView, PartGiven, PartView } from '@ochno/contract/institution'
import { onlyRemote, type InstitutionKind, type PartFacts } from '@ochno/domain/institution/parts'
import { type Answerable, setupStanding } from '@ochno/domain/institution/setup'
import { holdsNoExams, undecided } from '@ochno/domain/policy/act-policy'
import type { Instant } from '@ochno/domain/time'
import type { StoredPart } from '../../ports/institutions.ts'
import type { Tx } from '../../ports/store.ts'
import { actOf, entry, type InstitutionDeps, type Keeper, no } from './deps.ts'

const DETAILS = ['dative', 'short', 'address', 'city'] as const

async function emptyDetails(tx: Tx): Promise<readonly string[]> {
  const setting = await tx.papers.setting()
  return DETAILS.filter((field) => !setting?.[field])
}

/** TR-69: of each programme, whether all its planned assessments are remote. */
export async function remoteOnly(tx: Tx, parts: readonly StoredPart[]): Promise<ReadonlySet<string>> {
  const planned = await tx.institutions.planned()
  const warned = parts.filter(
    ({ id, facts }) =>
      facts.kind === 'programme' &&
      onlyRemote(
        facts,
        planned
          .filter(({ programme }) => programme === id)
          .map(({ remote }) => (remote ? 'remote' : 'on_site')),
      ),
  )
  return new Set(warned.map(({ id }) => id))
}

const given = (facts: PartFacts): PartGiven =>
  (facts.kind === 'technology' ? { ...facts, topics: [...facts.topics] } : { ...facts }) as PartGiven

async function view(tx: Tx): Promise<InstitutionView> {
  const own = await tx.institutions.own()
  const { kind, answered } = await tx.institutions.profile()
  const parts = await tx.institutions.parts()
  const edition = await actOf(tx)
  const proctoring = edition !== null && !holdsNoExams(edition.policy)
  const open = edition && proctoring ? undecided(edition.policy) : []
  const count = (what: PartFacts['kind']) => parts.filter(({ facts }) => facts.kind === what).length
  const steps = setupStanding({
    kind,
    answered,
    emptyDetails: await emptyDetails(tx),
    branches: count('branch'),
    units: count('unit'),
    programmes: count('programme'),
    act: edition ? { inForce: edition.state === 'effective', undecided: open.length } : null,
  })
  const warned = await remoteOnly(tx, parts)
  return {
    ...own,
    kind,
    parts: parts.map(({ id, name, facts }) => ({
      id,
      name,
      facts: given(facts),
      onlyRemote: warned.has(id),
    })),
    steps: steps.map(({ step, done, missing }) => ({ step, done, missing: [...missing] })),
    act: edition
      ? {
          id: edition.id,
          title: edition.card.title,
          inForce: edition.state === 'effective',
          proctoring,
          undecided: [...open],
        }
      : null,
  }
}

/** R3-0b: somebody of one branch reads of that branch and of what is common. */
export async function readInstitution(
  { store }: InstitutionDeps,
  { tenant, branch }: Pick<Keeper, 'tenant' | 'branch'>,
) {
  const whole = await store.inTenant(tenant, view)
  const isOwn = ({ id, facts }: PartView) =>
    branch === null ||
    (facts.kind === 'branch'
      ? id === branch
      : facts.kind === 'technology' || [null, branch].includes(facts.branch))
  return { ...whole, parts: whole.parts.filter(isOwn) }
}

const shown = async (tx: Tx) => ({ ok: true as const, body: await view(tx) })

export const setKind = ({ store }: InstitutionDeps, keeper: Keeper, kind: InstitutionKind, now: Instant) =>
  store.inTenant(keeper.tenant, async (tx) => {
    // Holds the institution, so that two people at once lose nothing of each other's.
    await tx.institutions.own()
    const before = await tx.institutions.profile()
    if (before.kind !== kind) {
      await tx.institutions.setProfile({ ...before, kind })
      await tx.audit(
        entry(keeper, now, 'institution.kind', keeper.tenant, { before: before.kind, after: kind }),
      )
    }
    return shown(tx)
  })

export const answerStep = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  { step, answered }: { readonly step: Answerable; readonly answered: boolean },
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const before = await tx.institutions.profile()
    if (before.answered.includes(step) !== answered) {
      const others = before.answered.filter((one) => one !== step)
      await tx.institutions.setProfile({ ...before, answered: answered ? [...others, step] : others })
      await tx.audit(entry(keeper, now, 'institution.step', keeper.tenant, { step, answered }))
    }
    return shown(tx)
  })

type Given = { readonly name: string; readonly facts: PartFacts }

const branchOf = (facts: PartFacts): string | null =>
  facts.kind === 'unit' || facts.kind === 'programme' ? facts.branch : null

export const savePart = (
  { store, ids }: InstitutionDeps,
  keeper: Keeper,
  /** Null: a new one. */
  id: string | null,
  part: Given,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const all = await tx.institutions.parts()
    const before = all.find((one) => one.id === id && one.facts.kind === part.facts.kind) ?? null
    if (id && !before) return no('not_found')
    const branch = branchOf(part.facts)
    if (branch && !all.some((one) => one.id === branch && one.facts.kind === 'branch')) return no('not_found')
    const saved = { ...part, id: id ?? ids.make('prt') }
    if (!(await tx.institutions.putPart(saved, now))) return no('part_taken')
    await tx.audit(entry(keeper, now, 'institution.part', saved.id, { before, after: saved }))
    return { ok: true as const, body: { id: saved.id } }
  })

export const removePart = ({ store }: InstitutionDeps, keeper: Keeper, id: string, now: Instant) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const before = (await tx.institutions.parts()).find((one) => one.id === id)
    if (!before) return no('not_found')
    if (!(await tx.institutions.removePart(id))) return no('part_used')
    await tx.audit(entry(keeper, now, 'institution.part_remove', id, { before }))
    return { ok: true as const, body: undefined }
  })
