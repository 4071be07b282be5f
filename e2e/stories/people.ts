// Everybody comes from one list; staff and a parent get their links one by one, a group gets slips of paper.
import { inviteAgain } from '@ochno/contract/accounts'
import { listPeople } from '@ochno/contract/people'
import { acceptInvitation } from '@ochno/contract/sign-in'
import { Client } from '@ochno/testkit/client'
import { PASSWORD } from '@ochno/testkit/server'
import type { Visit } from '../screens-stand.ts'
import { firstEntry, go, look, type Stand } from './stand.ts'

export const staff = {
  teacher: { name: 'Петрова Анна Ильинична', login: 'petrova', role: 'учитель' },
  proctor: { name: 'Тихонова Елена Викторовна', login: 'tihonova', role: 'проктор' },
  methodist: { name: 'Белова Ольга Ивановна', login: 'belova', role: 'методист' },
} as const

function list({ of }: Stand): string {
  const { examinee, parent, group } = of
  const by = parent ? `${parent.name} <${parent.login}>` : ''
  return [
    'ФИО;Логин;Роль;Класс;Дата рождения;Родитель',
    `${examinee.name};${examinee.login};ученик;${group};${examinee.born};${by}`,
    `Крылова Вера Павловна;krylova;ученик;${group};01.02.2000;`,
    `Лунин Глеб Сергеевич;lunin;ученик;${group};02.02.2000;`,
    ...Object.values(staff).map(({ name, login, role }) => `${name};${login};${role};;;`),
  ].join('\n')
}

export async function importPeople(stand: Stand): Promise<void> {
  const { admin, of } = stand
  const { page } = admin
  await go(admin, '/people')
  await page.getByRole('link', { name: 'Загрузить список' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'люди.csv', mimeType: 'text/csv', buffer: Buffer.from(list(stand)) })
  await page.getByText(/^Ошибок нет\. Новых людей: [67]/).waitFor()
  if (of.parent) await page.getByLabel(/^Мы видели документы этих родителей/).check()
  await look(stand, admin, 'import')
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Список записан').waitFor()
}

/** A link for one person, given by the administrator from the list. */
async function linkFor(admin: Visit, name: string): Promise<string> {
  const { page } = admin
  await go(admin, '/people')
  await page.getByRole('button', { name: `Действия: ${name}` }).click()
  await page.getByRole('button', { name: 'Выдать одноразовую ссылку' }).click()
  const link = await page.getByLabel('Одноразовая ссылка').inputValue()
  await page.getByRole('button', { name: 'Готово' }).click()
  return link
}

export type Family = { readonly examinee: Visit; readonly parent: Visit | null }

/** The pupil comes by the slip of paper of the group, the parent by a link. */
export async function familyEnters(stand: Stand): Promise<Family> {
  const { admin, of } = stand
  const { page } = admin
  const parent = of.parent ? await firstEntry(stand, await linkFor(admin, of.parent.name)) : null
  await go(admin, '/groups')
  await page.getByRole('button', { name: `Листки для входа: ${of.group}` }).click()
  await page.getByRole('button', { name: 'Выдать', exact: true }).click()
  await page.getByRole('heading', { name: `Листки для входа: ${of.group}` }).waitFor()
  const slip = await page.getByRole('region', { name: of.examinee.name }).textContent()
  const [link] = slip?.match(/https?:\S+#[0-9a-f]{64}/) ?? []
  if (!link) throw new Error('no link on the slip')
  const examinee = await firstEntry(stand, link)
  return { examinee, parent }
}

/** Staff choose passwords at the same page as the family; here past it. */
export async function staffEnters({ client, machine }: Stand): Promise<void> {
  const { rows } = await client.done(listPeople, { query: {} })
  for (const { login } of Object.values(staff)) {
    const id = rows.find((one) => one.login === login)?.id
    if (!id) throw new Error(`${login} is not on the list`)
    const { invitation } = await client.done(inviteAgain, { params: { id } })
    await new Client(machine.server.url).done(acceptInvitation, {
      body: { token: invitation.token, password: PASSWORD },
    })
  }
}
