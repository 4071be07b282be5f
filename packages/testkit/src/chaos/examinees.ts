// Examinees in the middle of their exam, made straight in the database: hundreds of sign-ins would be another test.
import { createHash, randomBytes } from 'node:crypto'
import { idFrom, type SessionId } from '@ochno/domain/ids'
import pg from 'pg'
import { type Hello, httpLane, type Seat, type Server } from './lanes.ts'

export type Examinee = {
  readonly sid: SessionId
  readonly cookie: string
  readonly device: string
}

const made = (tag: string) => idFrom(tag, randomBytes(16))

export async function seedExaminees(ownerUrl: string, count: number): Promise<Examinee[]> {
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  const [tenant, exam, teacher] = [made('ten'), made('exm'), made('acc')]
  const people = Array.from({ length: count }, () => ({
    account: made('acc'),
    sid: made('ses') as SessionId,
    signIn: made('sig'),
    secret: randomBytes(32).toString('base64url'),
    device: randomBytes(16).toString('hex'),
  }))
  const hash = (secret: string) => createHash('sha256').update(secret).digest()
  const column = (pick: (person: (typeof people)[number]) => unknown) => people.map(pick)
  const span = "now() - interval '1 minute', now() + interval '1 day'"
  await db.query("insert into tenant (id, name, created_at) values ($1, 'Load', now())", [tenant])
  await db.query(
    "insert into account (id, tenant_id, login, full_name, created_at) values ($1, $2, $1, 'Teacher', now())",
    [teacher, tenant],
  )
  await db.query(
    `insert into exam (id, tenant_id, title, opens_at, closes_at, length_minutes, created_by, created_at)
     values ($1, $2, 'Load', ${span}, 600, $3, now())`,
    [exam, tenant, teacher],
  )
  await db.query(
    `insert into account (id, tenant_id, login, full_name, created_at)
     select id, $2, id, 'Examinee', now() from unnest($1::text[]) as id`,
    [column((p) => p.account), tenant],
  )
  await db.query("insert into account_role select $2, id, 'examinee' from unnest($1::text[]) as id", [
    column((p) => p.account),
    tenant,
  ])
  await db.query(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes,
       authorized_at, deadline, created_at)
     select s, $3, $4, a, 'in_progress', ${span}, 600, now() - interval '1 minute', now() + interval '1 day', now()
     from unnest($1::text[], $2::text[]) as x(s, a)`,
    [column((p) => p.sid), column((p) => p.account), tenant, exam],
  )
  await db.query(
    `insert into sign_in (id, tenant_id, account_id, secret_sha256, created_at, proved_at, seen_at, ends_at, idle_s)
     select i, $4, a, h, now(), now(), now(), now() + interval '1 day', 86400
     from unnest($1::text[], $2::text[], $3::bytea[]) as x(i, a, h)`,
    [column((p) => p.signIn), column((p) => p.account), column((p) => hash(p.secret)), tenant],
  )
  await db.end()
  return people.map(({ sid, secret, device }) => ({ sid, device, cookie: `__Host-sid=${secret}` }))
}

const headers = (server: Server, { cookie }: Examinee) => ({
  cookie,
  origin: server.origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
})

export async function takeLease(server: Server, examinee: Examinee): Promise<Seat> {
  const http = httpLane(server)
  try {
    const { status, body } = await http.call(
      'POST',
      `/api/sessions/${examinee.sid}/lease`,
      headers(server, examinee),
      {
        device: examinee.device,
      },
    )
    if (status !== 200) throw new Error(`lease refused: ${status} ${body}`)
    const { lease } = JSON.parse(body) as { lease: string }
    return { sid: examinee.sid, lease, cookie: examinee.cookie }
  } finally {
    http.close()
  }
}

export async function tracksOf(server: Server, examinee: Examinee, seat: Seat): Promise<Hello['tracks']> {
  const http = httpLane(server)
  try {
    const path = `/ingest/v1/sessions/${seat.sid}/tracks?lease=${seat.lease}`
    const { status, body } = await http.call('GET', path, headers(server, examinee))
    if (status !== 200) throw new Error(`no tracks: ${status} ${body}`)
    return (JSON.parse(body) as Hello).tracks
  } finally {
    http.close()
  }
}
