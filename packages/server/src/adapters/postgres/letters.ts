// A letter and the job that sends it are written together; the sweep of every minute finds whatever is left.
import type { AccountId, NoticeId, TenantId } from '@ochno/domain/ids'
import { dueAt, type Handling, type QuietHours } from '@ochno/domain/notice/letter'
import type pg from 'pg'
import type { ClaimedLetter, DueLetters, LetterFacts, LetterId, Letters } from '../../ports/mail.ts'
import { inBatches } from './batches.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Post = { readonly zone: string; readonly quiet: QuietHours | null }
type ClaimedRow = {
  id: LetterId
  to_account: AccountId
  kind: LetterFacts['kind']
  facts: LetterFacts['facts']
  queued_at: Date
  ends_at: Date | null
  tries: number
  email: string | null
  login: string
  language: 'ru' | 'en'
  disabled: boolean
}

export function postgresLetters(sql: Sql, tenant: TenantId): Letters {
  let post: Promise<Post | null> | null = null
  /** Null: the institution sends no letters. Asked once in a transaction, however many are told. */
  const settings = () => {
    post ??= rowsOf<{ zone: string; quiet_from: string | null; quiet_until: string | null }>(
      sql,
      'select t.zone, m.quiet_from, m.quiet_until from mail_server m join tenant t on t.id = m.tenant_id',
    ).then(([row]) =>
      row
        ? {
            zone: row.zone,
            quiet:
              row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
          }
        : null,
    )
    return post
  }
  const postAll: Letters['postAll'] = async (letters) => {
    const by = letters.length > 0 ? await settings() : null
    if (!by) return 0
    let posted = 0
    await inBatches(letters, async (some) => {
      const written = await rowsOf(
        sql,
        `with posted as (
           insert into letter (id, tenant_id, to_account, kind, notice_id, facts, email, queued_at, due_at, ends_at)
           select given.id, $1, a.id, given.kind, given.notice_id, given.facts, given.email, given.queued_at, given.due_at,
             given.ends_at
           from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::timestamptz[],
               $9::timestamptz[], $10::timestamptz[])
             as given(id, to_account, kind, notice_id, facts, email, queued_at, due_at, ends_at)
           join account a on a.id = given.to_account
           where a.disabled_at is null and coalesce(given.email, a.email) is not null
           on conflict (id) do nothing returning id, due_at)
         insert into outbox (tenant_id, task, key, run_at, payload)
         select $1, 'send_letter', 'letter:' || id, due_at, jsonb_build_object('tenant', $1::text, 'letter', id) from posted
         returning 1`,
        [
          tenant,
          some.map(({ id }) => id),
          some.map(({ to }) => to),
          some.map(({ kind }) => kind),
          some.map(({ notice }) => notice),
          some.map(({ facts }) => JSON.stringify(facts)),
          some.map(({ email }) => email),
          some.map(({ queuedAt }) => stamp(queuedAt)),
          some.map((letter) => stamp(dueAt(letter, by.quiet, by.zone, letter.queuedAt))),
          some.map(({ endsAt }) => stamp(endsAt)),
        ],
      )
      posted += written.length
    })
    return posted
  }
  return {
    post: async (letter) => (await postAll([letter])) > 0,
    postAll,
    recent: async (to, kind, since) => {
      const [row] = await rowsOf<{ count: number }>(
        sql,
        'select count(*)::int as count from letter where to_account = $1 and kind = $2 and queued_at > $3',
        [to, kind, stamp(since)],
      )
      return row?.count ?? 0
    },
    claim: async (id, now, until) => {
      const [row] = await rowsOf<ClaimedRow>(
        sql,
        `update letter l set claimed_until = $3 from account a
         where l.id = $1 and a.id = l.to_account and l.handling = 'queued' and l.due_at <= $2
           and (l.claimed_until is null or l.claimed_until <= $2)
         returning l.id, l.to_account, l.kind, l.facts, l.queued_at, l.ends_at, l.tries,
           coalesce(l.email, a.email) as email, a.login, a.language, a.disabled_at is not null as disabled`,
        [id, stamp(now), stamp(until)],
      )
      return row ? claimed(row) : null
    },
    settle: async (id, as, at, why, said) => {
      await sql.query(
        `update letter set handling = $2, handled_at = $3, why = $4, said = $5, claimed_until = null,
           tries = tries + 1 where id = $1 and handling = 'queued'`,
        [id, as, stamp(at), why, said],
      )
    },
    putOff: async (id, until, tries, why, said) => {
      await sql.query(
        `update letter set due_at = $2, tries = $3, why = $4, said = $5, claimed_until = null
         where id = $1 and handling = 'queued'`,
        [id, stamp(until), tries, why, said],
      )
    },
    ofExam: async (exam) =>
      new Map(
        (
          await rowsOf<{
            notice_id: NoticeId
            handling: Handling
            at: Date
            why: string | null
            said: string | null
          }>(
            sql,
            `select l.notice_id, l.handling, coalesce(l.handled_at, l.due_at) as at, l.why, l.said
             from letter l join notice n on n.id = l.notice_id where n.about = $1`,
            [exam],
          )
        ).map(({ notice_id, handling, at, why, said }) => [
          notice_id,
          { handling, at: time(at), why, said: said ?? '' },
        ]),
      ),
    email: async (account) => {
      const [row] = await rowsOf<{ email: string | null }>(sql, 'select email from account where id = $1', [
        account,
      ])
      return row?.email ?? null
    },
    setEmail: async (account, email, at) => {
      await sql.query(
        `update invitation set ends_at = $2 where account_id = $1 and used_at is null and ends_at > $2
     and (purpose = 'reset' or created_at in (select queued_at from letter
       where to_account = $1 and kind = 'invitation' and handling <> 'queued'))`,
        [account, stamp(at)],
      )
      await sql.query('update account set email = $2 where id = $1', [account, email])
    },
    withEmail: async (accounts) =>
      new Set(
        (
          await rowsOf<{ id: AccountId }>(
            sql,
            'select id from account where id = any ($1) and email is not null',
            [accounts],
          )
        ).map(({ id }) => id),
      ),
  }
}

const claimed = ({ kind, facts, ...row }: ClaimedRow): ClaimedLetter => ({
  ...({ kind, facts } as LetterFacts),
  id: row.id,
  to: row.to_account,
  queuedAt: time(row.queued_at),
  endsAt: timeOrNull(row.ends_at),
  tries: row.tries,
  email: row.email,
  login: row.login,
  language: row.language,
  disabled: row.disabled,
})

/** The role of sign-in sees letters of every institution, and only reads them. A server that fails is left alone for a while. */
export const postgresDueLetters =
  (auth: pg.Pool): DueLetters =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId; id: LetterId }>(
        auth,
        `select l.tenant_id, l.id from letter l join mail_server m on m.tenant_id = l.tenant_id
         where l.handling = 'queued' and l.due_at <= $1 and (l.claimed_until is null or l.claimed_until <= $1)
           and (m.paused_until is null or m.paused_until <= $1)
         order by l.due_at, l.id limit 500`,
        [stamp(now)],
      )
    ).map((row) => ({ tenant: row.tenant_id, letter: row.id }))
