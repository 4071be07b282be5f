import type { Capability } from '@ochno/domain/access/table'
import type { ComponentType } from 'react'

/**
 * A page a feature offers. The shell mounts the list of every features/<x>/routes.tsx and loads `page` when it is opened;
 * `can` hides it from those the server would refuse. Read parameters with `useParams({ strict: false })`.
 */
export type FeatureRoute = {
  readonly path: `/${string}`
  readonly can: Capability | 'public' | 'signed-in'
  /** `bare`: no header and no page width, the page owns the screen (an exam, the wall). */
  readonly frame?: 'page' | 'bare'
  /** Shows people a locked wall hides: it is locked with it. */
  readonly locks?: boolean
  readonly page: () => Promise<{ readonly default: ComponentType }>
}

/** A card on the home page: what its owner must do now. Shown to whoever has the capability, in order of `rank`. */
export type HomeCard = {
  readonly can: Capability | 'signed-in'
  readonly rank: number
  /** B-28: also for whoever came by a code, who may do nothing but take that exam. */
  readonly byCode?: true
  readonly card: () => Promise<{ readonly default: ComponentType }>
}

/** A link in the header. `word` is a key of i18n. */
export type NavLink = {
  readonly to: `/${string}`
  readonly can: Capability
  readonly word: string
}

export type Feature = {
  readonly routes: readonly FeatureRoute[]
  readonly home?: readonly HomeCard[]
  readonly nav?: readonly NavLink[]
}
