// Consents as the people give them: the office says who signs and where to send those who refuse, each reads and answers.
import type { Page } from 'playwright-core'
import type { Visit } from '../screens-stand.ts'
import { type Family, staff } from './people.ts'
import { enter, go, look, type Stand } from './stand.ts'

export const card = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, level: 2 }) })

export async function readParts(page: Page, title: string): Promise<void> {
  const one = card(page, title)
  await one.getByRole('button', { name: 'Прочитать' }).first().click()
  for (const at of [1, 2, 3]) {
    await one.getByText(`Часть ${at} из 3`).waitFor()
    await one.getByRole('button', { name: 'Прочитано, дальше' }).click()
  }
}

/** The methodist decides the ages and the other way for those who say no. */
export async function officeDecides(stand: Stand): Promise<Visit> {
  const office = await enter(stand, staff.methodist.login, '/consent-register')
  const { page } = office
  await page.getByText('Люди пока не могут ответить').waitFor()
  await page.getByRole('button', { name: 'Заполнить' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Младше этого возраста отвечает только родитель').fill('14')
  await form.getByLabel('Младше этого возраста отвечают оба, с него только сам').fill('18')
  await form.getByLabel('очно, в учреждении').check()
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await form.waitFor({ state: 'detached' })
  return office
}

async function agree({ page }: Visit, title: string, yes: string): Promise<void> {
  await readParts(page, title)
  const one = card(page, title)
  await one.getByRole('radio', { name: yes, exact: true }).check()
  await one.getByRole('button', { name: 'Ответить', exact: true }).click()
}

const PROCTORING = 'Согласие на прокторинг'

/** 000: a pupil of fifteen answers and his mother after him, each on a phone; the dispute record is another question. */
export async function bothAgree(stand: Stand, { examinee, parent }: Family): Promise<void> {
  await go(examinee, '/consents')
  await agree(examinee, PROCTORING, 'Согласен')
  await examinee.page.getByText('Ждём второй: родитель или законный представитель').waitFor()
  await look(stand, examinee, 'consent-examinee')
  await parentAgrees(stand, parent)
}

/** 001: under fourteen the parent alone. */
export async function parentAgrees(stand: Stand, parent: Visit | null): Promise<void> {
  if (!parent) throw new Error('no parent')
  await go(parent, '/consents')
  await parent.page.getByRole('heading', { name: `За ребёнка: ${stand.of.examinee.name}` }).waitFor()
  await agree(parent, PROCTORING, 'Согласен')
  await card(parent.page, PROCTORING)
    .getByText(/Согласие дано/)
    .waitFor()
  await look(stand, parent, 'consent-parent')
}

/** 003: an adult, for himself. */
export async function selfAgrees(stand: Stand, { examinee }: Family): Promise<void> {
  await go(examinee, '/consents')
  await agree(examinee, PROCTORING, 'Согласен')
  await card(examinee.page, PROCTORING)
    .getByText(/Согласие дано/)
    .waitFor()
  await look(stand, examinee, 'consent')
}

const BIOMETRIC = 'Согласие на обработку биометрических данных'
const TRANSFER = 'Согласие на передачу данных третьим лицам'

/** 004: read on the screen, signed on the printed form, a photo of it sent, the original taken by the office. */
export async function onPaper(stand: Stand, { examinee }: Family, office: Visit): Promise<void> {
  const { page } = examinee
  await go(examinee, '/consents')
  await agree(examinee, BIOMETRIC, 'Согласен, подпишу на бумаге')
  await readParts(page, TRANSFER)
  await card(page, TRANSFER).getByRole('radio', { name: 'Согласен, подпишу на бумаге' }).check()
  await card(page, TRANSFER).getByRole('button', { name: 'Ответить', exact: true }).click()
  await page.getByLabel('Образовательная программа').fill(stand.of.programme.name)
  await page.getByLabel('Адрес регистрации').fill('г. Иваново, ул. Садовая, д. 5')
  await page.getByLabel('Документ: название').fill('паспорт 24 00 123456')
  const made = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать бланк' }).click()
  await made
  await page.getByText('Бланк составлен').first().waitFor()
  // A photo as far as anybody can tell before opening it.
  const scan = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'бланк.png', mimeType: 'image/png', buffer: scan })
  await page.getByRole('button', { name: 'Загрузить' }).click()
  await page.getByText('Скан загружен').first().waitFor()
  await look(stand, examinee, 'consent-paper', card(page, 'Бумага'))

  await office.page.reload()
  // On a phone the list is long, and only those in sight are drawn.
  await office.page.getByLabel('Найти по имени').fill(stand.of.examinee.name)
  await office.page.getByRole('button', { name: 'Принять оригинал' }).click()
  await office.page.getByRole('button', { name: 'Принять', exact: true }).click()
  await office.page
    .getByText(/^принят /)
    .first()
    .waitFor()
  await look(stand, office, 'consent-register')
}
