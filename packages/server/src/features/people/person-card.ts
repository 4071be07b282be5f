import type { LinkView, PersonCard } from '@ochno/contract/people'
import { mayBeRestricted, mayLead } from '@ochno/domain/access/sight'
import type { AccountId, GroupId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ListedPerson, ParentLink } from '../../ports/people.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, comesOfAge, entry, linkStanding, no, type PeopleDeps, rowView, todayOf } from './deps.ts'

async function cardOf(tx: Tx, person: ListedPerson, now: Instant): Promise<PersonCard> {
  const today = await todayOf(tx, now)
  const links = await tx.people.links(person.id)
  const { zone } = await tx.institutions.own()
  const view = async (link: ParentLink, other: AccountId): Promise<LinkView[]> => {
    const found = await tx.people.find(other)
    if (!found) return []
    const child = link.child === person.id ? person : found
    const ended = link.endedAt?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? null
    return [
      {
        id: found.id,
        fullName: found.fullName,
        login: found.login,
        proof: link.proof,
        standing: linkStanding(link, child, today),
        endsOn: ended ?? comesOfAge(child),
      },
    ]
  }
  const parents: LinkView[] = []
  const children: LinkView[] = []
  for (const link of links)
    if (link.child === person.id) parents.push(...(await view(link, link.parent)))
    else children.push(...(await view(link, link.child)))
  const place = await tx.people.ownPlace(person.id)
  return {
    ...rowView(person),
    born: person.born,
    ownBranch: place?.branch ?? null,
    onlyBranch: mayBeRestricted(person.roles) ? (place?.only ? 'yes' : 'no') : 'never',
    branches: (await tx.institutions.parts())
      .filter(({ facts }) => facts.kind === 'branch')
      .map(({ id, name }) => ({ id, name })),
    leads: mayLead(person.roles) ? await tx.people.leads(person.id) : null,
    parents,
    children,
  }
}

export const answer = async (tx: Tx, id: AccountId, now: Instant) => {
  const person = await tx.people.find(id)
  return person ? { ok: true as const, body: await cardOf(tx, person, now) } : no('not_found')
}

export const readPerson = ({ store }: PeopleDeps, admin: Asker, id: AccountId, now: Instant) =>
  store.inTenant(admin.tenant, (tx) => answer(tx, id, now))

export type PersonGiven = {
  readonly group?: GroupId | null
  readonly born?: string
  readonly learnerId?: string
}

export const changePerson = (
  { store }: PeopleDeps,
  admin: Asker,
  id: AccountId,
  given: PersonGiven,
  now: Instant,
) =>
  store.inTenant(admin.tenant, async (tx) => {
    await tx.people.hold()
    const before = await tx.people.find(id)
    if (!before) return no('not_found')
    if (given.group && !(await tx.people.groups()).some((group) => group.id === given.group))
      return no('no_such_group')
    if (given.born !== undefined && (given.born > (await todayOf(tx, now)) || given.born < '1900'))
      return no('wrong_birthday')
    if (given.learnerId !== undefined && given.learnerId !== before.learnerId) {
      if (before.learnerId !== null) return no('learner_id_kept')
      if (await tx.people.learnerIdTaken(given.learnerId)) return no('learner_id_taken')
      await tx.people.giveLearnerIds([{ id, learnerId: given.learnerId }], now)
    }
    if (given.group !== undefined) await tx.people.move([{ id, group: given.group }], now)
    if (given.born !== undefined) await tx.people.setBorn([{ id, born: given.born }])
    await tx.audit(
      entry(admin, now, 'people.change', id, {
        fields: Object.keys(given),
        ...(given.group === undefined ? {} : { groupBefore: before.group?.id ?? null, group: given.group }),
      }),
    )
    return answer(tx, id, now)
  })

/** R3-0b: whoever is restricted sees it within a second, sign-ins that are open included. */
export async function placePerson(
  { store, rights }: PeopleDeps,
  admin: Asker,
  id: AccountId,
  { branch, only }: { readonly branch: string | null; readonly only: boolean },
  now: Instant,
) {
  const outcome = await store.inTenant(admin.tenant, async (tx) => {
    const person = await tx.people.find(id)
    const parts = await tx.institutions.parts()
    const isBranch = branch === null || parts.some((one) => one.id === branch && one.facts.kind === 'branch')
    if (!person || !isBranch) return no('not_found')
    if (only && (branch === null || !mayBeRestricted(person.roles))) return no('not_restrictable')
    const before = await tx.people.ownPlace(id)
    await tx.people.putPlace(id, branch === null ? null : { branch, only })
    await tx.audit(entry(admin, now, 'people.place', id, { before, after: { branch, only } }))
    return answer(tx, id, now)
  })
  if (outcome.ok) rights.changed(id)
  return outcome
}

export const linkParent = (
  { store }: PeopleDeps,
  admin: Asker,
  pair: { readonly child: AccountId; readonly parent: AccountId; readonly proof: string },
  now: Instant,
) =>
  store.inTenant(admin.tenant, async (tx) => {
    const child = await tx.people.find(pair.child)
    const parent = await tx.people.find(pair.parent)
    if (!child || !parent) return no('not_found')
    if (!parent.roles.includes('parent')) return no('not_a_parent')
    if (!child.roles.includes('examinee') || child.id === parent.id) return no('not_a_pupil')
    const ends = comesOfAge(child)
    if (ends !== null && ends <= (await todayOf(tx, now))) return no('child_of_age')
    await tx.people.link([
      { parent: parent.id, child: child.id, proof: pair.proof, verifiedAt: now, endedAt: null },
    ])
    await tx.audit(
      entry(admin, now, 'people.link_parent', child.id, { parent: parent.id, proof: pair.proof }),
    )
    return answer(tx, child.id, now)
  })

export const unlinkParent = (
  { store }: PeopleDeps,
  admin: Asker,
  pair: { readonly child: AccountId; readonly parent: AccountId },
  now: Instant,
) =>
  store.inTenant(admin.tenant, async (tx) => {
    if (!(await tx.people.unlink(pair.parent, pair.child, now))) return no('not_found')
    await tx.audit(entry(admin, now, 'people.unlink_parent', pair.child, { parent: pair.parent }))
    return answer(tx, pair.child, now)
  })

/** R0-1.1b: own children, verified and under 18; of the others not even a name. */
export const listMyChildren = ({ store }: PeopleDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const today = await todayOf(tx, now)
    const mine: (ListedPerson & { readonly endsOn: string })[] = []
    let waiting = 0
    for (const link of await tx.people.links(asker.account)) {
      if (link.parent !== asker.account) continue
      const child = await tx.people.find(link.child)
      if (!child || child.disabled) continue
      const standing = linkStanding(link, child, today)
      if (standing === 'holds') mine.push({ ...child, endsOn: comesOfAge(child) ?? '' })
      else if (standing !== 'over') waiting++
    }
    const exams = await tx.people.examsAhead(
      mine.map(({ id }) => id),
      now,
    )
    return {
      now: now.toString(),
      waiting,
      rows: mine.map(({ id, fullName, group, endsOn }) => ({
        id,
        fullName,
        group: group?.name ?? null,
        endsOn,
        exams: exams
          .filter((exam) => exam.child === id)
          .map((exam) => ({
            session: exam.session,
            title: exam.title,
            opensAt: exam.opensAt.toString(),
            closesAt: exam.closesAt.toString(),
            lengthMinutes: exam.lengthMinutes,
          })),
      })),
    }
  })
