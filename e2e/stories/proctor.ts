// A proctor's papers: the order, the training, the promise of silence.
import type { Locator } from 'playwright-core'
import { staff } from './people.ts'
import { go, look, type Stand } from './stand.ts'

export async function fillPapers(sheet: Locator): Promise<void> {
  await sheet.getByLabel('Номер приказа о назначении').fill('15')
  await sheet.getByLabel('Дата приказа').fill('2026-01-10')
  await sheet.getByLabel('Неразглашение: документ').fill('Приказ № 15')
  await sheet.getByLabel('Неразглашение: дата').fill('2026-01-10')
  await sheet.getByLabel('Ознакомлен с Регламентом').fill('2026-01-12')
  await sheet.getByLabel('Ознакомлен с Инструкцией по проверке записей').fill('2026-01-12')
  await sheet.getByLabel('Лист или журнал с подписью проктора').fill('Лист ознакомления № 1')
  await sheet.getByLabel('Инструктаж пройден').fill('2026-01-12')
  await sheet.getByLabel('Кто провёл инструктаж').fill('Иванова М. С.')
  await sheet.getByLabel('Обучен: в реальном времени').fill('2026-01-12')
  await sheet.getByLabel('Повышение квалификации: дата').fill('2026-01-15')
  await sheet.getByLabel('Повышение квалификации: документ').fill('Удостоверение 7')
}

export async function proctorAppointed(stand: Stand): Promise<void> {
  const { admin } = stand
  const { page } = admin
  await go(admin, '/proctors')
  await page.getByRole('button', { name: `Документы: ${staff.proctor.name}` }).click()
  const sheet = page.getByRole('dialog')
  await fillPapers(sheet)
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page
    .getByText(/^Можно/)
    .first()
    .waitFor()
  await look(stand, admin, 'proctors')
}
