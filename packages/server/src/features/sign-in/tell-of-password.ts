import type { Instant } from '@ochno/domain/time'
import type { Person } from '../../ports/sign-ins.ts'
import type { SignInDeps } from './deps.ts'

/** B-25: whoever did not change it learns of it at once. */
export const tellOfPassword = ({ store, ids }: SignInDeps, person: Person, now: Instant): Promise<boolean> =>
  store.inTenant(person.tenant, (tx) =>
    tx.letters.post({
      id: ids.make('ltr'),
      to: person.account,
      kind: 'password_changed',
      facts: {},
      notice: null,
      email: null,
      queuedAt: now,
      usefulBefore: null,
      endsAt: null,
    }),
  )
