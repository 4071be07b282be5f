import { judgePassword } from '@ochno/domain/access/password'
import { type Instant, isZone } from '@ochno/domain/time'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Setup } from '../../ports/sign-ins.ts'
import { audited, type Caller, no, personal, secretText, type SignInDeps } from './deps.ts'
import { openSignIn } from './open-sign-in.ts'

/** B-27: a new one-time code, 24 hours; null when an administrator exists. Only the operator of the machine sees it. */
export async function issueSetupCode(
  deps: { readonly setup: Setup; readonly digest: Digest; readonly ids: Ids },
  now: Instant,
): Promise<string | null> {
  if (await deps.setup.done()) return null
  const code = secretText(deps.ids.random(24))
  await deps.setup.issue(deps.digest(code), now)
  return code
}

export type SetUpForm = {
  readonly code: string
  readonly institution: string
  readonly zone: string
  readonly login: string
  readonly fullName: string
  readonly language: 'ru' | 'en'
  readonly password: string
}

export async function setUp(deps: SignInDeps, form: SetUpForm, caller: Caller) {
  if (!isZone(form.zone)) return no('unknown_zone')
  const waitS = await deps.throttle.reserve(null, caller.ip, caller.now)
  if (waitS > 0) return no('too_many', waitS)
  if (await deps.setup.done()) return no('already_set_up')
  const codeHash = deps.digest(form.code)
  if (!(await deps.setup.known(codeHash, caller.now))) return no('wrong_code')
  const wrong = judgePassword(form.password, 'staff', personal(form), deps.passwords.isCommon)
  if (wrong) return no(wrong)
  const hash = await deps.passwords.hash(form.password, 'staff')
  if (hash === 'busy') return no('busy')
  const account = deps.ids.make('acc')
  const tenant = deps.ids.make('ten')
  const { institution, zone, login, fullName, language } = form
  const entry = audited({ account, tenant, roles: ['admin'] }, caller.now, 'institution.create')
  const made = await deps.setup.create(
    codeHash,
    { account, tenant, institution, zone, login, fullName, language, hash },
    caller.now,
    entry,
  )
  if (made !== 'ok') return no(made)
  await deps.throttle.forgive(null, caller.ip)
  const person = await deps.signIns.person(account)
  if (!person) throw new Error('the administrator just created is not there')
  return openSignIn(deps, person, caller)
}
