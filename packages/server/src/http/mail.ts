import type { mailRoutes } from '@ochno/contract/mail'
import { readEmail, setEmail } from '../features/mail/addresses.ts'
import type { MailDeps } from '../features/mail/deps.ts'
import {
  inviteByLetter,
  inviteGroupByLetter,
  inviteImportByLetter,
} from '../features/mail/invite-by-letter.ts'
import { readMail, removeMail, saveMail, sendTrial } from '../features/mail/manage-server.ts'
import { askReset, type ResetDeps } from '../features/sign-in/ask-reset.ts'
import type { Handlers } from './seam.ts'

export const mailHandlers = (deps: MailDeps, reset: ResetDeps): Handlers<typeof mailRoutes> => ({
  readMail: async ({ actor }) => ({ ok: true, body: await readMail(deps, actor) }),
  saveMail: ({ actor, now }, { body }) => saveMail(deps, actor, body, now),
  removeMail: async ({ actor, now }) => ({ ok: true, body: await removeMail(deps, actor, now) }),
  sendTrialLetter: ({ actor, now, language }, { body }) =>
    sendTrial(deps, actor, { to: body.to, language }, now),
  readMyEmail: ({ actor }) => readEmail(deps, actor, actor.account),
  setMyEmail: ({ actor, now }, { body }) => setEmail(deps, actor, actor.account, body.email, now),
  readEmail: ({ actor }, { params }) => readEmail(deps, actor, params.id),
  setEmail: ({ actor, now }, { params, body }) => setEmail(deps, actor, params.id, body.email, now),
  inviteByLetter: ({ actor, now }, { params }) => inviteByLetter(deps, actor, params.id, now),
  inviteImportByLetter: ({ actor, now }, { params }) => inviteImportByLetter(deps, actor, params.imp, now),
  inviteGroupByLetter: ({ actor, now }, { params }) => inviteGroupByLetter(deps, actor, params.gid, now),
  askReset: async ({ ip, now }, { body }) => {
    const asked = await askReset(reset, body.who, { ip, now, device: '' })
    return asked.ok ? { ok: true, body: undefined } : asked
  },
})
