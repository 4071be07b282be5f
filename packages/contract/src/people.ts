// People by the list: each with groups, learner ids, parents and their children.
import { z } from 'zod'
import { accountId, line, moment, partId, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'
import { role } from './sign-in.ts'
import { groupId } from './people-groups.ts'

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
