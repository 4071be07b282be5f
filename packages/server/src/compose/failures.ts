// After a technical failure: the decision of the teacher moves people, so it needs what ends an attempt and what gives a new date.
import { failureRoutes } from '@ochno/contract/failures'
import { postgresStore } from '../adapters/postgres/store.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { breakOff } from '../features/sessions/break-off.ts'
import type { SessionDeps } from '../features/sessions/deps.ts'
import { failureHandlers } from '../http/failures.ts'
import type { NewDate } from '../ports/amendments.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeFailures(
  { pools, ids, audit }: Base,
  from: { readonly printer: Printer; readonly sessions: SessionDeps; readonly newDate: NewDate },
): Part {
  const { printer, sessions, newDate } = from
  return {
    routes: mounted(
      failureRoutes,
      failureHandlers({
        store: postgresStore(pools.app, ids),
        ids,
        audit,
        printer,
        newDate,
        breakOff: (tx, asker, session, now) => breakOff(sessions, tx, asker, session, now),
        ended: sessions.rights.changed,
        relatives: appealedResults.relatives,
      }),
    ),
  }
}
