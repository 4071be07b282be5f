// Each letter has a job of its own, written with it; the sweep of every minute takes what was put off or left behind.
import type { Id, TenantId } from '@ochno/domain/ids'
import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { MailDeps } from '../features/mail/deps.ts'
import { sendDue, sendLetter } from '../features/mail/send-letter.ts'
import type { DueLetters } from '../ports/mail.ts'

const payload = z.object({
  tenant: z.string().transform((text) => text as TenantId),
  letter: z.string().transform((text) => text as Id<'ltr'>),
})

export const letterTasks = (deps: MailDeps & { readonly due: DueLetters }): TaskList => ({
  send_letter: async (given) => {
    const { tenant, letter } = payload.parse(given)
    await sendLetter(deps, tenant, letter)
  },
  send_due_letters: () => sendDue(deps),
})

export const letterCrontab = '* * * * * send_due_letters ?jobKey=send_due_letters&queue=letters&max=3'
