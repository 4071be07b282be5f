import { no } from '../deps.ts'
import type { Asking, SecondFactorDeps } from './deps.ts'

type Outcome = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** B-21 for codes: a few wrong ones are free, then every next one waits longer. A right one clears the count. */
export async function underLimits<T extends Outcome>(
  deps: SecondFactorDeps,
  of: Asking,
  check: () => Promise<T>,
) {
  // Logins are counted in small letters: nobody can type this name at the sign-in.
  const name = `SECOND ${of.account}`
  const waitS = await deps.throttle.reserve(name, of.ip, of.now)
  if (waitS > 0) return no('too_many', waitS)
  const outcome = await check()
  if (outcome.ok) await deps.throttle.forgive(name, of.ip)
  return outcome
}
