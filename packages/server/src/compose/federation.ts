// Signing in with what the institution already has: OpenID Connect and LDAP.
import { federationRoutes } from '@ochno/contract/federation'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import { ldapDirectory } from '../adapters/ldap/directory.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { openidClient } from '../adapters/oidc/client.ts'
import { postgresFederation } from '../adapters/postgres/federation.ts'
import { checkDirectory } from '../features/federation/check-directory.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { federationHandlers } from '../http/federation.ts'
import type { SecretSeal } from '../ports/mail.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

function secretSeal(keys: KeyFiles): SecretSeal {
  const files = fileSeal(keys.kek, 'federation')
  return {
    seal: (id, secret) => {
      const { key, stored } = files.seal(id, new TextEncoder().encode(secret))
      return { ...key, stored }
    },
    open: (id, { kek, wrapped, stored }) =>
      new TextDecoder().decode(files.open(id, { kek, wrapped }, stored)),
  }
}

/** Signing in asks it for people whose password the directory keeps. */
export function directoryPasswords({ pools, ids }: Base, keys: KeyFiles): SignInDeps['directory'] {
  const deps = {
    rows: postgresFederation(pools.auth, ids),
    directory: ldapDirectory(),
    seal: secretSeal(keys),
  }
  return (of, password) => checkDirectory(deps, of, password)
}

export function composeFederation(
  base: Base,
  from: { readonly keys: KeyFiles; readonly signIn: SignInDeps; readonly address: () => string },
): Part {
  const { digest, ids, throttle, rights } = from.signIn
  const deps = {
    rows: postgresFederation(base.pools.auth, base.ids),
    oidc: openidClient(),
    directory: ldapDirectory(),
    seal: secretSeal(from.keys),
    digest,
    ids,
    throttle,
    rights,
    address: from.address,
  }
  return { routes: mounted(federationRoutes, federationHandlers(deps, from.signIn)) }
}
