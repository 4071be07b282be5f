import type { journalRoutes } from '@ochno/contract/journal'
import { instant } from '@ochno/domain/time'
import { proveConsistency, readJournal } from '../features/audit/read-journal.ts'
import type { Journal } from '../ports/journal.ts'
import type { Handlers } from './seam.ts'

export const journalHandlers = (journal: Journal): Handlers<typeof journalRoutes> => ({
  readJournal: async ({ actor }, { query }) => ({
    ok: true,
    body: {
      rows: await readJournal(journal, actor.tenant, {
        object: query.object ?? null,
        before: query.before === undefined ? null : instant(query.before),
        limit: query.limit,
      }),
    },
  }),
  readTreeHead: async () => ({ ok: true, body: { checkpoint: await journal.head() } }),
  proveConsistency: (_context, { query }) => proveConsistency(journal, query.from, query.to),
})
