import type { AccountId, SessionId, TenantId, TicketId } from '@ochno/domain/ids'
import type { TicketState } from '@ochno/domain/lifecycle/simple'
import type { TicketFacts, Tickets } from '../../ports/support.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: TicketId
  no: number
  asked_by: AccountId
  topic: string
  session_id: SessionId | null
  exam_now: boolean
  unit: string | null
  part_id: string | null
  part_name: string | null
  state: TicketState
  taken_by: AccountId | null
  device: string | null
  opened_at: Date
  asker: string
  exam: string | null
  taker: string | null
  words: { by: AccountId; name: string; at: string; text: string }[]
}

const COLUMNS = `k.id, k.no, k.asked_by, k.topic, k.session_id, k.exam_now, k.unit, k.part_id, i.name as part_name, k.state, k.taken_by, k.device, k.opened_at,
  a.full_name as asker, e.title as exam, w.full_name as taker,
  coalesce((select json_agg(json_build_object('by', s.said_by, 'name', p.full_name, 'at', s.said_at, 'text', s.text) order by s.id)
    from support_word s join account p on p.id = s.said_by where s.ticket_id = k.id), '[]') as words`
const FROM = `from support_ticket k join account a on a.id = k.asked_by left join account w on w.id = k.taken_by
  left join institution_part i on i.id = k.part_id
  left join session n on n.id = k.session_id left join exam e on e.id = n.exam_id`
const SELECT = `select ${COLUMNS} ${FROM}`

const factsOf = (row: Row): TicketFacts => ({
  id: row.id,
  no: row.no,
  askedBy: row.asked_by,
  topic: row.topic,
  session: row.session_id,
  examNow: row.exam_now,
  unit: row.unit,
  part: row.part_id,
  partName: row.part_name,
  state: row.state,
  takenBy: row.taken_by,
  device: row.device,
  openedAt: time(row.opened_at),
  asker: row.asker,
  exam: row.exam,
  taker: row.taker,
  words: row.words.map((word) => ({ ...word, at: time(new Date(word.at)).toString() })),
})

export const postgresTickets = (sql: Sql, tenant: TenantId): Tickets => {
  const many = async (rest: string, values: unknown[]) =>
    (await rowsOf<Row>(sql, `${SELECT} ${rest}`, values)).map(factsOf)
  return {
    open: async (ticket, most) => {
      // Two who ask at once wait for each other here: numbers have no hole, and nobody passes the limit.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [tenant])
      const [row] = await rowsOf<{ no: number }>(
        sql,
        `insert into support_ticket
           (id, tenant_id, no, asked_by, topic, session_id, exam_now, unit, state, taken_by, device, opened_at, changed_at, part_id)
         select $1, $2, coalesce((select max(no) from support_ticket), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $13
         where (select count(*) from support_ticket where asked_by = $3 and state <> 'closed') < $12 returning no`,
        [
          ticket.id,
          tenant,
          ticket.askedBy,
          ticket.topic,
          ticket.session,
          ticket.examNow,
          ticket.unit,
          ticket.state,
          ticket.takenBy,
          ticket.device,
          stamp(ticket.openedAt),
          most,
          ticket.part,
        ],
      )
      return row?.no ?? null
    },
    find: async (id) => (await many('where k.id = $1', [id]))[0] ?? null,
    hold: async (id) => (await many('where k.id = $1 for no key update of k', [id]))[0] ?? null,
    ofAccount: (account) => many('where k.asked_by = $1 order by k.opened_at desc, k.id', [account]),
    queue: async ({ closed, find, mine }, page) => {
      const found = await readPage<Row>(
        sql,
        tenant,
        {
          name: closed ? 'tickets-closed' : 'tickets',
          select: COLUMNS,
          from: `${FROM} where (k.state in ('solved', 'closed')) = $1 and $3::text[] is not null
            and ($2 = '' or k.no::text = $2 or position(lower($2) in lower(concat_ws(' ', a.full_name, e.title))) > 0
              or exists (select from support_word s where s.ticket_id = k.id and position(lower($2) in lower(s.text)) > 0))`,
          values: [closed, find, mine],
          by: closed
            ? [
                { sql: 'k.changed_at', as: 'timestamptz', down: true },
                { sql: 'k.id', as: 'text' },
              ]
            : [
                {
                  sql: '(case when k.exam_now then 0 when k.part_id = any ($3) then 1 else 2 end)',
                  as: 'int',
                },
                { sql: 'k.opened_at', as: 'timestamptz' },
                { sql: 'k.id', as: 'text' },
              ],
        },
        page,
      )
      return found && { ...found, rows: found.rows.map(factsOf) }
    },
    move: async (id, { state, takenBy }, at) => {
      await sql.query('update support_ticket set state = $2, taken_by = $3, changed_at = $4 where id = $1', [
        id,
        state,
        takenBy,
        stamp(at),
      ])
    },
    say: async (id, by, text, at) => {
      await sql.query(
        'insert into support_word (tenant_id, ticket_id, said_by, said_at, text) values ($1, $2, $3, $4, $5)',
        [tenant, id, by, stamp(at), text],
      )
    },
  }
}
