// Out to the server of the institution and back: code, PKCE, state and nonce, all tied to one browser and good once.
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { Temporal } from '@ochno/domain/time'
import type { Thread } from '../../ports/federation.ts'
import type { Person } from '../../ports/sign-ins.ts'
import { type Asker, entry, type FederationDeps, type From, no, oidcAsked, RETURN_PATH } from './deps.ts'

const LIFE = Temporal.Duration.from({ minutes: 10 })

/** What only this browser knows, in hexadecimal; everything else of the way follows from it and lies nowhere. */
const thread = ({ digest }: FederationDeps, secret: string): Thread => {
  const made = (use: string) => hex(digest(`${use}|${secret}`))
  return { state: made('state'), nonce: made('nonce'), verifier: made('verifier') }
}
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export async function listEntrances({ rows }: FederationDeps, at: TenantId | undefined) {
  const tenant = at ?? (await rows.only())
  const server = tenant && (await rows.oidc(tenant))
  return { rows: tenant && server ? [{ institution: tenant, name: server.name }] : [] }
}

/** `account`: whose entrance it shall become; null: to sign in. */
export async function openEntrance(
  deps: FederationDeps,
  of: { readonly tenant: TenantId; readonly account: AccountId | null },
  { ip, now }: From,
) {
  const waitS = await deps.throttle.reserve(null, ip, now)
  if (waitS > 0) return no('too_many', waitS)
  const server = await deps.rows.oidc(of.tenant)
  if (!server) return no('not_found')
  const secret = hex(deps.ids.random(32))
  const own = thread(deps, secret)
  const begun = await deps.oidc.begin(oidcAsked(deps, of.tenant, server), deps.address() + RETURN_PATH, own)
  if (!begun.ok) return no('entrance_away')
  await deps.rows.wait(deps.digest(own.state), of, now.add(LIFE), now)
  return { ok: true as const, url: begun.url, secret }
}

const WHY = { refused: 'entrance_refused', failed: 'entrance_failed', away: 'entrance_away' } as const

type Came =
  | { readonly ok: true; readonly did: 'entered'; readonly person: Person }
  | { readonly ok: true; readonly did: 'linked' }

export async function returnFromEntrance(
  deps: FederationDeps,
  given: { readonly query: string; readonly secret: string | null; readonly actor: Asker | null },
  { ip, now }: From,
): Promise<
  | Came
  | ReturnType<
      typeof no<
        'too_many' | 'entrance_stale' | 'not_linked' | 'linked_to_another' | (typeof WHY)[keyof typeof WHY]
      >
    >
> {
  const waitS = await deps.throttle.reserve(null, ip, now)
  if (waitS > 0) return no('too_many', waitS)
  if (given.secret === null) return no('entrance_stale')
  const own = thread(deps, given.secret)
  const waiting = await deps.rows.take(deps.digest(own.state), now)
  const server = waiting && (await deps.rows.oidc(waiting.tenant))
  if (!waiting || !server) return no('entrance_stale')
  // Linked is only what the same person began, still signed in.
  if (waiting.account !== null && given.actor?.account !== waiting.account) return no('entrance_stale')
  const query = new URLSearchParams(given.query)
  if (query.get('state') !== own.state) return no('entrance_stale')
  const back = `${deps.address()}${RETURN_PATH}?${query.toString()}`
  const shown = await deps.oidc.finish(oidcAsked(deps, waiting.tenant, server), back, own)
  if (!shown.ok) return no(WHY[shown.why])
  // The way out was counted too, and is forgiven only to whoever came back.
  await deps.throttle.forgive(null, ip)
  await deps.throttle.forgive(null, ip)
  const { issuer, subject } = shown
  if (waiting.account !== null && given.actor) {
    const linked = await deps.rows.link(
      {
        id: deps.ids.make('fid'),
        tenant: waiting.tenant,
        account: waiting.account,
        issuer,
        subject,
        at: now,
      },
      entry(given.actor, now, 'entrance.link', waiting.account, { issuer }),
    )
    return linked === 'linked' ? { ok: true, did: 'linked' } : no(linked)
  }
  const person = await deps.rows.linked(waiting.tenant, issuer, subject)
  return person && !person.disabled ? { ok: true, did: 'entered', person } : no('not_linked')
}
