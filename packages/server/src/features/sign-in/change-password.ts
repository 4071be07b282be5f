import { judgePassword } from '@ochno/domain/access/password'
import type { AccountId } from '@ochno/domain/ids'
import type { SignInId } from '../../ports/sign-ins.ts'
import { audited, type Caller, kindOf, no, personal, type SignInDeps } from './deps.ts'
import { checkOwnPassword } from './prove-again.ts'
import { tellOfPassword } from './tell-of-password.ts'

export async function changePassword(
  deps: SignInDeps,
  own: { readonly account: AccountId; readonly signIn: SignInId },
  given: { readonly current: string; readonly next: string },
  caller: Caller,
) {
  const checked = await checkOwnPassword(deps, own.account, given.current, caller)
  if (!checked.ok) return checked
  const { person } = checked
  if (person.directory) return no('directory_password')
  const kind = kindOf(person.roles)
  const words = personal({ ...person, institution: person.institution.name })
  const wrong = judgePassword(given.next, kind, words, deps.passwords.isCommon)
  if (wrong) return no(wrong)
  const hash = await deps.passwords.hash(given.next, kind)
  if (hash === 'busy') return no('busy')
  // Told first: a letter about a change that failed is better than a change nobody was told of.
  await tellOfPassword(deps, person, caller.now)
  await deps.signIns.setPassword(
    person.account,
    hash,
    own.signIn,
    caller.now,
    audited(person, caller.now, 'password.change'),
  )
  deps.rights.changed(person.account)
  return { ok: true as const }
}
