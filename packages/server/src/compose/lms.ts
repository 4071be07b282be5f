// Launches from a learning platform.
import { lmsRoutes } from '@ochno/contract/lms'
import type { TenantId } from '@ochno/domain/ids'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import { launchTokens } from '../adapters/lti/tokens.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { postgresFederation } from '../adapters/postgres/federation.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import type { LmsDeps } from '../features/lms/deps.ts'
import { answerOrigins } from '../features/lms/platforms.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { lmsHandlers } from '../http/lms.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

type LmsPart = Part & {
  /** Where the page of a launch may post its answer. */
  readonly origins: (tenant: TenantId) => Promise<readonly string[]>
}

export function composeLms(
  { pools, ids, clock }: Base,
  from: { readonly keys: KeyFiles; readonly signIn: SignInDeps; readonly address: () => string },
): LmsPart {
  const files = fileSeal(from.keys.kek, 'lms')
  const deps: LmsDeps = {
    store: postgresStore(pools.app, ids),
    people: postgresFederation(pools.auth, ids),
    tokens: launchTokens(clock.mono),
    seal: {
      seal: (id, secret) => {
        const { key, stored } = files.seal(id, new TextEncoder().encode(secret))
        return { ...key, stored }
      },
      open: (id, { kek, wrapped, stored }) =>
        new TextDecoder().decode(files.open(id, { kek, wrapped }, stored)),
    },
    digest: from.signIn.digest,
    ids,
    throttle: from.signIn.throttle,
    address: from.address,
  }
  return {
    routes: mounted(lmsRoutes, lmsHandlers(deps, from.signIn)),
    origins: (tenant) => answerOrigins(deps, tenant),
  }
}
