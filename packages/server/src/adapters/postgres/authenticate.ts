// Cookie -> actor, for every request. The answer is kept for a second, so a revoked sign-in is dead within one (B-06).
import { createHash } from 'node:crypto'
import { type FactorRule, secondFactor } from '@ochno/domain/access/second-factor'
import { mayBeRestricted } from '@ochno/domain/access/sight'
import type { Role } from '@ochno/domain/access/table'
import { rolesNow } from '@ochno/domain/appointment/standing'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { fromMs, type Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type { SignInId } from '../../ports/sign-ins.ts'
import { momentsOf, STANDING, type StandingRow } from './barred.ts'
import { rowsOf, stamp } from './transaction.ts'

type Row = {
  id: SignInId
  account_id: AccountId
  tenant_id: TenantId
  proved_at: Date
  seen_at: Date
  ends_at: Date
  idle_s: number
  language: 'ru' | 'en'
  roles: Role[]
  second_at: Date | null
  enrolled: boolean
  branch: string | null
  leads: boolean
  standing: StandingRow
  only_session: SessionId | null
  /** B-28: when what a code opened is over; half an hour is left to send what was recorded (B-06). */
  only_ends: Date | null
}

const KEEP_MS = 1000
const MOST = 10_000
/** `seen_at` is written at most so often: a GET must not cost a write each time. */
const SEEN_EVERY_MS = 30_000

const SELECT = `select i.id, i.account_id, i.tenant_id, i.proved_at, i.seen_at, i.ends_at, i.idle_s, i.second_at, i.only_session, a.language,
  exists (select 1 from factor_totp f where f.account_id = a.id)
    or exists (select 1 from factor_passkey f where f.account_id = a.id) as enrolled,
  coalesce((select array_agg(r.role) from account_role r where r.account_id = a.id), '{}') as roles,
  (select p.branch_id from account_place p where p.account_id = a.id and p.only_this) as branch,
  exists (select 1 from account_lead l where l.account_id = a.id) as leads,
  ${STANDING},
  coalesce(x.deauthorized_at, greatest(x.closes_at, x.deadline)) + interval '30 minutes' as only_ends
  from sign_in i join account a on a.id = i.account_id left join session x on x.id = i.only_session
  where i.secret_sha256 = $1 and i.ended_at is null and a.disabled_at is null`

export function postgresAuthenticate(auth: pg.Pool, rule: FactorRule) {
  const kept = new Map<string, { row: Row | null; at: number }>()

  async function load(hash: Buffer, key: string, ms: number): Promise<Row | null> {
    const found = kept.get(key)
    if (found && ms >= found.at && ms - found.at < KEEP_MS) return found.row
    const [row] = await rowsOf<Row>(auth, SELECT, [hash])
    if (kept.size >= MOST) kept.clear()
    kept.set(key, { row: row ?? null, at: ms })
    return row ?? null
  }

  return {
    authenticate: async (secret: string, now: Instant, active: boolean) => {
      const hash = createHash('sha256').update(secret).digest()
      const ms = now.epochMilliseconds
      const row = await load(hash, hash.toString('latin1'), ms)
      if (!row || row.ends_at.getTime() <= ms || row.seen_at.getTime() + row.idle_s * 1000 <= ms) return null
      if (row.only_ends && row.only_ends.getTime() <= ms) return null
      if (active && ms - row.seen_at.getTime() > SEEN_EVERY_MS) {
        row.seen_at = new Date(ms)
        await auth.query('update sign_in set seen_at = $2 where id = $1 and seen_at < $2', [
          row.id,
          stamp(now),
        ])
      }
      // SM-14: a suspended proctor keeps his sign-in and what else he is, and watches nothing.
      const roles = rolesNow(row.roles, momentsOf(row.standing), now)
      return {
        language: row.language,
        actor: {
          account: row.account_id,
          tenant: row.tenant_id,
          roles,
          branch: mayBeRestricted(row.roles) ? row.branch : null,
          leads: row.leads,
          only: row.only_session,
          signIn: row.id as string,
          provedAt: fromMs(row.proved_at.getTime()),
          secondFactor: secondFactor({
            roles: row.roles,
            rule,
            enrolled: row.enrolled,
            given: row.second_at !== null,
          }),
        },
      }
    },
    forget: (account: AccountId) => {
      for (const [key, { row }] of kept) if (row === null || row.account_id === account) kept.delete(key)
    },
  }
}
