import { judgePassword, MINIMUM } from '@ochno/domain/access/password'
import { audited, type Caller, kindOf, no, personal, type SignInDeps } from './deps.ts'
import { openSignIn } from './open-sign-in.ts'
import { tellOfPassword } from './tell-of-password.ts'

async function known(deps: SignInDeps, token: string, caller: Caller) {
  // A link has 256 bits; the limit is only for the database's sake.
  const waitS = await deps.throttle.reserve(null, caller.ip, caller.now)
  if (waitS > 0) return no('too_many', waitS)
  const found = await deps.invitations.find(deps.digest(token), caller.now)
  if (!found) return no('wrong_link')
  await deps.throttle.forgive(null, caller.ip)
  return { ok: true as const, ...found }
}

export async function lookAtInvitation(deps: SignInDeps, token: string, caller: Caller) {
  const found = await known(deps, token, caller)
  if (!found.ok) return found
  const { person, endsAt, purpose } = found
  return {
    ok: true as const,
    body: {
      purpose,
      login: person.login,
      fullName: person.fullName,
      institution: person.institution.name,
      minimum: MINIMUM[kindOf(person.roles)],
      endsAt: endsAt.toString(),
    },
  }
}

export async function acceptInvitation(
  deps: SignInDeps,
  given: { readonly token: string; readonly password: string },
  caller: Caller,
) {
  const found = await known(deps, given.token, caller)
  if (!found.ok) return found
  const { person } = found
  if (person.directory) return no('directory_password')
  const kind = kindOf(person.roles)
  const words = personal({ ...person, institution: person.institution.name })
  const wrong = judgePassword(given.password, kind, words, deps.passwords.isCommon)
  if (wrong) return no(wrong)
  const hash = await deps.passwords.hash(given.password, kind)
  if (hash === 'busy') return no('busy')
  const entry = audited(
    person,
    caller.now,
    found.purpose === 'reset' ? 'password.reset' : 'invitation.accept',
  )
  if (person.hash !== null) await tellOfPassword(deps, person, caller.now)
  if (!(await deps.invitations.use(deps.digest(given.token), hash, caller.now, entry)))
    return no('wrong_link')
  deps.rights.changed(person.account)
  return openSignIn(deps, person, caller)
}
