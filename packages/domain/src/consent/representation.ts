import { type Instant, isBefore } from '../time.ts'
import { birthday, type Person } from './signers.ts'

/** A parent or guardian and the child, verified by the institution. */
export type Representation = {
  readonly representative: string
  readonly child: string
  readonly proof: string
  readonly verifiedAt: Instant | null
  /** A court or guardianship office ended it. */
  readonly endedAt: Instant | null
}

export type RepresentationRules = { readonly majority: number; readonly zone: string }

/** Midnight of the eighteenth birthday on the institution's clock, or earlier by a decision; guardianship of an adult goes on. */
export function representationEnds(
  link: Representation,
  person: Person,
  { majority, zone }: RepresentationRules,
): Instant | null {
  const ofAge = person.incapable ? null : birthday(person.born, majority).toZonedDateTime(zone).toInstant()
  if (link.endedAt === null) return ofAge
  return ofAge === null || isBefore(link.endedAt, ofAge) ? link.endedAt : ofAge
}

export type Acting = 'yes' | 'not_linked' | 'not_verified' | 'over'

/** May this account act for, or see anything of, this child now? */
export function mayActFor(
  links: readonly Representation[],
  representative: string,
  child: { readonly id: string } & Person,
  rules: RepresentationRules,
  now: Instant,
): Acting {
  const mine = links.filter((link) => link.representative === representative && link.child === child.id)
  if (mine.length === 0) return 'not_linked'
  const verified = mine.filter(({ verifiedAt }) => verifiedAt !== null)
  if (verified.length === 0) return 'not_verified'
  const holds = verified.some((link) => {
    const end = representationEnds(link, child, rules)
    return end === null || isBefore(now, end)
  })
  return holds ? 'yes' : 'over'
}
