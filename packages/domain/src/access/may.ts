// Whose session: the role was checked by the route (table.ts), here the object is.
import type { AccountId } from '../ids.ts'
import type { Command, Session } from '../session/session.ts'
import { type Role, roleMay } from './table.ts'

export type Person = { readonly account: AccountId; readonly roles: readonly Role[] }
type Object = Pick<Session, 'examinee'> & { readonly proctors: readonly { readonly id: AccountId }[] }

const isAssigned = (person: Person, { proctors }: Object): boolean =>
  person.roles.includes('proctor') && proctors.some((proctor) => proctor.id === person.account)

const isOwn = (person: Person, { examinee }: Object): boolean =>
  person.roles.includes('examinee') && examinee === person.account

/** Roles that see every session of the institution; a proctor only the assigned ones (T-10). */
const seesAll = (person: Person): boolean =>
  person.roles.some((role) => role !== 'proctor' && roleMay(role, 'session.list'))

export const onlyAssigned = (person: Person): boolean => !seesAll(person)

export const maySeeSession = (person: Person, session: Object): boolean =>
  isOwn(person, session) || isAssigned(person, session) || seesAll(person)

export function mayCommand(person: Person, session: Object, command: Command['do']): boolean {
  switch (command) {
    case 'authorize':
    case 'start':
    case 'submit':
      return isOwn(person, session)
    case 'stop':
      return isAssigned(person, session)
    // Time does this, not a person.
    case 'expire':
    case 'interrupt':
      return false
  }
}

/** T-07: the task is the examinee's from the start to the end. */
export const maySeeTask = (person: Person, session: Object & Pick<Session, 'state'>): boolean =>
  isOwn(person, session) && session.state === 'in_progress'
