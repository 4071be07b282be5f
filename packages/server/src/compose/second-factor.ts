// Second factors: authenticators, passkeys, recovery codes.
import { secondFactorRoutes } from '@ochno/contract/second-factor'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { passkeyCheck } from '../adapters/passkeys/check.ts'
import { postgresFactors } from '../adapters/postgres/factors.ts'
import { base32, totpCode } from '../adapters/system/totp.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { secondFactorHandlers } from '../http/second-factor.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeSecondFactor(
  base: Base,
  from: { readonly keys: KeyFiles; readonly signIn: SignInDeps; readonly address: () => string },
): Part {
  const files = fileSeal(from.keys.kek, 'factor')
  const deps = {
    ...from.signIn,
    rule: from.signIn.factorRule,
    factors: postgresFactors(base.pools.auth, base.ids),
    check: passkeyCheck,
    codeOf: totpCode,
    wallMs: base.wallMs,
    seal: (id: string, key: Uint8Array) => {
      const { key: own, stored } = files.seal(id, key)
      return { ...own, stored }
    },
    open: (id: string, { kek, wrapped, stored }: { kek: string; wrapped: Uint8Array; stored: Uint8Array }) =>
      files.open(id, { kek, wrapped }, stored),
  }
  return {
    routes: mounted(secondFactorRoutes, secondFactorHandlers(deps, { shown: base32, address: from.address })),
  }
}
