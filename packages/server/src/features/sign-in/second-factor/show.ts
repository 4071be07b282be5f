import type { SecondFactorView } from '@ochno/contract/second-factor'
import type { SecondFactor } from '@ochno/domain/access/second-factor'
import { type Asking, needsOne, type SecondFactorDeps } from './deps.ts'

export async function showSecondFactor(
  deps: SecondFactorDeps,
  of: Asking,
  state: SecondFactor,
): Promise<SecondFactorView> {
  const [authenticator, passkeys, recoveryLeft] = await Promise.all([
    deps.factors.authenticator(of.account),
    deps.factors.passkeys(of.account),
    deps.factors.recoveryLeft(of.account),
  ])
  return {
    state,
    required: needsOne(deps, of),
    authenticatorSince: authenticator?.confirmedAt.toString() ?? null,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
      id,
      name,
      createdAt: createdAt.toString(),
      usedAt: usedAt?.toString() ?? null,
    })),
    recoveryLeft,
    passkeysPossible: of.site !== null,
  }
}
