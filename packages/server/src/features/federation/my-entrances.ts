import type { Instant } from '@ochno/domain/time'
import type { LinkId } from '../../ports/federation.ts'
import { type Asker, entry, type FederationDeps, no } from './deps.ts'

export async function myEntrances({ rows }: FederationDeps, { account, tenant }: Asker) {
  const [server, links, directory] = await Promise.all([
    rows.oidc(tenant),
    rows.links(account),
    rows.directory(tenant),
  ])
  return {
    name: server?.name ?? null,
    directory: directory.some((one) => one.account === account),
    links: links.map(({ id, issuer, at }) => ({ id, issuer, at: at.toString() })),
  }
}

export async function unlinkEntrance({ rows }: FederationDeps, asker: Asker, id: LinkId, now: Instant) {
  const gone = await rows.unlink(asker.account, id, entry(asker, now, 'entrance.unlink', asker.account))
  return gone ? { ok: true as const, body: undefined } : no('not_found')
}
