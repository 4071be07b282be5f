// People by the list: import from a file with a preview, groups and streams, learner ids, parents and their children.
import type { GroupId, Id } from '@ochno/domain/ids'
import { problemCodes } from '@ochno/domain/people/rows'
import { TABLE_BYTES } from '@ochno/domain/upload/rules'
import { z } from 'zod'
import { accountId, line, moment, partId, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'
import { role } from './sign-in.ts'

/** Octets; larger files are refused before they are read to the end. */
export const IMPORT_BYTES = TABLE_BYTES

export const groupId = z
  .string()
  .regex(/^grp_[a-z2-7]{26}$/)
  .transform((text) => text as GroupId)

export const importId = z
  .string()
  .regex(/^imp_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'imp'>)

const groupView = z.object({
  id: groupId,
  name: z.string(),
  stream: z.string().nullable(),
  members: z.number(),
  branch: z.string().nullable(),
})
export type GroupView = z.output<typeof groupView>

const personRow = z.object({
  id: accountId,
  login: z.string(),
  fullName: z.string(),
  roles: z.array(role),
  state: z.enum(['invited', 'active', 'disabled']),
  learnerId: z.string().nullable(),
  group: z.object({ id: groupId, name: z.string() }).nullable(),
  /** Of the person, otherwise of the group; null: of the head institution. */
  branch: z.object({ id: partId, name: z.string() }).nullable(),
})
export type PersonRow = z.output<typeof personRow>

const linkView = z.object({
  id: accountId,
  fullName: z.string(),
  login: z.string(),
  proof: z.string(),
  /** `no_birthday`: nobody knows whether the child is of age, so the parent sees nothing. */
  standing: z.enum(['holds', 'not_verified', 'no_birthday', 'over']),
  /** A day: the eighteenth birthday, or the day it was ended. */
  endsOn: z.string().nullable(),
})
export type LinkView = z.output<typeof linkView>

const personCard = personRow.extend({
  born: z.string().nullable(),
  /** Stated for this person; the branch of the group counts without it. */
  ownBranch: partId.nullable(),
  /** Shown nothing of other branches (R3-0b); `never`: the roles answer for the whole institution. */
  onlyBranch: z.enum(['yes', 'no', 'never']),
  branches: z.array(z.object({ id: partId, name: z.string() })),
  /** The deputy director of 004 3.10; null: not a methodist. */
  leads: z.boolean().nullable(),
  parents: z.array(linkView),
  children: z.array(linkView),
})
export type PersonCard = z.output<typeof personCard>

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  linked: z.number(),
  groups: z.number(),
  same: z.number(),
})

const problem = z.object({
  line: z.number(),
  column: z.string().nullable(),
  code: z.enum(problemCodes),
  value: z.string(),
})
export type ProblemView = z.output<typeof problem>

const importPreview = z.object({
  kind: z.enum(['csv', 'xlsx']),
  /** Names this plan: applying it asks for the same one. Null while there is anything to mend. */
  plan: z.string().nullable(),
  counts,
  /** What each column of ours is called in the file. */
  columns: z.array(z.object({ field: z.string(), title: z.string() })),
  unknown: z.array(z.string()),
  problems: z.array(problem),
  problemCount: z.number(),
  sample: z.array(
    z.object({
      line: z.number(),
      fullName: z.string(),
      login: z.string(),
      roles: z.array(role),
      group: z.string().nullable(),
      learnerId: z.string().nullable(),
      born: z.string().nullable(),
      email: z.string().nullable(),
      does: z.enum(['add', 'change']),
      /** What is written anew about somebody who is there. */
      fields: z.array(z.string()),
    }),
  ),
  /** When this very file was applied before. */
  appliedAt: moment.nullable(),
})
export type ImportPreview = z.output<typeof importPreview>

export const listPeople = {
  method: 'GET',
  path: '/api/people',
  can: 'account.list',
  query: z.strictObject({
    find: z.string().max(100).optional(),
    role: role.optional(),
    group: groupId.optional(),
    branch: partId.optional(),
    ...paging,
  }),
  reply: z.object(paged(personRow)),
  refusals: ['cursor_stale'],
  summary: 'People by pages, narrowed by name, login, learner id, role, group or branch',
} as const satisfies Route

export const readPerson = {
  method: 'GET',
  path: '/api/people/:id',
  can: 'account.manage',
  params: z.strictObject({ id: accountId }),
  reply: personCard,
  refusals: ['not_found'],
  summary: 'The card of a person: birthday, learner id, group, parents and children',
} as const satisfies Route

export const changePerson = {
  method: 'PUT',
  path: '/api/people/:id',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({
    group: groupId.nullable().exactOptional(),
    born: z.iso.date().exactOptional(),
    learnerId: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u)
      .exactOptional(),
  }),
  reply: personCard,
  refusals: ['not_found', 'no_such_group', 'learner_id_kept', 'learner_id_taken', 'wrong_birthday'],
  summary: 'Move a person to a group, state the birthday, give a learner id once',
} as const satisfies Route

export const placePerson = {
  method: 'PUT',
  path: '/api/people/:id/branch',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ branch: partId.nullable(), only: z.boolean() }),
  reply: personCard,
  refusals: ['not_found', 'not_restrictable'],
  summary: 'The branch of a person, and whether a member of staff is shown that branch alone (R3-0b)',
} as const satisfies Route

export const setLead = {
  method: 'PUT',
  path: '/api/people/:id/lead',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ leads: z.boolean() }),
  reply: personCard,
  refusals: ['not_found', 'not_a_methodist'],
  summary: 'Name a methodist the deputy director who leads teachers and methodists, or end it (004 3.10)',
} as const satisfies Route

export const listLedWork = {
  method: 'GET',
  path: '/api/led-work',
  can: 'staff.lead',
  reply: z.object({
    /** False: not named as who leads, and told nothing. */
    leads: z.boolean(),
    rows: z.array(
      z.object({
        id: accountId,
        fullName: z.string(),
        roles: z.array(role),
        drafts: z.number(),
        ahead: z.number(),
        over: z.number(),
        /** Of exams that are over: protocols nobody has decided on. */
        undecided: z.number(),
      }),
    ),
  }),
  refusals: [],
  summary: 'What each teacher and methodist has in hand, for the deputy director who leads them (004 3.10)',
} as const satisfies Route

export const linkParent = {
  method: 'PUT',
  path: '/api/people/:id/parents/:parent',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId, parent: accountId }),
  body: z.strictObject({ proof: line(200) }),
  reply: personCard,
  refusals: ['not_found', 'not_a_parent', 'not_a_pupil', 'child_of_age'],
  summary: 'Link a parent to a child by a document the institution has seen; the link ends at 18',
} as const satisfies Route

export const unlinkParent = {
  method: 'DELETE',
  path: '/api/people/:id/parents/:parent',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId, parent: accountId }),
  reply: personCard,
  refusals: ['not_found'],
  summary: 'End the link of a parent to a child; what was signed stays',
} as const satisfies Route

export const listGroups = {
  method: 'GET',
  path: '/api/groups',
  can: 'account.list',
  query: z.strictObject({ branch: partId.optional() }),
  reply: z.object({ rows: z.array(groupView) }),
  refusals: [],
  summary: 'Groups with their streams and the number of people in each',
} as const satisfies Route

const groupFields = z.strictObject({ name: line(64), stream: line(64).nullable() })

export const createGroup = {
  method: 'POST',
  path: '/api/groups',
  can: 'account.manage',
  body: groupFields,
  reply: groupView,
  refusals: ['group_taken'],
  summary: 'A new group',
} as const satisfies Route

export const changeGroup = {
  method: 'PUT',
  path: '/api/groups/:gid',
  can: 'account.manage',
  params: z.strictObject({ gid: groupId }),
  body: groupFields,
  reply: groupView,
  refusals: ['not_found', 'group_taken'],
  summary: 'Another name or stream for a group',
} as const satisfies Route

export const removeGroup = {
  method: 'DELETE',
  path: '/api/groups/:gid',
  can: 'account.manage',
  params: z.strictObject({ gid: groupId }),
  reply: 'none',
  refusals: ['not_found', 'group_not_empty', 'group_has_tasks'],
  summary: 'Remove a group nobody is in and nothing was ever given to',
} as const satisfies Route

export const inviteGroup = {
  method: 'POST',
  path: '/api/groups/:gid/invitations',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ gid: groupId }),
  reply: z.object({
    group: z.string(),
    rows: z.array(z.object({ fullName: z.string(), login: z.string(), token: z.string() })),
    endsAt: moment,
  }),
  refusals: ['not_found'],
  summary: 'One-time links for everybody of the group who has not signed in yet, shown once',
} as const satisfies Route

export const checkImport = {
  method: 'POST',
  path: '/api/people-import/check',
  can: 'account.manage',
  body: 'octets',
  upload: 'table',
  reply: importPreview,
  refusals: ['too_large', 'file_unreadable', 'file_old_excel', 'import_cancelled'],
  summary: 'Read a CSV or XLSX of people and tell what it would do; nothing is written',
} as const satisfies Route

export const applyImport = {
  method: 'POST',
  path: '/api/people-import',
  can: 'account.manage',
  stepUp: true,
  query: z.strictObject({
    plan: z.string().regex(/^[0-9a-f]{64}$/),
    /** The institution has seen the papers of the parents in the file. */
    verified: z.enum(['yes', 'no']).default('no'),
  }),
  body: 'octets',
  upload: 'table',
  /** `id` names it for the letters of invitation. */
  reply: z.object({ id: importId, counts, already: z.boolean(), appliedAt: moment }),
  refusals: [
    'too_large',
    'file_unreadable',
    'file_old_excel',
    'import_problems',
    'import_changed',
    'import_cancelled',
  ],
  summary: 'Apply the plan that was shown, whole or not at all; the same file again changes nothing',
} as const satisfies Route

export const readImport = {
  method: 'GET',
  path: '/api/people-import',
  can: 'account.manage',
  reply: z.object({
    /** Of the file this person sent; null: nothing runs. */
    running: z
      .object({
        step: z.enum(['reading', 'checking', 'writing']),
        done: z.number(),
        /** People and links to write; 0 while they are not counted yet. */
        total: z.number(),
      })
      .nullable(),
    last: z.object({ id: importId, counts, appliedAt: moment }).nullable(),
  }),
  refusals: [],
  summary: 'How far one’s own import has come, and what the last one did',
} as const satisfies Route

export const cancelImport = {
  method: 'DELETE',
  path: '/api/people-import',
  can: 'account.manage',
  reply: 'none',
  refusals: ['not_found'],
  summary: 'Stop one’s own import: it is undone whole',
} as const satisfies Route

const fileKind = z.strictObject({ as: z.enum(['csv', 'xlsx']).default('xlsx') })

export const exportPeople = {
  method: 'GET',
  path: '/api/people-export',
  can: 'account.manage',
  query: fileKind,
  reply: 'octets',
  refusals: ['not_same_origin', 'too_large', 'too_slow', 'busy', 'print_failed'],
  summary: 'The list of people as CSV or XLSX; cells are never formulas',
} as const satisfies Route

export const readImportSample = {
  method: 'GET',
  path: '/api/people-import/sample',
  can: 'account.manage',
  query: fileKind,
  reply: 'octets',
  refusals: ['too_large', 'too_slow', 'busy', 'print_failed'],
  summary: 'A file to fill in, with invented people',
} as const satisfies Route

export const listMyChildren = {
  method: 'GET',
  path: '/api/my-children',
  can: 'children.read',
  reply: z.object({
    now: moment,
    rows: z.array(
      z.object({
        id: accountId,
        fullName: z.string(),
        group: z.string().nullable(),
        endsOn: z.string(),
        exams: z.array(
          z.object({
            session: sessionId,
            title: z.string(),
            opensAt: moment,
            closesAt: moment,
            lengthMinutes: z.number(),
          }),
        ),
      }),
    ),
    /** Links the institution has still to complete. */
    waiting: z.number(),
  }),
  refusals: [],
  summary: 'One’s own children under 18 and their exams ahead',
} as const satisfies Route

export const peopleRoutes = {
  listPeople,
  readPerson,
  changePerson,
  placePerson,
  setLead,
  listLedWork,
  linkParent,
  unlinkParent,
  listGroups,
  createGroup,
  changeGroup,
  removeGroup,
  inviteGroup,
  checkImport,
  applyImport,
  readImport,
  cancelImport,
  exportPeople,
  readImportSample,
  listMyChildren,
} as const
