import { IDLE_S } from '@ochno/domain/access/idle'
import { secondFactor } from '@ochno/domain/access/second-factor'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import type { MeView } from '@ochno/contract/sign-in'
import type { Person } from '../../ports/sign-ins.ts'
import {
  ABSOLUTE,
  audited,
  type Caller,
  kindOf,
  meOf,
  secretText,
  type SignInDeps,
  STAFF_SIGN_INS,
} from './deps.ts'

export type Opened = {
  readonly ok: true
  readonly id: string
  readonly secret: string
  readonly me: MeView
}

const NEVER = fromMs(0)

/** Always a new secret: one that was planted before signing in is worth nothing (B-06). */
export async function openSignIn(
  deps: SignInDeps,
  person: Person,
  caller: Caller,
  by: 'proof' | 'launch' | { readonly code: SessionId } = 'proof',
): Promise<Opened> {
  const provedAt = by === 'proof' ? caller.now : NEVER
  const secret = secretText(deps.ids.random(32))
  const kind = kindOf(person.roles)
  const id = deps.ids.make('sgn')
  await deps.signIns.open(
    {
      id,
      account: person.account,
      tenant: person.tenant,
      secretHash: deps.digest(secret),
      at: caller.now,
      provedAt,
      endsAt: caller.now.add(ABSOLUTE),
      idleS: IDLE_S[kind],
      device: caller.device,
      only: typeof by === 'string' ? null : by.code,
      keep: kind === 'staff' ? STAFF_SIGN_INS : null,
    },
    audited(person, caller.now, typeof by === 'string' ? 'sign_in.open' : 'sign_in.code'),
  )
  deps.rights.changed(person.account)
  const owes = secondFactor({ ...person, rule: deps.factorRule, given: false })
  const me = meOf(person, provedAt, owes, caller.now)
  return { ok: true, id, secret, me: typeof by === 'string' ? me : { ...me, only: by.code } }
}
