import { typedCode } from '@ochno/domain/access/exam-code'
import { isPupil } from '@ochno/domain/access/table'
import type { Person } from '../../ports/sign-ins.ts'
import { audited, type Caller, kindOf, no, type SignInDeps } from './deps.ts'
import { passwordKnown } from './password-known.ts'
import { type Opened, openSignIn } from './open-sign-in.ts'

const REFUSAL_MS = 250

/** B-22: an unknown login, a wrong password and a disabled account are one answer after one time. */
export async function signIn(
  deps: SignInDeps,
  given: { readonly login: string; readonly password: string },
  caller: Caller,
): Promise<Opened | ReturnType<typeof no<'wrong_sign_in' | 'too_many' | 'busy' | 'directory_away'>>> {
  const began = deps.clock.mono()
  const login = given.login.trim().toLowerCase().normalize('NFC')
  const waitS = await deps.throttle.reserve(login, caller.ip, caller.now)
  if (waitS > 0) return no('too_many', waitS)
  const person = await deps.signIns.find(login)
  const kind = person ? kindOf(person.roles) : 'pupil'
  const known = await passwordKnown(deps, person, given.password)
  if (known === 'busy' || known === 'directory_away') {
    // Nothing was learned of the password: what was counted against the login stays.
    await deps.throttle.forgive(null, caller.ip)
    return no(known)
  }
  const session = known ? null : await sessionOfCode(deps, person, given.password, caller)
  if (session && person) {
    await deps.throttle.forgive(login, caller.ip)
    return openSignIn(deps, person, caller, { code: session })
  }
  if (!known || !person || person.disabled) {
    if (person) await deps.signIns.refused(audited(person, caller.now, 'sign_in.refuse', 'refused'))
    await deps.pauseUntil(began + REFUSAL_MS)
    return no('wrong_sign_in')
  }
  await deps.throttle.forgive(login, caller.ip)
  if (!person.directory && person.hash && deps.passwords.outdated(person.hash, kind)) {
    const renewed = await deps.passwords.hash(given.password, kind)
    if (renewed !== 'busy') await deps.signIns.rehash(person.account, person.hash, renewed)
  }
  return openSignIn(deps, person, caller)
}

/** B-28: a code in the place of the password. Staff have two factors and no such way in. */
async function sessionOfCode(deps: SignInDeps, person: Person | null, typed: string, caller: Caller) {
  const code = typedCode(typed)
  if (!code || !person || person.disabled || !isPupil(person.roles)) return null
  return deps.signIns.useCode(person.account, deps.digest(code), caller.now)
}
