// Ten codes for the day when the telephone is lost; shown once, each used once.
import { RECOVERY_CODES } from '@ochno/domain/access/second-factor'
import { no } from '../deps.ts'
import { type Asking, noted, ownerOf, type SecondFactorDeps } from './deps.ts'

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'
const signs = (bytes: Uint8Array): string => Array.from(bytes, (byte) => SIGNS[byte & 31]).join('')

/** The first two signs say which code it is, so that one hash is tried and not ten. */
export async function newRecovery(deps: SecondFactorDeps, of: Asking): Promise<readonly string[] | 'busy'> {
  const made: { place: string; hash: string; shown: string }[] = []
  const places = new Set<string>()
  while (made.length < RECOVERY_CODES) {
    const place = signs(deps.ids.random(2))
    if (places.has(place)) continue
    places.add(place)
    const rest = signs(deps.ids.random(8))
    const hash = await deps.passwords.hash(rest, 'pupil')
    if (hash === 'busy') return 'busy'
    made.push({ place, hash, shown: `${place}-${rest.slice(0, 4)}-${rest.slice(4)}` })
  }
  await deps.factors.setRecovery(ownerOf(of), made, noted(of, 'second_factor.recovery'))
  return made.map(({ shown }) => shown)
}

/** With the first factor come the codes; later ones leave them as they are. */
export async function firstRecovery(deps: SecondFactorDeps, of: Asking): Promise<readonly string[] | null> {
  if ((await deps.factors.recoveryLeft(of.account)) > 0) return null
  const made = await newRecovery(deps, of)
  return made === 'busy' ? null : made
}

export async function renewRecovery(deps: SecondFactorDeps, of: Asking) {
  const [authenticator, passkeys] = await Promise.all([
    deps.factors.authenticator(of.account),
    deps.factors.passkeys(of.account),
  ])
  if (!authenticator && passkeys.length === 0) return no('factor_not_begun')
  const made = await newRecovery(deps, of)
  return made === 'busy' ? no('busy') : { ok: true as const, body: { recovery: [...made] } }
}
