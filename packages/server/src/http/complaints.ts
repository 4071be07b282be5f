import type { complaintRoutes } from '@ochno/contract/complaints'
import { printComplaints } from '../features/complaints/annex.ts'
import { answerComplaint, takeComplaint } from '../features/complaints/answer.ts'
import type { ComplaintDeps } from '../features/complaints/deps.ts'
import { listComplaints, listMyComplaints } from '../features/complaints/list.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const complaintHandlers = (deps: ComplaintDeps): Handlers<typeof complaintRoutes> => ({
  listComplaints: async ({ actor, now }) => ({ ok: true, body: await listComplaints(deps, actor, now) }),
  takeComplaint: ({ actor, now }, { params }) =>
    takeComplaint(deps, actor, { session: params.sid, seq: params.seq }, now),
  answerComplaint: ({ actor, now }, { params, body }) =>
    answerComplaint(deps, actor, { session: params.sid, seq: params.seq }, body, now),
  printComplaints: async ({ actor, now }, { params }, { reply }) => {
    const made = await printComplaints(deps, actor, params.sid, now)
    return made.ok
      ? sendFile(reply, { bytes: made.bytes, name: made.name, as: 'pdf', plain: 'complaints' })
      : made
  },
  listMyComplaints: async ({ actor, now }) => ({ ok: true, body: await listMyComplaints(deps, actor, now) }),
})
