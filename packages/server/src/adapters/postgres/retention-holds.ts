// What keeps a recording, closes it to everybody, or is disputed of it.
import type { ClaimKind } from '@ochno/domain/retention/claim'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Blocked, HoldId, InstitutionsHolding, Retention } from '../../ports/retention.ts'
import { asTenant, rowsOf, type Sql, stamp } from './transaction.ts'

/** P-15: decided that nobody uses it any more; its term runs on, and only a later «as before» opens it. */
export const stoppedWhere = (session: string): string =>
  `exists (select from retention_hold h where h.session_id = ${session} and h.outcome = 'stopped'
    and not exists (select from retention_hold l where l.session_id = h.session_id and l.outcome = 'stands'
      and l.released_at > h.released_at))`

export const holds = (
  sql: Sql,
  tenant: TenantId,
): Pick<
  Retention,
  | 'hold'
  | 'heldAbout'
  | 'decideClaim'
  | 'blocked'
  | 'heldTo'
  | 'lookAgain'
  | 'overdueHolds'
  | 'toldToLook'
  | 'release'
> => ({
  hold: async ({ id, session, reason, reviewOn, blocks, about, claim, by, at }) => {
    await sql.query(
      `insert into retention_hold (id, tenant_id, session_id, reason, review_on, blocks, placed_by, placed_at, about, claim)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, tenant, session, reason, reviewOn.toString(), blocks, by, stamp(at), about, claim],
    )
  },
  heldAbout: async (id) => {
    const [row] = await rowsOf<{ about: ClaimKind | null }>(
      sql,
      'select about from retention_hold where id = $1 and released_at is null for no key update',
      [id],
    )
    return row ?? null
  },
  decideClaim: async (id, { outcome, words }) => {
    await sql.query('update retention_hold set outcome = $2, decision = $3 where id = $1', [
      id,
      outcome,
      words,
    ])
  },
  blocked: (session) => blockedIn(sql, session),
  heldTo: async (id) => {
    const [row] = await rowsOf<{ session_id: SessionId }>(
      sql,
      'select session_id from retention_hold where id = $1 and released_at is null for no key update',
      [id],
    )
    return row?.session_id ?? null
  },
  lookAgain: async (id, reason, reviewOn) => {
    await sql.query(
      'update retention_hold set reason = $2, review_on = $3, review_told_on = null where id = $1',
      [id, reason, reviewOn.toString()],
    )
  },
  overdueHolds: async (today) =>
    (
      await rowsOf<{
        id: HoldId
        session_id: SessionId
        placed_by: AccountId
        title: string
        examinee: string
      }>(
        sql,
        `select h.id, h.session_id, h.placed_by, e.title, a.full_name as examinee from retention_hold h
         join session s on s.id = h.session_id join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
         where h.released_at is null and h.review_on <= $1 and h.review_told_on is null order by h.review_on, h.id
         for no key update of h skip locked`,
        [today.toString()],
      )
    ).map(({ id, session_id, placed_by, title, examinee }) => ({
      id,
      session: session_id,
      by: placed_by,
      examTitle: title,
      examinee,
    })),
  toldToLook: async (id, on) => {
    await sql.query('update retention_hold set review_told_on = $2 where id = $1', [id, on.toString()])
  },
  release: async (id, by, at) => {
    const [row] = await rowsOf<{ session_id: SessionId }>(
      sql,
      `update retention_hold set released_by = $2, released_at = $3 where id = $1 and released_at is null
       returning session_id`,
      [id, by, stamp(at)],
    )
    return row?.session_id ?? null
  },
})

/**
 * Closed by a hold that says so (P-31), because a dispute ended so (P-15), or because the consent it rested on alone was taken
 * back (P-14): before its result is announced whoever reviews and decides still needs it, afterwards only an appeal opens it,
 * until that is closed.
 */
export const blockedWhere = (session: string): string =>
  `(exists (select from retention_hold h where h.session_id = ${session} and h.blocks and h.released_at is null)
    or ${stoppedWhere(session)}
    or exists (select from withdrawal_effect w join consent c on c.id = w.consent_id where w.session_id = ${session}
      and w.phase = 'after' and w.voluntary and c.kind in ('proctoring_informed', 'biometric')
      and exists (select from decision d where d.session_id = ${session} and d.published_at is not null)
      and not exists (select from appeal p where p.session_id = ${session} and p.state <> 'closed')))`

const blockedIn = async (sql: Sql, session: SessionId): Promise<boolean> => {
  const [row] = await rowsOf<{ blocked: boolean }>(sql, `select ${blockedWhere('$1::text')} as blocked`, [
    session,
  ])
  return row?.blocked ?? false
}

export const postgresBlocked =
  (app: pg.Pool): Blocked =>
  (tenant, session) =>
    asTenant(app, tenant, (sql) => blockedIn(sql, session))

export const postgresInstitutionsHolding =
  (auth: pg.Pool): InstitutionsHolding =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from retention_hold where released_at is null and review_told_on is null',
      )
    ).map(({ tenant_id }) => tenant_id)
