// Ten codes for the day when the telephone is lost; shown once, each used once.
import { RECOVERY_CODES } from '@ochno/domain/access/second-factor'
import { no } from '../deps.ts'
import { type Asking, noted, ownerOf, type SecondFactorDeps } from './deps.ts'

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'
const signs = (bytes: Uint8Array): string => Array.from(bytes, (byte) => SIGNS[byte & 31]).join('')

type Made = { readonly place: string; readonly hash: string; readonly shown: string }

/** The first two signs say which code it is, so that one hash is tried and not ten. */
async function makeCodes(deps: SecondFactorDeps): Promise<readonly Made[] | 'busy'> {
  const made: Made[] = []
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
  return made
}

async function keep(deps: SecondFactorDeps, of: Asking, made: readonly Made[]): Promise<string[]> {
  await deps.factors.setRecovery(ownerOf(of), made, noted(of, 'second_factor.recovery'))
  return made.map(({ shown }) => shown)
}

/**
 * With the first factor come the codes; later ones leave them as they are. They are made before the factor is kept: nobody has a
 * factor and no way back when the machine is busy.
 */
export async function withCodes<T>(
  deps: SecondFactorDeps,
  of: Asking,
  kept: () => Promise<T | null>,
): Promise<T | { readonly ok: true; readonly body: { readonly recovery: string[] | null } } | 'busy'> {
  const made = (await deps.factors.recoveryLeft(of.account)) > 0 ? null : await makeCodes(deps)
  if (made === 'busy') return 'busy'
  const refused = await kept()
  if (refused) return refused
  deps.rights.changed(of.account)
  return { ok: true, body: { recovery: made && (await keep(deps, of, made)) } }
}

export async function renewRecovery(deps: SecondFactorDeps, of: Asking) {
  const [authenticator, passkeys] = await Promise.all([
    deps.factors.authenticator(of.account),
    deps.factors.passkeys(of.account),
  ])
  if (!authenticator && passkeys.length === 0) return no('factor_not_begun')
  const made = await makeCodes(deps)
  return made === 'busy' ? no('busy') : { ok: true as const, body: { recovery: await keep(deps, of, made) } }
}
