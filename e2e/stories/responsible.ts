// 000 п. 6, 002 п. 12: the technologies somebody supports, the order that names the people, the public list.
import { comes, go, look, type Stand } from './stand.ts'

export async function orderOfResponsible(stand: Stand, technology: string): Promise<void> {
  const { admin, of } = stand
  const { page } = admin
  const sheet = page.getByRole('dialog')
  await go(admin, '/institution')
  await page.getByRole('button', { name: 'Добавить технологию' }).click()
  await sheet.getByLabel('Название').fill(technology)
  await sheet.getByLabel('Связь и интернет').check()
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await sheet.waitFor({ state: 'detached' })
  await go(admin, '/responsible')
  await page.getByRole('button', { name: 'Внести приказ' }).click()
  await sheet.getByLabel('Номер приказа').fill('41')
  const rows = sheet.getByRole('group', { name: /^Ответственный \d/ })
  await rows.first().waitFor()
  for (const row of await rows.all()) {
    await row.getByRole('combobox', { name: 'Кто', exact: true }).click()
    await page.getByRole('option', { name: 'Иванова Мария Сергеевна' }).click()
    await row.getByLabel('Должность').fill('Инженер-программист')
    await row.getByLabel('Телефон').fill('+7 351 200-00-40')
    await row.getByLabel('Эл. почта').fill('help@school.example')
    await row.getByLabel('Часы').fill('будни 9:00–17:00')
  }
  await sheet.getByRole('button', { name: 'Внести и опубликовать' }).click()
  await page.getByText('Приказ № 41 от').waitFor()
  await look(stand, admin, 'responsible')
  const address = await page.getByLabel('Ссылка для сайта').inputValue()
  const parent = await comes(stand, of.at.family)
  await parent.page.goto(new URL(address).pathname)
  await parent.page.getByRole('link', { name: '+7 351 200-00-40' }).first().waitFor()
  await look(stand, parent, 'contacts')
}
