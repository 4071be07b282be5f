// Everything kept about one person. Staff are roles here, other people are left out (P-30, 152-FZ art. 14).
import type pg from 'pg'
import type { SubjectData } from '../../ports/retention.ts'
import { saidBy } from './conduct.ts'
import { sessionTexts } from './texts.ts'
import { asTenant, rowsOf } from './transaction.ts'

/** `$1` is the person; null: what lies sealed. */
const parts: readonly (readonly [name: string, select: string | null])[] = [
  [
    'account',
    'select id, login, full_name, email, language, created_at, disabled_at from account where id = $1',
  ],
  ['roles', 'select role from account_role where account_id = $1 order by role'],
  [
    'group',
    `select g.name, g.stream, m.since from people_group_member m join people_group g on g.id = m.group_id
     where m.account_id = $1`,
  ],
  ['learner', 'select learner_id, given_at from learner where account_id = $1'],
  ['birth', 'select born from consent_person where account_id = $1'],
  [
    'consents',
    `select kind, state, programme, signed_on, signed_at, withdrawn_on, created_at, changed_at from consent
     where account_id = $1 order by created_at`,
  ],
  [
    'sessions',
    `select s.id, e.title, s.state, s.opens_at, s.closes_at, s.authorized_at, s.deauthorized_at, s.end_cause
     from session s join exam e on e.id = s.exam_id where s.examinee_id = $1 order by s.opens_at`,
  ],
  [
    'recordings',
    `select m.session_id, m.closed_at, encode(sha256(m.body), 'hex') as sha256, d.key_destroyed_at as destroyed_at
     from manifest m join session s on s.id = m.session_id
     left join destroyed_recording d on d.session_id = m.session_id where s.examinee_id = $1 order by m.closed_at`,
  ],
  [
    'recording_views',
    `select v.session_id, v.role, v.purpose, v.opened_at from recording_view v join session s on s.id = v.session_id
     where s.examinee_id = $1 order by v.opened_at`,
  ],
  [
    'door',
    `select d.session_id, d.verdict, d.why, d.reason, d.at from door_decision d join session s on s.id = d.session_id
     where s.examinee_id = $1 order by d.at`,
  ],
  [
    'identity_pictures',
    `select session_id, step, kind, bytes, taken_at, forgotten_at from identity_evidence
     where examinee_id = $1 order by taken_at`,
  ],
  [
    'equipment',
    'select session_id, at, facts, outcome, declared from equipment_check where account_id = $1 order by at',
  ],
  ['said_in_sessions', null],
  [
    'results',
    `select d.session_id, d.value, d.ground, d.published_at from decision d join session s on s.id = d.session_id
     where s.examinee_id = $1 and d.published_at is not null order by d.published_at`,
  ],
  [
    'appeals',
    `select p.number, p.session_id, p.state, p.filed_at, p.facts->>'circumstances' as text,
       p.facts->>'outcome' as outcome, case when p.filed_by = $1 then 'self' else 'representative' end as filed_by
     from appeal p join session s on s.id = p.session_id
     where p.filed_by = $1 or s.examinee_id = $1 order by p.filed_at`,
  ],
  [
    'complaints',
    `select m.session_id, c.at, m.due_at, m.taken_at, m.answered_at, m.outcome from complaint m
     join conduct c on c.session_id = m.session_id and c.seq = m.seq join session s on s.id = m.session_id
     where s.examinee_id = $1 order by c.at`,
  ],
  [
    'exceptional_access',
    `select b.session_id, b.answered_at, b.ends_at, b.told_at from break_glass b join session s on s.id = b.session_id
     where s.examinee_id = $1 and b.ends_at is not null order by b.answered_at`,
  ],
  ['answers_to_marks', 'select session_id, text, at from mark_answer where said_by = $1 order by at'],
  [
    'accommodations',
    'select kind, state, from_day, until_day, asked_at, decided_at from accommodation where account_id = $1 order by asked_at',
  ],
  [
    'notices',
    'select kind, facts, queued_at, delivered_at, read_at from notice where to_account = $1 order by queued_at',
  ],
  [
    'requests_to_support',
    'select no, topic, state, opened_at from support_ticket where asked_by = $1 order by opened_at',
  ],
  ['said_to_support', 'select said_at, text from support_word where said_by = $1 order by said_at'],
  [
    'workplaces',
    `select w.session_id, w.state, w.wish, w.asked_at, p.name as place, p.address, w.from_at, w.until_at, w.answer
     from workplace_request w join session s on s.id = w.session_id left join workplace p on p.id = w.workplace_id
     where s.examinee_id = $1 order by w.asked_at`,
  ],
  [
    'handed_in',
    `select t.title, w.version, w.channel, w.received_at, t.deadline_at, w.received_at > t.deadline_at as late, w.body as text
     from home_task_work w join home_task t on t.id = w.task_id where w.account_id = $1 order by w.received_at`,
  ],
  [
    'handed_in_files',
    `select t.title, f.version, f.name, f.kind, f.bytes, f.uploaded_at from home_task_file f
     join home_task t on t.id = f.task_id where f.account_id = $1 order by f.uploaded_at, f.id`,
  ],
  [
    'lessons_by_video',
    `select r.title, r.kind, r.starts_at, s.first_in, s.last_out, s.removed_at from room_seat s join room r on r.id = s.room_id
     where s.account_id = $1 order by r.starts_at`,
  ],
  [
    'service_rules_read',
    `select s.name as service, k.version, k.at from service_acknowledgement k join service s on s.id = k.service_id
     where k.account_id = $1 order by k.at`,
  ],
  ['room_rules_read', 'select edition, at from room_rules_read where account_id = $1 order by at'],
  ['trial', 'select at, destroyed_at, mend, machine from trial where account_id = $1'],
  [
    'identity_outside',
    `select x.session_id, x.provider, x.result, x.transaction, x.at from external_identity x
     join session s on s.id = x.session_id where s.examinee_id = $1 order by x.at`,
  ],
  [
    'ways_to_identity_provider',
    `select session_id, issuer, asked_at, ends_at, answered_at from identity_request
     where account_id = $1 order by asked_at`,
  ],
  [
    'launches',
    `select l.session_id, l.platform, l.launched_at from lms_launch l join session s on s.id = l.session_id
     where s.examinee_id = $1 order by l.launched_at`,
  ],
  [
    'sign_ins',
    'select created_at, seen_at, ended_at, device from sign_in where account_id = $1 order by created_at',
  ],
]

export const postgresSubjectData =
  (app: pg.Pool): SubjectData =>
  (tenant, person) =>
    asTenant(app, tenant, async (sql) => {
      const found = []
      for (const [name, select] of parts)
        found.push({
          name,
          rows:
            select === null
              ? await saidBy(sql, sessionTexts(sql, tenant, app), person)
              : await rowsOf<Record<string, unknown>>(sql, select, [person]),
        })
      return found
    })
