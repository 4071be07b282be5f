import type { FederationView } from '@ochno/contract/federation'
import { type Asker, type FederationDeps, RETURN_PATH } from './deps.ts'

export async function showFederation(
  { rows, address }: FederationDeps,
  { tenant }: Asker,
): Promise<FederationView> {
  const [oidc, ldap, directory] = await Promise.all([
    rows.oidc(tenant),
    rows.ldap(tenant),
    rows.directory(tenant),
  ])
  const shownOidc = () => {
    if (!oidc) return null
    const { secret, hosts, ...rest } = oidc
    return { ...rest, hosts: [...hosts], hasSecret: secret !== null }
  }
  const shownLdap = () => {
    if (!ldap) return null
    const { password, ...rest } = ldap
    return { ...rest, hasPassword: password !== null }
  }
  return {
    returnTo: address() + RETURN_PATH,
    signInPage: `${address()}/sign-in?at=${tenant}`,
    oidc: shownOidc(),
    ldap: shownLdap(),
    directory: [...directory],
  }
}
