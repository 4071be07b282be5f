import type { TenantId } from '@ochno/domain/ids'
import { adminFirst, lines } from '../../ports/asking.ts'
import type { SignedWords } from '../../ports/identity-bridge.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SecretSeal } from '../../ports/mail.ts'
import type { Store } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type BridgeDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly seal: SecretSeal
  readonly words: SignedWords
  /** Of the pages, from the settings and never from a request. */
  readonly address: () => string
}

export const RETURN_PATH = '/identity-return'
export const sealName = (tenant: TenantId): string => `identity-bridge|${tenant}`

export const entry = lines({ purpose: 'identification', role: adminFirst })
