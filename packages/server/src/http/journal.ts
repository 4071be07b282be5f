import type { journalRoutes } from '@ochno/contract/journal'
import { proveConsistency, readJournal } from '../features/audit/read-journal.ts'
import type { Journal } from '../ports/journal.ts'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

export const journalHandlers = (journal: Journal): Handlers<typeof journalRoutes> => ({
  readJournal: ({ actor }, { query }) =>
    readJournal(
      journal,
      actor.tenant,
      { object: query.object ?? null, find: query.find?.trim() ?? '' },
      askedPage(query),
    ),
  readTreeHead: async () => ({ ok: true, body: { checkpoint: await journal.head() } }),
  proveConsistency: (_context, { query }) => proveConsistency(journal, query.from, query.to),
})
