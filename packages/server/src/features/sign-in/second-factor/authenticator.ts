// An app that shows six digits for half a minute.
import { stepsThatCount } from '@ochno/domain/access/second-factor'
import { no } from '../deps.ts'
import { type Asking, needsOne, noted, ownerOf, type SecondFactorDeps } from './deps.ts'
import { withCodes } from './recovery.ts'
import { underLimits } from './under-limits.ts'

const KEY_BYTES = 20

/** What the app is given: by a picture of it or typed in. */
const uriOf = (key: string, login: string, institution: string): string => {
  const issuer = encodeURIComponent(institution)
  return `otpauth://totp/${issuer}:${encodeURIComponent(login)}?secret=${key}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`
}

export async function beginAuthenticator(
  deps: SecondFactorDeps,
  of: Asking,
  shown: (key: Uint8Array) => string,
) {
  const person = await deps.signIns.person(of.account)
  if (!person) return no('not_signed_in')
  const key = deps.ids.random(KEY_BYTES)
  await deps.factors.beginAuthenticator(ownerOf(of), deps.seal(of.account, key), of.now)
  const text = shown(key)
  return { ok: true as const, body: { key: text, uri: uriOf(text, person.login, person.institution.name) } }
}

/** The half minute whose code this is; null when it is none that counts now. */
export const stepOf = (
  deps: Pick<SecondFactorDeps, 'codeOf' | 'wallMs'>,
  key: Uint8Array,
  code: string,
): number | null =>
  stepsThatCount(deps.wallMs()).find((step) => deps.codeOf(key, step) === code.replace(/\s/g, '')) ?? null

export const confirmAuthenticator = (deps: SecondFactorDeps, of: Asking, code: string) =>
  underLimits(deps, of, async () => {
    const sealed = await deps.factors.waitingAuthenticator(of.account, of.now)
    if (!sealed) return no('factor_not_begun')
    const step = stepOf(deps, deps.open(of.account, sealed), code)
    if (step === null) return no('wrong_code_of_factor')
    const outcome = await withCodes(deps, of, async () =>
      (await deps.factors.confirmAuthenticator(
        ownerOf(of),
        step,
        of.signIn,
        of.now,
        noted(of, 'second_factor.authenticator.add'),
      ))
        ? null
        : no('factor_not_begun'),
    )
    return outcome === 'busy' ? no('busy') : outcome
  })

export async function removeAuthenticator(deps: SecondFactorDeps, of: Asking) {
  if (needsOne(deps, of) && (await deps.factors.passkeys(of.account)).length === 0) return no('last_factor')
  const gone = await deps.factors.removeAuthenticator(
    of.account,
    of.signIn,
    of.now,
    noted(of, 'second_factor.authenticator.remove'),
  )
  deps.rights.changed(of.account)
  return gone ? { ok: true as const, body: undefined } : no('not_found')
}
