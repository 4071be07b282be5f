// Letters: the mail server of each institution, people's addresses, one-time links by e-mail.
import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { mailRoutes } from '@ochno/contract/mail'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { postgresDueLetters } from '../adapters/postgres/letters.ts'
import { postgresSignIns } from '../adapters/postgres/sign-ins.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { postgresThrottle } from '../adapters/postgres/throttle.ts'
import { smtpMailer } from '../adapters/smtp/mailer.ts'
import { sha256Text } from '../adapters/system/digest.ts'
import type { MailDeps } from '../features/mail/deps.ts'
import { mailHandlers } from '../http/mail.ts'
import { letterCrontab, letterTasks } from '../jobs/send-letters.ts'
import type { SecretSeal } from '../ports/mail.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

function secretSeal(keys: KeyFiles): SecretSeal {
  const files = fileSeal(keys.kek, 'mail')
  return {
    seal: (id, secret) => {
      const { key, stored } = files.seal(id, new TextEncoder().encode(secret))
      return { ...key, stored }
    },
    open: (id, { kek, wrapped, stored }) =>
      new TextDecoder().decode(files.open(id, { kek, wrapped }, stored)),
  }
}

export function composeMail(
  base: Base,
  from: { readonly keys: KeyFiles; readonly address: () => string },
): Part & { readonly deps: MailDeps } {
  const { pools, ids, clock, log } = base
  const store = postgresStore(pools.app, ids)
  const linkKey = from.keys.secretFor('links in letters')
  const deps: MailDeps = {
    store,
    ids,
    clock,
    log,
    digest: sha256Text,
    mailer: smtpMailer(),
    seal: secretSeal(from.keys),
    linkSecret: (letter) => createHmac('sha256', linkKey).update(letter).digest('hex'),
    address: from.address,
  }
  const reset = {
    ...deps,
    signIns: postgresSignIns(pools.auth, ids),
    throttle: postgresThrottle(pools.auth),
    pauseUntil: async (mono: number) => {
      await pause(Math.max(0, mono - clock.mono()))
    },
  }
  return {
    deps,
    routes: mounted(mailRoutes, mailHandlers(deps, reset)),
    tasks: letterTasks({ ...deps, due: postgresDueLetters(pools.auth) }),
    crontab: letterCrontab,
  }
}
