// People by the list: import, groups, parents.
import { peopleRoutes } from '@ochno/contract/people-routes'
import { sha256 } from '@ochno/evidence/node/hash'
import { postgresStore } from '../adapters/postgres/store.ts'
import { sheets } from '../adapters/sheets/sheets.ts'
import { sha256Text } from '../adapters/system/digest.ts'
import { importWatch } from '../features/people/import-watch.ts'
import { peopleHandlers } from '../http/people.ts'
import type { Printer } from '../ports/print.ts'
import type { Rights } from '../ports/store.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export const composePeople = (
  { pools, ids }: Base,
  { printer, rights }: { readonly printer: Printer; readonly rights: Rights },
): Part => ({
  routes: mounted(
    peopleRoutes,
    peopleHandlers({
      store: postgresStore(pools.app, ids),
      ids,
      digest: sha256Text,
      sha256,
      sheets,
      printer,
      rights,
      watch: importWatch(),
    }),
  ),
})
