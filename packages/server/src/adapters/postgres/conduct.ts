import type { ConductEntry, ConductParty } from '@ochno/domain/conduct/entry'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Conduct, Said } from '../../ports/conduct.ts'
import type { TextPlace } from '../../ports/texts.ts'
import { joinTextKey, type KeyRow, type SessionTexts } from './texts.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

/** What people wrote; all else of an entry says who did what to which entry, and lists ask for it. */
const WORDS = ['text', 'reason', 'note', 'justification', 'consequence'] as const
const KEY = joinTextKey('c', 'protocol')

export const placeOf = (session: SessionId, seq: number): TextPlace => ({
  session,
  kept: 'protocol',
  place: `conduct|${seq}`,
})

/** In the open part a word is empty: so it reads when its key was erased. */
export function split(facts: object): { readonly open: object; readonly words: object | null } {
  const words = Object.entries(facts).filter(
    ([name, said]) => (WORDS as readonly string[]).includes(name) && typeof said === 'string',
  )
  const empty = Object.fromEntries(words.map(([name]) => [name, '']))
  return { open: { ...facts, ...empty }, words: words.length ? Object.fromEntries(words) : null }
}

type Sealed = KeyRow & {
  readonly session_id: SessionId
  readonly seq: number
  readonly facts: object
  readonly sealed: Buffer | null
}
const SEALED = 'c.session_id, c.seq, c.facts, c.sealed, tk.kek_id, tk.wrapped'

const wholeFacts = (texts: SessionTexts, row: Sealed): Record<string, unknown> => ({
  ...row.facts,
  ...(row.sealed && (texts.open(placeOf(row.session_id, row.seq), row, row.sealed) as object | null)),
})

type Row = Sealed & {
  at: Date
  party: ConductParty
  said_by: AccountId | null
  full_name: string | null
  kind: ConductEntry['kind']
}

type OfferRow = Sealed & {
  examinee: string
  exam: string
  from: string
  at: Date
}

/** Everything one person said in sessions, for the person. */
export const saidBy = async (sql: Sql, texts: SessionTexts, person: AccountId) =>
  (
    await rowsOf<Sealed & { at: Date; kind: string }>(
      sql,
      `select c.at, c.kind, ${SEALED} from conduct c ${KEY} where c.said_by = $1 order by c.at`,
      [person],
    )
  ).map((row) => ({
    session_id: row.session_id,
    at: row.at,
    kind: row.kind,
    facts: wholeFacts(texts, row),
  }))

const saidOf = (texts: SessionTexts, row: Row): Said => ({
  seq: row.seq,
  party: row.party,
  at: time(row.at),
  by: row.said_by,
  name: row.full_name ?? '',
  entry: { kind: row.kind, ...wholeFacts(texts, row) } as ConductEntry,
})

async function logsWhere(sql: Sql, texts: SessionTexts, where: string, values: readonly unknown[]) {
  const rows = await rowsOf<Row>(
    sql,
    `select c.at, c.party, c.said_by, a.full_name, c.kind, ${SEALED} from conduct c ${KEY}
     left join account a on a.id = c.said_by where ${where} order by c.session_id, c.seq`,
    [...values],
  )
  const logs = Map.groupBy(rows, ({ session_id }) => session_id)
  return new Map([...logs].map(([session, said]) => [session, said.map((row) => saidOf(texts, row))]))
}

export const postgresConduct = (sql: Sql, tenant: TenantId, texts: SessionTexts): Conduct => ({
  read: async (session, after) =>
    (
      await rowsOf<Row>(
        sql,
        `select c.at, c.party, c.said_by, a.full_name, c.kind, ${SEALED} from conduct c ${KEY}
         left join account a on a.id = c.said_by where c.session_id = $1 and c.seq > $2 order by c.seq limit 1000`,
        [session, after],
      )
    ).map((row) => saidOf(texts, row)),
  readAll: (sessions) => logsWhere(sql, texts, 'c.session_id = any ($1)', [sessions]),
  ofKinds: (sessions, kinds) =>
    logsWhere(sql, texts, 'c.session_id = any ($1) and c.kind = any ($2)', [sessions, kinds]),
  add: async (session, { at, party, by, entry }) => {
    const { kind, ...facts } = entry
    const { open, words } = split(facts)
    const [last] = await rowsOf<{ seq: number }>(
      sql,
      'select coalesce(max(seq), 0) as seq from conduct where session_id = $1',
      [session],
    )
    const seq = (last?.seq ?? 0) + 1
    const sealed = words && (await texts.seal(placeOf(session, seq), words))
    await sql.query(
      `insert into conduct (tenant_id, session_id, seq, at, said_by, party, kind, facts, sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tenant, session, seq, stamp(at), by, party, kind, JSON.stringify(open), sealed],
    )
    return seq
  },
  offersTo: async (proctor) =>
    (
      await rowsOf<OfferRow>(
        sql,
        `select ${SEALED}, x.full_name as examinee, e.title as exam, p.full_name as "from", c.at
         from conduct c ${KEY} join session s on s.id = c.session_id join exam e on e.id = s.exam_id
         join account x on x.id = s.examinee_id join account p on p.id = c.said_by
         where c.kind = 'offer' and c.facts->>'to' = $1 and s.deauthorized_at is null
           and exists (select from assignment g where g.session_id = c.session_id and g.proctor_id = c.said_by
             and g.removed_at is null)
           and not exists (select from conduct n where n.session_id = c.session_id and n.kind = 'offer_end'
             and (n.facts->>'of')::integer = c.seq)
         order by c.at limit 50`,
        [proctor],
      )
    ).map((row) => ({
      session: row.session_id,
      seq: row.seq,
      examinee: row.examinee,
      exam: row.exam,
      from: row.from,
      at: time(row.at),
      reason: String(wholeFacts(texts, row).reason),
    })),
  planScans: async (session, { seed, moments }, at) => {
    await sql.query(
      `insert into scan_plan (session_id, tenant_id, seed, moments, drawn_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id) do nothing`,
      [session, tenant, Buffer.from(seed), moments.map(stamp), stamp(at)],
    )
  },
  scanPlan: async (session) => {
    const [row] = await rowsOf<{ seed: Buffer; moments: Date[] }>(
      sql,
      'select seed, moments from scan_plan where session_id = $1',
      [session],
    )
    return row ? { seed: new Uint8Array(row.seed), moments: row.moments.map(time) } : null
  },
})
