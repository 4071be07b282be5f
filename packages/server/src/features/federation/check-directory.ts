import type { TenantId } from '@ochno/domain/ids'
import type { Directory, Federation } from '../../ports/federation.ts'
import type { SecretSeal } from '../../ports/mail.ts'
import { ldapAsked } from './deps.ts'

/** The password of a person whose password the directory keeps. */
export async function checkDirectory(
  deps: { readonly rows: Federation; readonly directory: Directory; readonly seal: SecretSeal },
  of: { readonly tenant: TenantId; readonly login: string },
  password: string,
): Promise<'yes' | 'no' | 'away'> {
  const server = await deps.rows.ldap(of.tenant)
  return server ? deps.directory.check(ldapAsked(deps, of.tenant, server), of.login, password) : 'away'
}
