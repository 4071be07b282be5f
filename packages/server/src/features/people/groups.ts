import type { GroupId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { type Asker, entry, no, type PeopleDeps } from './deps.ts'

type Fields = { readonly name: string; readonly stream: string | null }

export const listGroups = ({ store }: PeopleDeps, tenant: TenantId) =>
  store.inTenant(tenant, async (tx) => ({ rows: [...(await tx.people.groups())] }))

export const createGroup = ({ store, ids }: PeopleDeps, admin: Asker, fields: Fields, now: Instant) =>
  store.inTenant(admin.tenant, async (tx) => {
    const group = { ...fields, id: ids.make('grp') }
    if (!(await tx.people.putGroup(group, now))) return no('group_taken')
    await tx.audit(entry(admin, now, 'group.create', group.id, fields))
    return { ok: true as const, body: { ...group, members: 0, branch: null } }
  })

export const changeGroup = ({ store }: PeopleDeps, admin: Asker, id: GroupId, fields: Fields, now: Instant) =>
  store.inTenant(admin.tenant, async (tx) => {
    const before = (await tx.people.groups()).find((group) => group.id === id)
    if (!before) return no('not_found')
    if (!(await tx.people.putGroup({ ...fields, id }, now))) return no('group_taken')
    await tx.audit(
      entry(admin, now, 'group.change', id, {
        before: { name: before.name, stream: before.stream },
        ...fields,
      }),
    )
    return { ok: true as const, body: { ...before, ...fields } }
  })

export const removeGroup = ({ store }: PeopleDeps, admin: Asker, id: GroupId, now: Instant) =>
  store.inTenant(admin.tenant, async (tx) => {
    const before = (await tx.people.groups()).find((group) => group.id === id)
    if (!before) return no('not_found')
    if (before.members > 0) return no('group_not_empty')
    if (await tx.assignments.anyOf(id)) return no('group_has_tasks')
    await tx.people.removeGroup(id)
    await tx.audit(entry(admin, now, 'group.remove', id, { name: before.name }))
    return { ok: true as const, body: undefined }
  })

const INVITATION = Temporal.Duration.from({ hours: 24 * 14 })

/** As for one person: the links are shown once and only their hashes stay. Who has a password keeps it. */
export const inviteGroup = ({ store, ids, digest }: PeopleDeps, admin: Asker, id: GroupId, now: Instant) =>
  store.inTenant(admin.tenant, async (tx) => {
    const group = (await tx.people.groups()).find((one) => one.id === id)
    if (!group) return no('not_found')
    const endsAt = now.add(INVITATION)
    const rows = await tx.people.all({ find: '', role: null, group: id, branch: null })
    const sheet: { fullName: string; login: string; token: string }[] = []
    for (const { id: account, fullName, login, hasPassword, disabled } of rows) {
      if (hasPassword || disabled) continue
      const token = Array.from(ids.random(32), (byte) => byte.toString(16).padStart(2, '0')).join('')
      await tx.accounts.invite(account, digest(token), now, endsAt)
      sheet.push({ fullName, login, token })
    }
    await tx.audit(entry(admin, now, 'group.invite', id, { people: sheet.length }))
    return { ok: true as const, body: { group: group.name, rows: sheet, endsAt: endsAt.toString() } }
  })
