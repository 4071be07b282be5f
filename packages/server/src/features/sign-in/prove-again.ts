import type { AccountId } from '@ochno/domain/ids'
import type { Person, SignInId } from '../../ports/sign-ins.ts'
import { audited, type Caller, no, secretText, type SignInDeps } from './deps.ts'
import { passwordKnown } from './password-known.ts'

type Own = { readonly account: AccountId; readonly signIn: SignInId }
type Wrong = ReturnType<typeof no<'wrong_sign_in' | 'too_many' | 'busy' | 'directory_away'>>

/** The password of someone already signed in, under the same limits as signing in. */
export async function checkOwnPassword(
  deps: SignInDeps,
  account: AccountId,
  password: string,
  caller: Caller,
): Promise<{ readonly ok: true; readonly person: Person } | Wrong> {
  const person = await deps.signIns.person(account)
  if (!person) return no('wrong_sign_in')
  const waitS = await deps.throttle.reserve(person.login, caller.ip, caller.now)
  if (waitS > 0) return no('too_many', waitS)
  const known = await passwordKnown(deps, person, password)
  if (known === false) {
    await deps.signIns.refused(audited(person, caller.now, 'sign_in.prove', 'refused'))
    return no('wrong_sign_in')
  }
  // Where nothing was learned of the password, what was counted against the login stays.
  await deps.throttle.forgive(known === true ? person.login : null, caller.ip)
  return known === true ? { ok: true, person } : no(known)
}

/** B-08: the sign-in counts as fresh for five minutes, and its secret changes. */
export async function proveAgain(
  deps: SignInDeps,
  own: Own,
  password: string,
  caller: Caller,
): Promise<{ readonly ok: true; readonly secret: string } | Wrong> {
  const checked = await checkOwnPassword(deps, own.account, password, caller)
  if (!checked.ok) return checked
  const secret = secretText(deps.ids.random(32))
  await deps.signIns.rotate(
    own.signIn,
    deps.digest(secret),
    caller.now,
    audited(checked.person, caller.now, 'sign_in.prove'),
  )
  deps.rights.changed(own.account)
  return { ok: true, secret }
}
