import type { Person } from '../../ports/sign-ins.ts'
import { kindOf, type SignInDeps } from './deps.ts'

/** Asks whoever keeps the password: the directory of the institution for its people, our own hash for everybody else. */
export async function passwordKnown(
  { passwords, directory }: SignInDeps,
  person: Person | null,
  password: string,
): Promise<boolean | 'busy' | 'directory_away'> {
  if (!person?.directory || person.disabled)
    return passwords.verify(person?.hash ?? null, password, person ? kindOf(person.roles) : 'pupil')
  const said = await directory(person, password)
  return said === 'away' ? 'directory_away' : said === 'yes'
}
