// Who asks a feature for something, and what every feature answers with: a refusal by its name, and a line of the journal.
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from './audit.ts'

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  /** Who lets the asker's earlier word take effect: the journal names him, and whose word it was. */
  readonly takenUp?: {
    readonly by: Omit<Asker, 'takenUp'>
    readonly details: Readonly<Record<string, unknown>>
  }
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

type Actor = Omit<Asker, 'roles'> & Partial<Asker>

type Manner = {
  readonly purpose: string | ((asker: Actor, object: string) => string)
  /** Stands before every action of the feature. */
  readonly prefix?: string
  readonly role?: (asker: Actor) => AuditEntry['role']
}

const firstRole = ({ roles = [] }: Actor) => roles[0] ?? 'system'

/** An administrator acts as one, whatever else he is. */
export const adminFirst = (asker: Actor) => (asker.roles?.includes('admin') ? 'admin' : firstRole(asker))

/** The lines a feature writes into the journal, all in one manner. */
export const lines =
  ({ purpose, prefix = '', role = firstRole }: Manner) =>
  (
    asker: Actor,
    at: Instant,
    action: string,
    object: string,
    details?: Readonly<Record<string, unknown>>,
  ): AuditEntry => {
    const actor = asker.takenUp?.by ?? asker
    const said = asker.takenUp ? { ...details, ...asker.takenUp.details } : details
    return {
      at,
      tenant: asker.tenant,
      actor: actor.account,
      role: role(actor),
      action: `${prefix}${action}`,
      object,
      purpose: typeof purpose === 'string' ? purpose : purpose(asker, object),
      result: 'ok',
      ...(said ? { details: said } : {}),
    }
  }
