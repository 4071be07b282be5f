// The second factor of a sign-in: whichever way, it is shown once and the sign-in gets a new secret.
import { isRecoveryCode, plainRecoveryCode } from '@ochno/domain/access/second-factor'
import { audited, meOf, no, secretText } from '../deps.ts'
import { stepOf } from './authenticator.ts'
import { type Asking, noted, type SecondFactorDeps } from './deps.ts'
import { underLimits } from './under-limits.ts'

type Given = { readonly code: string } | { readonly credential: { readonly id: string } }

export const passSecondFactor = (deps: SecondFactorDeps, of: Asking, given: Given) =>
  underLimits(deps, of, async () => {
    const wrong =
      'code' in given ? await tryCode(deps, of, given.code) : await tryPasskey(deps, of, given.credential)
    const person = await deps.signIns.person(of.account)
    if (!person) return no('not_signed_in')
    if (wrong) {
      await deps.signIns.refused(audited(person, of.now, 'second_factor.pass', 'refused'))
      return no(wrong)
    }
    const secret = secretText(deps.ids.random(32))
    await deps.factors.pass(of.signIn, deps.digest(secret), of.now, noted(of, 'second_factor.pass'))
    deps.rights.changed(of.account)
    return { ok: true as const, secret, me: meOf(person, of.now, 'done', of.now) }
  })

async function tryCode(deps: SecondFactorDeps, of: Asking, code: string) {
  if (isRecoveryCode(code)) return tryRecovery(deps, of, plainRecoveryCode(code))
  const known = await deps.factors.authenticator(of.account)
  const step = known ? stepOf(deps, deps.open(of.account, known.sealed), code) : null
  if (step === null) return 'wrong_code_of_factor' as const
  return (await deps.factors.useStep(of.account, step)) ? null : ('wrong_code_of_factor' as const)
}

async function tryRecovery(deps: SecondFactorDeps, of: Asking, code: string) {
  const place = code.slice(0, 2)
  const hash = await deps.factors.recovery(of.account, place)
  const right = await deps.passwords.verify(hash, code.slice(2), 'pupil')
  if (right === 'busy') return 'busy' as const
  return right && (await deps.factors.useRecovery(of.account, place, of.now))
    ? null
    : ('wrong_code_of_factor' as const)
}

async function tryPasskey(deps: SecondFactorDeps, of: Asking, credential: { readonly id: string }) {
  const challenge = await deps.factors.takeChallenge(of.signIn, 'pass', of.now)
  if (!challenge || !of.site) return 'factor_not_begun' as const
  const passkey = (await deps.factors.passkeys(of.account)).find((one) => one.id === credential.id)
  const counter = passkey ? await deps.check.shown(of.site, challenge, credential, passkey) : null
  if (!passkey || counter === null) return 'wrong_passkey' as const
  await deps.factors.usePasskey(of.account, passkey.id, counter, of.now)
  return null
}
