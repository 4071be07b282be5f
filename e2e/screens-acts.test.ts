// The act through the pages: from a preset to a decision, a comparison and the file that brings it back.
import { FORMAT } from '@ochno/domain/policy/exchange'
import { PASSWORD } from '@ochno/testkit/server'
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

test('an edition from preset 004 shows clause 3.7 and its words', async () => {
  const { page } = admin
  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByRole('button', { name: 'Создать', exact: true }).click()
  await page.getByRole('heading', { name: 'Реквизиты' }).waitFor()
  const limit = page.getByRole('listitem').filter({ hasText: 'пункт 3.7' }).first()
  await limit.getByText('15 человек').waitFor()
  await limit.getByText('Слова акта').click()
  await limit.getByRole('blockquote').waitFor()
  await admin.accessible('an act')
  await picture(page, 'act')
  await page.setViewportSize(phone)
  await admin.accessible('an act on a phone')
  await picture(page, 'act-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  expect(admin.trouble).toEqual([])
})

test('what is unregulated is decided with a ground, compared, and comes back from its file', async () => {
  const { page } = admin
  await page.getByLabel('Показать').selectOption('open')
  await page.getByLabel('Найти параметр').fill('апелляц')
  await page
    .getByRole('button', { name: /^Решить: / })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const name = (await dialog.getByRole('heading').first().textContent()) ?? ''
  await dialog.getByLabel('Основание').fill('Решение педагогического совета')
  const value = dialog.getByLabel('Значение')
  expect(await value.inputValue(), 'nothing is filled in silently').toBe('')
  if ((await value.evaluate((field) => field.tagName)) === 'SELECT') await value.selectOption({ index: 1 })
  else await value.fill('3')
  await admin.accessible('a decision on a phone')
  await dialog.getByRole('button', { name: 'Сохранить решение' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByLabel('Показать').selectOption('decided')
  await page.getByText('Основание: Решение педагогического совета').waitFor()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать файл' }).click()
  const file = await (await downloading).path()

  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByRole('button', { name: 'Создать', exact: true }).click()
  await page.getByRole('tab', { name: 'Сравнение' }).click()
  await page.getByLabel('Другая редакция').selectOption({ index: 1 })
  await page
    .getByRole('region', { name: 'Сравнить с другой редакцией' })
    .getByText(name, { exact: true })
    .waitFor()

  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByLabel('На основе чего').selectOption('file')
  await page.getByLabel('Название').fill('Из файла')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Создать', exact: true }).click()
  await page.getByLabel('Показать').selectOption('decided')
  await page.getByText('Основание: Решение педагогического совета').waitFor()
  expect(admin.trouble).toEqual([])
})

test('R0-0a R0-0d an own act from nothing: what its clause says, its card with errors at their fields, its approval with the password', async () => {
  const { page } = admin
  await page.setViewportSize(desktop)
  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByLabel('На основе чего').selectOption('nothing')
  await page.getByLabel('Название').fill('Порядок прокторинга гимназии')
  await page.getByRole('button', { name: 'Создать', exact: true }).click()
  await page.getByLabel('Найти параметр').fill('одновременно')
  await page
    .getByRole('button', { name: /^Внести из акта: / })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: 'Сохранить сказанное в акте' })
  await dialog.getByRole('textbox', { name: /^Значение/ }).fill('10')
  await dialog.getByLabel('Пункты акта').fill('п. 2.1, 2.2')
  expect(await save.isDisabled(), 'a value without the words of its clause').toBe(true)
  await dialog.getByLabel('Слова акта').fill('Одновременно сдают не более десяти человек.')
  await admin.accessible('what an own act says')
  await picture(page, 'act-own')
  await page.setViewportSize(phone)
  await picture(page, 'act-own-phone')
  await page.setViewportSize(desktop)
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('listitem').filter({ hasText: '10 человек' }).first()
  await row.getByText('Слова акта').click()
  await row.getByText('Одновременно сдают не более десяти человек.').waitFor()

  await page.getByRole('button', { name: 'Изменить реквизиты' }).click()
  await dialog.getByRole('button', { name: 'Добавить шаг' }).click()
  await dialog.getByLabel('Адрес опубликованного акта').fill('сайт гимназии')
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await dialog.getByText('Не сохранено: исправьте 2 поля').waitFor()
  await dialog.getByText('Заполните это поле.').waitFor()
  await dialog.getByText('Нужен адрес целиком').waitFor()
  expect(await dialog.getByLabel('Кем').evaluate((field) => field === document.activeElement)).toBe(true)
  await admin.accessible('the card of an act with errors')
  await picture(page, 'act-card-errors')
  await page.setViewportSize(phone)
  await picture(page, 'act-card-errors-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.setViewportSize(desktop)
  await dialog.getByLabel('Кем').fill('Педагогический совет')
  await dialog.getByLabel('Этому шагу нужен номер протокола').check()
  await dialog.getByLabel('Адрес опубликованного акта').fill('https://gymnasium.example/act.pdf')
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })

  const move = async (button: string, yes: string, state: string) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    await dialog.getByRole('button', { name: yes, exact: true }).click()
    await page.getByText(`${state}.`, { exact: false }).first().waitFor()
    await dialog.waitFor({ state: 'detached' })
  }
  await move('Отметить рассмотренным', 'Да, рассмотрен', 'Рассмотрен')
  await move('Отметить согласованным', 'Да, согласован', 'Согласован')
  await page.getByRole('button', { name: 'Утвердить', exact: true }).click()
  await dialog.getByText('Утвердить пока нельзя').waitFor()
  await dialog.getByText('Педагогический совет: нет номера протокола').waitFor()
  await dialog.getByText('Нет дня, с которого акт действует').waitFor()
  expect(await dialog.getByRole('button', { name: 'Да, утверждён' }).isDisabled()).toBe(true)
  await admin.accessible('an approval that lacks something')
  await picture(page, 'act-approve')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Изменить реквизиты' }).click()
  expect(await dialog.getByLabel('Вид и полное название акта').isDisabled(), 'its text is considered').toBe(
    true,
  )
  await dialog.getByLabel('Номер протокола', { exact: true }).fill('№ 7')
  await dialog.getByLabel('Дата', { exact: true }).fill('2026-05-25')
  await dialog.getByLabel('Фамилия и имя того, кто утверждает').fill('Антропов Ю.Д.')
  await dialog.getByLabel('День утверждения').fill('2026-05-25')
  await dialog.getByLabel('Действует с').fill('2026-06-01')
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })

  // The password was given long ago; the server keeps what it knows of a sign-in for a second.
  await machine.database.owner("update sign_in set proved_at = proved_at - interval '1 hour'")
  await page.waitForTimeout(1_200)
  await page.getByRole('button', { name: 'Утвердить', exact: true }).click()
  await dialog.getByRole('button', { name: 'Да, утверждён' }).click()
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Подтвердить' }).click()
  await page.getByText('Действует.', { exact: false }).first().waitFor()
  await dialog.first().waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Изменить реквизиты' }).click()
  expect(await dialog.getByLabel('День утверждения').isDisabled()).toBe(true)
  await dialog.getByLabel('Кто подписал файл электронно').fill('Гимназия № 7')
  await dialog.getByLabel('Когда подписан').fill("2026.05.25 16:36:00 +03'00'")
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Гимназия № 7, 2026.05.25').waitFor()

  // The next edition begins with its words and without its approval.
  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByLabel('На основе чего').selectOption('edition')
  await page.getByRole('button', { name: 'Создать', exact: true }).click()
  await page.getByText('Педагогический совет: нет даты').waitFor()
  await page.getByLabel('Найти параметр').fill('одновременно')
  await page.getByText('10 человек').first().waitFor()
  expect(admin.trouble).toEqual([])
})

test('a broken file is told line by line, and one too large is not sent', async () => {
  const { page } = admin
  const broken = {
    format: FORMAT,
    act: '004',
    stated: {
      'capacity.max_simultaneous': { value: 'пятнадцать', clauses: ['3.7'] },
      'proctor.oath': { value: true, clauses: ['2.1'] },
    },
    decisions: { 'appeal.filing_days': { value: 3, ground: '' } },
  }
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'act.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.goto('/acts')
  await page.getByRole('button', { name: 'Новая редакция' }).click()
  await page.getByLabel('На основе чего').selectOption('file')
  await page.getByLabel('Название').fill('Чужой файл')
  await choose(JSON.stringify(broken, null, 2))
  const create = page.getByRole('button', { name: 'Создать', exact: true })
  await create.click()
  await page.getByText('В файле 3 ошибки').waitFor()
  const table = page.getByRole('table', { name: 'Что не так в файле' })
  const limit = table.getByRole('row').filter({ hasText: 'capacity.max_simultaneous' })
  await limit.getByText('3.7', { exact: true }).waitFor()
  expect(await limit.textContent()).toMatch(/5.*Такого значения у параметра не бывает/s)
  await table.getByText('У решения нет основания.').waitFor()
  await admin.accessible('a broken file')
  await picture(page, 'act-file')
  await page.setViewportSize(phone)
  await picture(page, 'act-file-phone')
  await page.setViewportSize(desktop)
  await choose(' '.repeat(513 * 1024))
  await page.getByText('Файл больше 512 КБ').waitFor()
  expect(await create.isDisabled()).toBe(true)
  expect(admin.trouble).toEqual([])
})
