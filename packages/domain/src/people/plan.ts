// What a file would change: people are found by learner id, then by login; nobody is ever removed.
import type { Role } from '../access/table.ts'
import { birthday, MAJORITY } from '../consent/signers.ts'
import { Temporal } from '../time.ts'
import { isEmail } from './email.ts'
import type { Columns, GivenPerson, Problem, ProblemCode } from './rows.ts'

export type KnownPerson = {
  readonly id: string
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly disabled: boolean
  readonly learnerId: string | null
  readonly born: string | null
  readonly group: string | null
  readonly parents: readonly string[]
  readonly email: string | null
}

export type NewPerson = {
  readonly line: number
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly learnerId: string | null
  readonly born: string | null
  readonly group: string | null
  readonly email: string | null
}
export type Change = {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly fullName?: string
  readonly learnerId?: string
  readonly born?: string
  readonly group?: string
  readonly email?: string
}
export type Link = { readonly line: number; readonly parentLogin: string; readonly childLogin: string }
export type Plan = {
  readonly add: readonly NewPerson[]
  readonly change: readonly Change[]
  readonly links: readonly Link[]
  readonly same: number
  readonly groups: readonly { readonly name: string; readonly stream: string | null }[]
  readonly problems: readonly Problem[]
}

const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,63}$/u

/** From the birthday on, nobody represents this person (Civil Code art. 21). */
export const isOfAge = (born: string, today: string): boolean =>
  Temporal.PlainDate.compare(
    Temporal.PlainDate.from(today),
    birthday(Temporal.PlainDate.from(born), MAJORITY),
  ) >= 0

const sameAddress = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const sameRoles = (a: readonly Role[], b: readonly Role[]) =>
  new Set(a).symmetricDifference(new Set(b)).size === 0

export function planImport(
  people: readonly GivenPerson[],
  columns: Columns,
  known: readonly KnownPerson[],
  today: string,
): Plan {
  const byLogin = new Map(known.map((one) => [one.login, one]))
  const byLearner = new Map(
    known.flatMap((one) => (one.learnerId ? [[one.learnerId.toLowerCase(), one] as const] : [])),
  )
  const add = new Map<string, NewPerson>()
  const change: Change[] = []
  const links: Link[] = []
  const groups = new Map<string, string | null>()
  const problems: Problem[] = []
  let same = 0
  const say = (line: number, field: keyof Columns, code: ProblemCode, value: string) =>
    problems.push({ line, column: columns[field] ?? null, code, value: value.slice(0, 100) })

  const childLogins = new Map<
    number,
    { login: string; born: string | null; before: KnownPerson | null; pupil: boolean }
  >()
  for (const person of people) {
    const learner = person.learnerId === null ? null : (byLearner.get(person.learnerId.toLowerCase()) ?? null)
    const login = person.login ?? learner?.login ?? (person.learnerId as string).toLowerCase()
    const before = learner ?? byLogin.get(login) ?? null
    if (person.group !== null) groups.set(person.group, person.stream ?? groups.get(person.group) ?? null)
    if (!LOGIN.test(login)) {
      say(person.line, 'login', 'login_missing', person.learnerId ?? '')
      continue
    }
    if (before === null) {
      if (add.has(login)) {
        say(person.line, 'login', 'login_twice', `${login} (${add.get(login)?.line})`)
        continue
      }
      const roles = person.roles ?? ['examinee']
      add.set(login, {
        line: person.line,
        login,
        fullName: person.fullName,
        roles,
        learnerId: person.learnerId,
        born: person.born,
        group: person.group,
        email: person.email,
      })
      childLogins.set(person.line, {
        login,
        born: person.born,
        before: null,
        pupil: roles.includes('examinee'),
      })
      continue
    }
    childLogins.set(person.line, {
      login: before.login,
      born: person.born ?? before.born,
      before,
      pupil: before.roles.includes('examinee'),
    })
    if (before.disabled) say(person.line, 'login', 'disabled', before.login)
    if (person.login !== null && person.login !== before.login)
      say(person.line, 'login', 'other_login', `${person.login} ≠ ${before.login}`)
    if (person.learnerId !== null && before.learnerId !== null && person.learnerId !== before.learnerId)
      say(person.line, 'learnerId', 'learner_id_kept', `${person.learnerId} ≠ ${before.learnerId}`)
    if (person.roles !== null && !sameRoles(person.roles, before.roles))
      say(person.line, 'role', 'role_differs', before.login)
    // An address leads to one-time links: another one is a deed of its own, on the card of the person.
    if (person.email !== null && before.email !== null && !sameAddress(person.email, before.email))
      say(person.line, 'email', 'email_differs', person.email)
    const changed: Change = {
      line: person.line,
      id: before.id,
      name: before.fullName,
      ...(person.fullName === before.fullName ? {} : { fullName: person.fullName }),
      ...(person.learnerId === null || before.learnerId !== null ? {} : { learnerId: person.learnerId }),
      ...(person.born === null || person.born === before.born ? {} : { born: person.born }),
      ...(person.group === null || person.group === before.group ? {} : { group: person.group }),
      ...(person.email === null || before.email !== null ? {} : { email: person.email }),
    }
    if (Object.keys(changed).length > 3) change.push(changed)
    else same++
  }

  for (const person of people) {
    const child = childLogins.get(person.line)
    if (!child) continue
    for (const parent of person.parents) {
      const there = byLogin.get(parent.login)
      const added = add.get(parent.login)
      const roles = there?.roles ?? added?.roles ?? null
      if (!child.pupil) say(person.line, 'parents', 'parent_of_staff', parent.login)
      else if (child.born !== null && isOfAge(child.born, today))
        say(person.line, 'parents', 'parent_for_adult', parent.login)
      else if (roles !== null && !roles.includes('parent'))
        say(person.line, 'parents', 'parent_not_parent', parent.login)
      else if (roles === null && parent.fullName === null)
        say(person.line, 'parents', 'parent_unknown', parent.login)
      else {
        if (roles === null)
          add.set(parent.login, {
            line: person.line,
            login: parent.login,
            fullName: parent.fullName as string,
            roles: ['parent'],
            learnerId: null,
            born: null,
            group: null,
            email: isEmail(parent.login) ? parent.login : null,
          })
        if (!child.before?.parents.includes(parent.login))
          links.push({ line: person.line, parentLogin: parent.login, childLogin: child.login })
      }
    }
  }
  return {
    add: [...add.values()],
    change,
    links,
    same,
    groups: [...groups].map(([name, stream]) => ({ name, stream })),
    problems: problems.toSorted((a, b) => a.line - b.line),
  }
}
