import type { AccountView } from '@ochno/contract/accounts'
import { isPupil, type Role } from '@ochno/domain/access/table'
import { isExternal } from '@ochno/domain/appointment/papers'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Account } from '../../ports/accounts.ts'
import { lines, no } from '../../ports/asking.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Rights, Store } from '../../ports/store.ts'

export type AccountDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly digest: Digest
  readonly rights: Rights
}
export type Admin = { readonly account: AccountId; readonly tenant: TenantId }

const INVITATION = Temporal.Duration.from({ hours: 24 * 14 })
export const accountView = (account: Account): AccountView => ({
  id: account.id,
  login: account.login,
  fullName: account.fullName,
  roles: [...account.roles],
  state: account.disabledAt ? 'disabled' : account.hasPassword ? 'active' : 'invited',
  createdAt: account.createdAt.toString(),
})

const entry = lines({ purpose: 'administration', role: () => 'admin' })

/** The token is shown once; only its hash stays. */
function newInvitation(deps: AccountDeps, now: Instant) {
  const token = Array.from(deps.ids.random(32), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const endsAt = now.add(INVITATION)
  return { token, endsAt, hash: deps.digest(token), shown: { token, endsAt: endsAt.toString() } }
}

const MOST = 500

export const listAccounts = (
  deps: AccountDeps,
  tenant: TenantId,
  find: string,
  of: Role | 'staff' | null,
  outside: ExamId | null,
) =>
  deps.store.inTenant(tenant, async (tx) => {
    const found = await tx.accounts.list(find, of, MOST + 1, outside)
    return { rows: found.slice(0, MOST).map(accountView), more: found.length > MOST }
  })

export type NewAccount = {
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly language: 'ru' | 'en'
}

export function createAccount(deps: AccountDeps, admin: Admin, given: NewAccount, now: Instant) {
  const id = deps.ids.make('acc')
  const invitation = newInvitation(deps, now)
  return deps.store.inTenant(admin.tenant, async (tx) => {
    if (!(await tx.accounts.add({ ...given, id, createdAt: now }))) return no('login_taken')
    await tx.accounts.invite(id, invitation.hash, now, invitation.endsAt)
    await tx.audit(entry(admin, now, 'account.create', id, { roles: given.roles }))
    const made = await tx.accounts.find(id)
    if (!made) throw new Error('the account just created is not there')
    return { ok: true as const, body: { account: accountView(made), invitation: invitation.shown } }
  })
}

export function inviteAgain(deps: AccountDeps, admin: Admin, id: AccountId, now: Instant) {
  const invitation = newInvitation(deps, now)
  return deps.store.inTenant(admin.tenant, async (tx) => {
    if (!(await tx.accounts.find(id))) return no('not_found')
    await tx.accounts.invite(id, invitation.hash, now, invitation.endsAt)
    await tx.audit(entry(admin, now, 'account.invite', id))
    return { ok: true as const, body: { invitation: invitation.shown } }
  })
}

/** B-06: whoever gets other roles signs in anew; a pupil who becomes staff also sets a password under the rules for staff. */
export async function changeRoles(
  deps: AccountDeps,
  admin: Admin,
  id: AccountId,
  roles: readonly Role[],
  now: Instant,
) {
  if (id === admin.account) return no('own_roles')
  const outcome = await deps.store.inTenant(admin.tenant, async (tx) => {
    const before = await tx.accounts.find(id)
    if (!before) return no('not_found')
    const same = new Set(before.roles).symmetricDifference(new Set(roles)).size === 0
    if (same) return { ok: true as const, body: { account: accountView(before), invitation: null } }
    if (roles.some((role) => role !== 'proctor') && isExternal(await tx.appointments.papers(id)))
      return no('external_has_roles')
    await tx.accounts.setRoles(id, roles)
    await tx.accounts.endSignIns(id, now)
    const invitation = isPupil(before.roles) && !isPupil(roles) ? newInvitation(deps, now) : null
    if (invitation) {
      await tx.accounts.dropPassword(id)
      await tx.accounts.invite(id, invitation.hash, now, invitation.endsAt)
    }
    await tx.audit(entry(admin, now, 'account.roles', id, { before: before.roles, roles }))
    const changed = await tx.accounts.find(id)
    if (!changed) throw new Error('the account just changed is not there')
    return {
      ok: true as const,
      body: { account: accountView(changed), invitation: invitation?.shown ?? null },
    }
  })
  if (outcome.ok) deps.rights.changed(id)
  return outcome
}

export async function setDisabled(
  deps: AccountDeps,
  admin: Admin,
  id: AccountId,
  disabled: boolean,
  now: Instant,
) {
  if (disabled && id === admin.account) return no('own_account')
  const outcome = await deps.store.inTenant(admin.tenant, async (tx) => {
    if (!(await tx.accounts.find(id))) return no('not_found')
    await tx.accounts.setDisabled(id, disabled ? now : null)
    await tx.audit(entry(admin, now, disabled ? 'account.disable' : 'account.enable', id))
    const changed = await tx.accounts.find(id)
    if (!changed) throw new Error('the account just changed is not there')
    return { ok: true as const, body: { account: accountView(changed) } }
  })
  if (outcome.ok) deps.rights.changed(id)
  return outcome
}
