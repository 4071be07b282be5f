// npm run accept-rollback -- --reason "…": the journal is older than its signed heads and that is known; the server must be stopped.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../adapters/system/clock.ts'
import type { Words } from '../start-up/failures.ts'
import { type Accepted, acceptRollback } from './accept-rollback.ts'
import { leave, type Stopped, withStoppedServer } from './stopped-server.ts'

const usage: Words = {
  ru: 'Почему журнал короче подписанного и кто это решил: npm run accept-rollback -- --reason "Восстановлена копия от 20.11, диск погиб. Иванов И. И."',
  en: 'Why the journal is shorter than what was signed, and who decided: npm run accept-rollback -- --reason "The copy of 20 Nov was restored, the disk died. I. Ivanov"',
}

const refusals: Readonly<Record<Extract<Accepted, { ok: false }>['why'], Words>> = {
  nothing_lost: {
    ru: 'Журнал в порядке: принимать нечего. Ничего не изменено.',
    en: 'The journal is in order: there is nothing to accept. Nothing was changed.',
  },
  changed: {
    ru: 'Журнал не короче, а другой: записи в нём изменены или вынуты. Это принять нельзя; ничего не изменено. Восстановите резервную копию (docs/operating.md).',
    en: 'The journal is not shorter but different: acts in it were changed or taken out. That can not be accepted; nothing was changed. Restore a backup (docs/operating.md).',
  },
  hole: {
    ru: 'В журнале не хватает записей в середине. Это принять нельзя; ничего не изменено. Восстановите резервную копию (docs/operating.md).',
    en: 'The journal lacks acts in the middle. That can not be accepted; nothing was changed. Restore a backup (docs/operating.md).',
  },
}

async function accept({ dataDir, pools, keys, tell }: Stopped, reason: string): Promise<Words | null> {
  const done = await acceptRollback(
    {
      log: pools.log,
      headsFile: join(dataDir, 'journal', 'heads.txt'),
      signer: keys.signer('log'),
      clock: systemClock,
      tell,
    },
    reason,
  )
  if (!done.ok) return refusals[done.why]
  console.log(
    `✔ В журнале ${done.holds} записей, а подписано было ${done.had}. Потеря и её причина записаны в журнал каждого учреждения;\n` +
      `  прежние подписанные головы лежат в ${done.aside}. У кого они есть, увидят разрыв: это верно. Теперь запустите сервер: npm start\n` +
      `✔ The journal holds ${done.holds} acts, ${done.had} had been signed. The loss and its reason are in the journal of every institution;\n` +
      `  the earlier signed heads lie in ${done.aside}. Whoever keeps them will see the break, as it is. Now start the server: npm start`,
  )
  return null
}

function reasonAsked(): string | null {
  try {
    return parseArgs({ options: { reason: { type: 'string' } } }).values.reason?.trim() || null
  } catch {
    return null
  }
}

const reason = reasonAsked()
leave(reason ? await withStoppedServer((server) => accept(server, reason)) : usage)
