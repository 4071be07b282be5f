// Groups and streams.
import type { GroupId } from '@ochno/domain/ids'
import { z } from 'zod'
import { line, moment, partId } from './ids.ts'
import type { Route } from './route.ts'

export const groupId = z
  .string()
  .regex(/^grp_[a-z2-7]{26}$/)
  .transform((text) => text as GroupId)

const groupView = z.object({
  id: groupId,
  name: z.string(),
  stream: z.string().nullable(),
  members: z.number(),
  branch: z.string().nullable(),
})
export type GroupView = z.output<typeof groupView>

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
