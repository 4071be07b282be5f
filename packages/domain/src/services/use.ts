// TR-66: rules of use are read and acknowledged service by service and edition by edition, before the first use (000 3.3, 4.2, 5.2).
import { isPupil, type Role } from '../access/table.ts'
import type { Audience, ServiceCard } from './card.ts'

/** Whom this account stands among. */
export const audiencesOf = (roles: readonly Role[]): readonly Audience[] => [
  ...(roles.includes('examinee') ? (['pupil'] as const) : []),
  ...(roles.includes('parent') ? (['parent'] as const) : []),
  ...(isPupil(roles) ? [] : (['staff'] as const)),
]

export const isFor = ({ audience }: Pick<ServiceCard, 'audience'>, roles: readonly Role[]): boolean =>
  audiencesOf(roles).some((one) => audience.includes(one))

/** Of the edition that is published now; an earlier one does not count. */
export const mayOpen = (published: number | null, acknowledged: number | null): boolean =>
  published !== null && acknowledged !== null && acknowledged >= published
