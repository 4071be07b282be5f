// A passkey: the device confirms its owner and signs for this site alone.
import { no } from '../deps.ts'
import { type Asking, needsOne, noted, ownerOf, type SecondFactorDeps } from './deps.ts'
import { withCodes } from './recovery.ts'

export async function beginPasskey(deps: SecondFactorDeps, of: Asking) {
  if (!of.site) return no('passkeys_need_name')
  const person = await deps.signIns.person(of.account)
  if (!person) return no('not_signed_in')
  const known = await deps.factors.passkeys(of.account)
  const options = await deps.check.makingOptions(of.site, person, known)
  await deps.factors.challenge(ownerOf(of), of.signIn, 'enrol', options.challenge, of.now)
  return { ok: true as const, body: { options } }
}

export async function addPasskey(
  deps: SecondFactorDeps,
  of: Asking,
  given: { readonly name: string; readonly credential: unknown },
) {
  if (!of.site) return no('passkeys_need_name')
  const { site } = of
  const outcome = await withCodes(deps, of, async () => {
    const challenge = await deps.factors.takeChallenge(of.signIn, 'enrol', of.now)
    if (!challenge) return no('factor_not_begun')
    const made = await deps.check.made(site, challenge, given.credential)
    if (!made) return no('wrong_passkey')
    const passkey = { ...made, name: given.name, createdAt: of.now }
    const note = noted(of, 'second_factor.passkey.add')
    return (await deps.factors.addPasskey(ownerOf(of), passkey, of.signIn, note)) ? null : no('wrong_passkey')
  })
  return outcome === 'busy' ? no('busy') : outcome
}

export async function removePasskey(deps: SecondFactorDeps, of: Asking, id: string) {
  const known = await deps.factors.passkeys(of.account)
  if (!known.some((one) => one.id === id)) return no('not_found')
  if (needsOne(deps, of) && known.length === 1 && !(await deps.factors.authenticator(of.account)))
    return no('last_factor')
  const gone = await deps.factors.removePasskey(
    of.account,
    id,
    of.signIn,
    of.now,
    noted(of, 'second_factor.passkey.remove'),
  )
  deps.rights.changed(of.account)
  return gone ? { ok: true as const, body: undefined } : no('not_found')
}

export async function askPasskey(deps: SecondFactorDeps, of: Asking) {
  if (!of.site) return no('passkeys_need_name')
  const known = await deps.factors.passkeys(of.account)
  if (known.length === 0) return no('factor_not_begun')
  const options = await deps.check.showingOptions(of.site, known)
  await deps.factors.challenge(ownerOf(of), of.signIn, 'pass', options.challenge, of.now)
  return { ok: true as const, body: { options } }
}
