import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Happened } from '@ochno/domain/protocol/happened'
import type { ProtocolDraft } from '@ochno/domain/protocol/draft'
import type { EventType } from '@ochno/domain/scheduling/event'
import { instant } from '@ochno/domain/time'
import type {
  OverSession,
  PaperId,
  ProtocolEdition,
  ProtocolFacts,
  Protocols,
  SessionPaper,
  SignedMark,
} from '../../ports/protocols.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type DraftRow = Omit<ProtocolDraft, 'failure'> & {
  failure: (Omit<NonNullable<ProtocolDraft['failure']>, 'from' | 'to'> & { from: string; to: string }) | null
}
type MarkRow = Omit<SignedMark, 'from' | 'to'> & { from: string; to: string | null }
type Kept<One> = One extends Happened ? Omit<One, 'from' | 'to'> & { from: string; to: string | null } : never
type HappenedRow = Kept<Happened>
type FactsRow = Omit<ProtocolFacts, 'draft' | 'marks' | 'happened'> & {
  draft: DraftRow
  marks: MarkRow[]
  happened?: HappenedRow[]
}

type EditionRow = {
  edition: number
  number: string
  facts: FactsRow
  reason: string | null
  signed_by: AccountId
  full_name: string
  signed_at: Date
  handed_over_at: Date | null
}

type OverRow = {
  session_id: SessionId
  exam_id: ExamId
  title: string
  event: EventType
  examinee: string
  grp: string | null
  ended_at: Date
  mine: boolean
  writing: boolean
  edition: number | null
  number: string | null
  handed_over_at: Date | null
}

type PaperRow = Omit<SessionPaper, 'session' | 'key' | 'madeAt'> & {
  id: PaperId
  session_id: SessionId
  kek_id: string
  sealed_key: Uint8Array
  made_at: Date
}

const draftOf = (row: DraftRow): ProtocolDraft => ({
  ...row,
  failure: row.failure && {
    ...row.failure,
    from: instant(row.failure.from),
    to: instant(row.failure.to),
  },
})

const timed = <Row extends { from: string; to: string | null }>(row: Row) => ({
  ...row,
  from: instant(row.from),
  to: row.to === null ? null : instant(row.to),
})

const factsOf = ({ happened, ...row }: FactsRow): ProtocolFacts => ({
  ...row,
  draft: draftOf(row.draft),
  marks: row.marks.map(timed),
  ...(happened ? { happened: happened.map(timed) } : {}),
})

const editionOf = (row: EditionRow): ProtocolEdition => ({
  edition: row.edition,
  number: row.number,
  facts: factsOf(row.facts),
  reason: row.reason,
  signedBy: row.signed_by,
  signedByName: row.full_name,
  signedAt: time(row.signed_at),
  handedOverAt: timeOrNull(row.handed_over_at),
})

function stateOf({ writing, edition, handed_over_at }: OverRow): OverSession['state'] {
  if (edition === null) return writing ? 'draft' : null
  if (writing) return 'correcting'
  return handed_over_at === null ? 'signed' : 'handed_over'
}

export const postgresProtocols = (sql: Sql, tenant: TenantId): Protocols => ({
  ofSession: async (session) => {
    const [row] = await rowsOf<{ revision: number; draft: DraftRow | null; seen: number }>(
      sql,
      'select revision, draft, seen from protocol where session_id = $1',
      [session],
    )
    if (!row) return null
    const editions = await rowsOf<EditionRow>(
      sql,
      `select p.*, a.full_name from protocol_edition p join account a on a.id = p.signed_by
       where p.session_id = $1 order by p.edition`,
      [session],
    )
    return {
      session,
      revision: row.revision,
      draft: row.draft && draftOf(row.draft),
      seen: row.seen,
      editions: editions.map(editionOf),
    }
  },
  over: async (reader, onlyAssigned) =>
    (
      await rowsOf<OverRow>(
        sql,
        `select s.id as session_id, s.exam_id, e.title, coalesce(e.card ->> 'event', 'exam') as event, a.full_name as examinee, g.name as grp,
           coalesce(s.deauthorized_at, s.closes_at) as ended_at, mine.session_id is not null as mine,
           p.draft is not null as writing, d.edition, d.number, d.handed_over_at
         from session s join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
         -- Acts whose protocol is known; of an own act the institution writes its own.
         join exam_rules r on r.exam_id = e.id join act_edition t on t.id = r.act_id and t.preset in ('000', '001', '003', '004')
         left join people_group_member gm on gm.account_id = a.id left join people_group g on g.id = gm.group_id
         left join lateral (select s.id as session_id where exists (select from assignment m where m.session_id = s.id
           and m.proctor_id = $1 and m.removed_at is null) or exists (select from review r where r.session_id = s.id and r.kind = 'first' and r.reviewer_id = $1)) mine on true
         left join protocol p on p.session_id = s.id
         left join lateral (select edition, number, handed_over_at from protocol_edition d
           where d.session_id = s.id order by edition desc limit 1) d on true
         where s.authorized_at is not null and s.deauthorized_at is not null and coalesce(e.card ->> 'event', 'exam') <> 'lesson'
           and (not $2 or mine.session_id is not null)
         order by ended_at desc, s.id`,
        [reader, onlyAssigned],
      )
    ).map((row) => ({
      session: row.session_id,
      exam: row.exam_id,
      examTitle: row.title,
      event: row.event,
      examinee: row.examinee,
      group: row.grp,
      endedAt: time(row.ended_at),
      mine: row.mine,
      state: stateOf(row),
      number: row.number,
    })),
  saveDraft: async (session, draft, seen, by, at) => {
    await sql.query(
      `insert into protocol (session_id, tenant_id, revision, draft, changed_by, changed_at, seen) values ($1, $2, 1, $3, $4, $5, $6)
       on conflict (session_id) do update set revision = protocol.revision + 1, draft = excluded.draft,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at, seen = excluded.seen`,
      [session, tenant, JSON.stringify(draft), by, stamp(at), seen],
    )
  },
  numberOf: async (session) => {
    const taken = async () =>
      (
        await rowsOf<{ number: number | null }>(sql, 'select number from protocol where session_id = $1', [
          session,
        ])
      )[0]?.number ?? null
    const known = await taken()
    if (known !== null) return known
    await sql.query("select pg_advisory_xact_lock(hashtextextended('protocol ' || $1, 0))", [tenant])
    await sql.query(
      `update protocol set number = (select coalesce(max(number), 0) + 1 from protocol)
       where session_id = $1 and number is null`,
      [session],
    )
    return (await taken()) ?? 0
  },
  addEdition: async (session, edition) => {
    await sql.query(
      `insert into protocol_edition (session_id, tenant_id, edition, number, facts, reason, signed_by, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        session,
        tenant,
        edition.edition,
        edition.number,
        JSON.stringify(edition.facts),
        edition.reason,
        edition.signedBy,
        stamp(edition.signedAt),
      ],
    )
    await sql.query('update protocol set draft = null, revision = revision + 1 where session_id = $1', [
      session,
    ])
  },
  handOver: async (session, edition, at) => {
    await sql.query(
      'update protocol_edition set handed_over_at = $3 where session_id = $1 and edition = $2 and handed_over_at is null',
      [session, edition, stamp(at)],
    )
  },
  papers: async (session) =>
    (
      await rowsOf<PaperRow>(
        sql,
        'select * from session_paper where session_id = $1 and sealed_key is not null order by made_at, form, kind desc',
        [session],
      )
    ).map(({ session_id, kek_id, sealed_key, made_at, ...row }) => ({
      ...row,
      session: session_id,
      key: { kek: kek_id, wrapped: sealed_key },
      madeAt: time(made_at),
    })),
  addPaper: async (paper) => {
    await sql.query(
      `insert into session_paper (id, tenant_id, session_id, edition, form, name, kind, bytes, sha256, kek_id, sealed_key, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        paper.id,
        tenant,
        paper.session,
        paper.edition,
        paper.form,
        paper.name,
        paper.kind,
        paper.bytes,
        paper.sha256,
        paper.key.kek,
        paper.key.wrapped,
        stamp(paper.madeAt),
      ],
    )
  },
})
