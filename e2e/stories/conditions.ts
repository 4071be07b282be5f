// Special conditions: asked for on a phone with a document, granted by the office.
import type { Locator, Page } from 'playwright-core'
import type { Visit } from '../screens-stand.ts'
import { go, look, type Stand } from './stand.ts'

const DAY = 86_400_000

export async function askConditions(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Попросить об условиях' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Особые условия на экзамене' })
  await sheet.getByLabel('Документ-основание').fill('Заключение № 77 от 10.09.2026')
  await sheet.getByLabel('Технические средства').fill('увеличитель экрана')
  await sheet.getByLabel('Дополнительное время, минут').fill('20')
  return sheet
}

export async function attachGround(page: Page, name: string): Promise<void> {
  await page.getByText('Приложите документ').waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'заключение.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 ground'),
  })
  await page.getByRole('button', { name: `Посмотреть документ: ${name}` }).waitFor()
}

export async function asksAndIsGranted(stand: Stand, own: Visit, office: Visit): Promise<void> {
  const { name } = stand.of.examinee
  await go(own, '/special-conditions')
  const sheet = await askConditions(own.page)
  await look(stand, own, 'conditions')
  await sheet.getByRole('button', { name: 'Отправить просьбу' }).click()
  await attachGround(own.page, name)
  await go(office, '/special-conditions')
  await office.page.getByRole('button', { name: `Решить: ${name}` }).click()
  const decision = office.page.getByRole('dialog', { name: 'Решение по особым условиям' })
  await decision
    .getByLabel('По какой день')
    .fill(new Date(stand.clock.ms() + 60 * DAY).toISOString().slice(0, 10))
  await decision.getByRole('button', { name: 'Сохранить решение' }).click()
  await office.page.getByText('Предоставлено').waitFor()
}
