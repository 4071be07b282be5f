import { type MeView, proveAgain, readMe, signOut } from '@ochno/contract/sign-in'
import { sightOf } from '@ochno/domain/access/sight'
import { type Capability, roleMay } from '@ochno/domain/access/table'
import { useQueryClient } from '@tanstack/react-query'
import { call, type Failure } from './client.ts'
import { openConsole } from './console-lock.ts'
import { keyOf, type Load, useLoad } from './load.ts'

export type Me = MeView

export const useMe = (): Load<Me> => useLoad(readMe, {})

/** Hides what the server would refuse, from the same table. */
export const may = (me: Me, can: Capability | 'public' | 'signed-in'): boolean =>
  can === 'public' || can === 'signed-in' || me.roles.some((role) => roleMay(role, can))

/** A teacher and nothing more: exams of others are not shown (security.md 5.6). */
export const isOwnOnly = (me: Load<Me>): boolean =>
  me.is === 'ready' &&
  (sightOf({ account: me.value.account, roles: me.value.roles, branch: null })?.ownExams ?? false)

/** After signing in: the reply already says who it is, nothing is asked twice, and nothing of the last person stays. */
export function useEnter(): (me: Me) => void {
  const queries = useQueryClient()
  return (me) => {
    openConsole()
    queries.clear()
    queries.setQueryData(keyOf(readMe), { value: me })
  }
}

/** True when the server has ended the sign-in. `bufferEmpty`: nothing recorded waits here, so the browser may forget all. */
export function useSignOut(): (bufferEmpty: boolean) => Promise<boolean> {
  const queries = useQueryClient()
  return async (bufferEmpty) => {
    const answer = await call(signOut, { body: { bufferEmpty } })
    if (answer.ok) {
      openConsole()
      queries.clear()
    }
    return answer.ok
  }
}

export async function provePassword(
  password: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: Failure }> {
  const answer = await call(proveAgain, { body: { password } })
  return answer.ok ? { ok: true } : answer
}
