// Working days, the academic calendar and blank forms as an administrator meets them.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstAdmin, type NewMachine, newMachine } from './new-machine.ts'
import { picture } from './pictures.ts'
import { desktop, phone, type Visit } from './screens-stand.ts'

let machine: NewMachine
let admin: Visit

beforeAll(async () => {
  machine = await newMachine()
  admin = await firstAdmin(machine)
}, 180_000)
afterAll(() => machine?.close())

const onPhone = async (name: string) => {
  const { page } = admin
  await page.setViewportSize(phone)
  await admin.accessible(`${name} on a phone`)
  await picture(page, `${name}-phone`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.setViewportSize(desktop)
}

test('TR-14 a moved day is entered with its reason, seen in the year and taken back', async () => {
  const { page } = admin
  await page.goto('/calendar')
  await page.getByLabel('Год', { exact: true }).selectOption('2026')
  await page.getByText('Рабочих дней: 247, из них сокращённых: 4').waitFor()
  await page.getByRole('button', { name: /23 ноября.*: рабочий день/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('По государственному календарю это рабочий день.').waitFor()
  await dialog.getByLabel('Причина').fill('Указ губернатора № 7 от 1 ноября 2026 г.')
  await picture(page, 'calendar-day')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Рабочих дней: 246, из них сокращённых: 4').waitFor()
  const changed = page.getByRole('button', { name: /23 ноября.*: нерабочий день, изменён/ })
  await changed.waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await admin.accessible('the calendar')
  await picture(page, 'calendar')
  await onPhone('calendar')
  // The year is walked with the arrows.
  await changed.focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('24 ноября')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Вернуть как в государственном календаре' }).click()
  await page.getByText('Рабочих дней: 247, из них сокращённых: 4').waitFor()
  await page.getByText('Изменений нет: год такой, каким его объявило государство.').waitFor()
  expect(admin.trouble).toEqual([])
})

test('TR-12 a period of the academic calendar is entered, its clash with another is told', async () => {
  const { page } = admin
  await page.getByRole('tab', { name: 'Учебный график' }).click()
  await page.getByText('Периодов пока нет').waitFor()
  const enter = async (from: string, to: string) => {
    await page.getByRole('button', { name: 'Добавить период' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel('Программа')
      .fill('Основная образовательная программа среднего общего образования')
    await dialog.getByLabel('Первый день').fill(from)
    await dialog.getByLabel('Последний день').fill(to)
    return dialog
  }
  const first = await enter('2027-01-11', '2027-01-05')
  await first.getByText('Последний день раньше первого').waitFor()
  expect(await first.getByRole('button', { name: 'Сохранить' }).isDisabled()).toBe(true)
  await first.getByLabel('Последний день').fill('2027-01-23')
  await first.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('с 11.01.2027 по 23.01.2027').first().waitFor()
  const second = await enter('2027-01-23', '2027-01-30')
  await second.getByRole('button', { name: 'Сохранить' }).click()
  await second.getByText('Эти дни уже заняты: с 11.01.2027 по 23.01.2027.').waitFor()
  await picture(page, 'periods-clash')
  await second.getByRole('button', { name: 'Отмена' }).click()
  await admin.accessible('the academic calendar')
  await picture(page, 'periods')
  await onPhone('periods')
  expect(admin.trouble).toEqual([])
})

test('blank forms are listed by purpose and downloaded with the institution on them', async () => {
  const { page } = admin
  await page.goto('/forms')
  await page.getByText('Действующего акта нет, поэтому показаны формы всех пяти актов').waitFor()
  await page.getByRole('button', { name: 'Реквизиты на бланках' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Адрес', { exact: true }).fill('г. Тула, ул. Садовая, д. 1')
  await dialog.getByLabel('Город').fill('г. Тула')
  await picture(page, 'forms-setting')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('На бланках не хватает реквизитов учреждения').waitFor({ state: 'detached' })
  await admin.accessible('blank forms')
  await picture(page, 'forms')
  await onPhone('forms')
  await page.getByLabel('Найти форму').fill('журнал')
  for (const [kind, begins] of [
    ['PDF', '%PDF-'],
    ['Word', 'PK'],
    ['Excel', 'PK'],
  ] as const) {
    const download = page.waitForEvent('download', { timeout: 20_000 })
    await page.getByRole('button', { name: `Журнал инструктажа прокторов: скачать ${kind}` }).click()
    const file = await (await download).path()
    expect((await readFile(file)).subarray(0, begins.length).toString('latin1')).toBe(begins)
  }
  await page.getByText(/F-003-3 Журнал инструктажа прокторов\.xlsx» скачан/).waitFor({ state: 'attached' })
  expect(admin.trouble).toEqual([])
})
