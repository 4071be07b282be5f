import { seesExam, sightOf } from '@ochno/domain/access/sight'
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId } from '@ochno/domain/ids'
import type { Wanted } from './deputies.ts'
import type { Tx } from './store.ts'

export const working = async (tx: Tx, role: 'methodist' | 'admin'): Promise<readonly AccountId[]> =>
  (await tx.accounts.list('', role)).flatMap(({ id, disabledAt }) => (disabledAt === null ? [id] : []))

/** Of these people whoever may do it and sees this exam. */
async function ableOf(
  tx: Tx,
  people: readonly AccountId[],
  { can, exam, without }: Wanted,
): Promise<readonly AccountId[]> {
  const of = await tx.exams.find(exam)
  const found: AccountId[] = []
  for (const person of new Set(people)) {
    const account = without.includes(person) ? null : await tx.accounts.find(person)
    if (!of || !account || account.disabledAt !== null) continue
    const place = await tx.people.ownPlace(person)
    const sight = sightOf({
      account: person,
      roles: account.roles,
      branch: place?.only ? place.branch : null,
    })
    const facts = {
      branch: of.branch?.id ?? null,
      author: of.createdBy,
      responsible: null,
      teachers: of.teachers.map(({ id }) => id),
    }
    if (account.roles.some((role) => roleMay(role, can)) && seesExam(sight, facts)) found.push(person)
  }
  return found
}

/** The first level on which anybody is able. */
export async function firstAble(
  tx: Tx,
  levels: readonly (() => Promise<readonly AccountId[]>)[],
  wanted: Wanted,
): Promise<readonly AccountId[]> {
  for (const look of levels) {
    const found = await ableOf(tx, await look(), wanted)
    if (found.length > 0) return found
  }
  return []
}
