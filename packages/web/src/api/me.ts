import { type Capability, type Role, roleMay } from '@ochno/domain/access/table'
import type { Load } from './load.ts'
import type { Answer, Failure } from './client.ts'
import type { Route } from '@ochno/contract/route'

export type Me = {
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly institution: { readonly name: string; readonly zone: string }
}
export const useMe = (): Load<Me> => ({ is: 'loading' })
export const useSignOut = () => async (): Promise<boolean> => false
export const provePassword = async (
  _password: string,
): Promise<{ ok: true } | { ok: false; failure: Failure }> => ({ ok: true })
export type Unused = Answer<Route>

/** Hides what the server would refuse, from the same table. */
export const may = (me: Me, can: Capability | 'public' | 'signed-in'): boolean =>
  can === 'public' || can === 'signed-in' || me.roles.some((role) => roleMay(role, can))
