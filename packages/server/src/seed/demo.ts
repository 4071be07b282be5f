// `npm start -- --demo`: a school with people of every role and an exam that runs now.
import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Running } from '../compose/part.ts'
import { admin, child, exam, examinees, group, institution, type Person, staff } from './people.ts'
import { type Visitor, visitor } from './visitor.ts'

const MINUTE = 60_000
const syllables = [
  'ka',
  'lo',
  'mi',
  'nu',
  'ra',
  'so',
  'ti',
  'fe',
  'bu',
  've',
  'da',
  'zi',
  'pe',
  'du',
  'go',
  'li',
]

/** There is no default password anywhere (B-27): the demonstration's are random and lie in its own data folder. */
const newPassword = (): string => {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('')
  return `${word()}-${word()}-${word()}`
}

export async function seedDemo(running: Running, dataDir: string): Promise<string> {
  const note = join(dataDir, 'demo-sign-ins.txt')
  if (running.setupCode === null) {
    if (existsSync(note)) return table(running.url, readFileSync(note, 'utf8'))
    return '  В этой папке данных уже есть учреждение; демонстрация не создана.\n  This data folder already holds an institution; no demonstration was made.\n'
  }
  const password = newPassword()
  const signedIn = visitor(running.url)
  await signedIn.post('/api/setup', {
    code: running.setupCode,
    institution,
    login: admin.login,
    fullName: admin.fullName,
    language: 'ru',
    password,
  })
  await fill(signedIn, running.url, password)
  const lines = [admin, ...staff, ...examinees].map(({ login, roles, fullName }) =>
    [login.padEnd(12), password.padEnd(22), roles.join(',').padEnd(12), fullName].join(' '),
  )
  writeFileSync(note, `${lines.join('\n')}\n`, { mode: 0o600 })
  return table(running.url, readFileSync(note, 'utf8'))
}

async function fill(administrator: Visitor, url: string, password: string): Promise<void> {
  const { post, put } = administrator
  const account = async (person: Person): Promise<string> => {
    const made = await post<{ account: { id: string }; invitation: { token: string } }>('/api/accounts', {
      ...person,
      language: 'ru',
    })
    await visitor(url).post('/api/invitations/accept', { token: made.invitation.token, password })
    return made.account.id
  }
  const ids = new Map<string, string>()
  for (const person of [...staff, ...examinees]) ids.set(person.login, await account(person))
  const made = await post<{ id: string }>('/api/groups', group)
  for (const { login } of examinees) await put(`/api/people/${ids.get(login)}`, { group: made.id })
  await put(`/api/people/${ids.get(child.login)}`, { born: child.born })
  await put(`/api/people/${ids.get(child.login)}/parents/${ids.get('parent')}`, { proof: child.proof })
  const now = Date.now()
  const { id } = await post<{ id: string }>('/api/exams', {
    ...exam,
    teachers: [ids.get('teacher')],
    opensAt: new Date(now - 5 * MINUTE).toISOString(),
    closesAt: new Date(now + 24 * 60 * MINUTE).toISOString(),
  })
  for (const { login } of examinees)
    await post(`/api/exams/${id}/sessions`, { examinee: ids.get(login), proctors: [ids.get('proctor')] })
  // The last: parts of 000 are still to be decided, and until then it lets no new exam begin.
  await act(administrator)
}

/** The school works under the act of 000, in force from the day of its order. */
async function act({ post }: Visitor): Promise<void> {
  const { id } = await post<{ id: string }>('/api/acts', { from: 'preset', preset: '000' })
  for (const command of ['consider', 'agree', 'approve']) await post(`/api/acts/${id}/moves`, { command })
}

const table = (url: string, lines: string): string =>
  [
    '  Демонстрация: люди, которых нет. Вход:',
    `  Demonstration: people who do not exist. Sign in at ${url}`,
    '',
    ...lines
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    '',
    '  Откройте экзамен как examinee1 (нужна камера), а в другом браузере — стену наблюдателя как proctor.',
    '  Open the exam as examinee1 (a camera is needed), and in another browser the wall as proctor.',
    '',
  ].join('\n')
