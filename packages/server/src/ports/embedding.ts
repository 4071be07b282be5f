import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Embedding = {
  readonly origins: () => Promise<{ readonly origins: readonly string[]; readonly changedAt: Instant | null }>
  readonly setOrigins: (origins: readonly string[], at: Instant) => Promise<void>
}

/** Who may show the public page of an institution in a frame; null asks for the first institution, as the page does. */
export type Embedders = (institution: TenantId | null) => Promise<readonly string[]>
