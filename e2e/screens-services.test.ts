// The register of services through the pages: from the act to an order, and a student who reads the rules and opens the service.
import { rmSync } from 'node:fs'
import { actInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { both, openBrowser, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let student: TestPerson
const pdf = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 contract') }

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  await actInForce(server.admin.client, '002')
  await server.person('support', { fullName: 'Лебедев Пётр Николаевич' })
  await server.person('methodist', { fullName: 'Преображенская-Константинопольская Маргарита Александровна' })
  student = await server.person('examinee', { fullName: 'Комарова Дарья Олеговна' })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(web, { recursive: true, force: true })
})

test('R2-11a R2-12a R2-12d the services of the act are entered, one gets its contract, rules and order and comes into use', async () => {
  const admin = await visitAs(browser, server, server.admin)
  const { page } = admin
  await page.goto('/services/register')
  await page.getByRole('button', { name: 'Внести их' }).click()
  await page.getByRole('link', { name: 'ЮРАЙТ', exact: true }).waitFor()
  await both(admin, 'services-register', 'the register of services')

  await page.getByRole('link', { name: 'ЮРАЙТ', exact: true }).click()
  await page.getByRole('heading', { name: 'ЮРАЙТ', level: 1 }).waitFor()
  await page.getByLabel('Правообладатель').fill('ООО «Электронное издательство ЮРАЙТ»')
  await page.getByLabel('Договор с правообладателем').check()
  await page.getByLabel('Номер договора').fill('7/26')
  await page.getByLabel('Безопасность', { exact: true }).fill('Доступ по личному паролю')
  await page.getByLabel('Конфиденциальность').fill('Раздел 5 договора')
  await page.getByLabel('Техническая поддержка').fill('По почте, в рабочие дни')
  const law = 'Закон о персональных данных и информационная безопасность'
  await page.getByLabel(`Кто проверил: ${law}`).fill('Лебедев П. Н.')
  await page.getByLabel(`Соответствует: ${law}`).check()
  await page.getByRole('button', { name: 'Сохранить карточку' }).click()
  await page.getByText('Сохранено').waitFor()
  await page.getByRole('button', { name: 'Проверен, законен' }).click()
  await page.getByRole('button', { name: 'Основание есть' }).click()
  await page.getByText(/Нет основания: договора с правообладателем и его файла/).waitFor()
  await page.locator('input[type=file]').first().setInputFiles(pdf)
  await page.getByRole('button', { name: 'Скачать файл: Договор' }).waitFor()
  await page.getByRole('button', { name: 'Опубликовать правила' }).click()
  const rules = page.getByRole('dialog')
  await admin.accessible('the rules of a service')
  await rules.getByRole('button', { name: 'Опубликовать правила' }).click()
  await page.getByText(/^Редакция 1 от/).waitFor()
  await page.getByRole('button', { name: 'Основание есть' }).click()
  await page.getByText('Дальше — приказ', { exact: false }).waitFor()
  await both(admin, 'services-card', 'the card of a service')
  await page.getByLabel('Номер договора').fill('8/26')
  await page.getByText('файл прежнего договора будет удалён', { exact: false }).waitFor()
  await page.getByLabel('Номер договора').fill('7/26')
  await page.getByText('файл прежнего договора будет удалён', { exact: false }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Вывести из применения' }).click()
  const retire = page.getByRole('dialog')
  await retire.getByText('понадобится новая запись', { exact: false }).waitFor()
  expect(await retire.getByRole('button', { name: 'Вывести из применения' }).isDisabled()).toBe(true)
  await admin.accessible('taking a service out of use')
  await page.keyboard.press('Escape')
  await retire.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'К приказам' }).click()
  await page.getByRole('button', { name: 'Подготовить приказ' }).click()
  const order = page.getByRole('dialog')
  await order.getByRole('combobox', { name: 'Ответственный за техническое обеспечение' }).fill('лебедев')
  await page.getByRole('option', { name: 'Лебедев Пётр Николаевич' }).click()
  await order.getByRole('combobox', { name: 'Ответственный за организационное функционирование' }).click()
  await page
    .getByRole('option', { name: 'Преображенская-Константинопольская Маргарита Александровна' })
    .click()
  await order.getByLabel('Должность').fill('Директор')
  await order.getByLabel('Фамилия, имя, отчество').fill('Королева Людмила Андреевна')
  await both(admin, 'services-order', 'an order on services')
  await order.getByRole('button', { name: 'Подготовить', exact: true }).click()
  await page.getByRole('button', { name: 'Внести подписанный приказ: ЮРАЙТ' }).click()
  await page.getByRole('dialog').getByLabel('Номер приказа').fill('239')
  await page.getByRole('dialog').getByRole('button', { name: 'Внести', exact: true }).click()
  await page.getByRole('heading', { name: /^Приказ № 239 от/ }).waitFor()
  await both(admin, 'services-orders', 'the orders on services')
  await page.getByRole('tab', { name: 'Сервисы' }).click()
  await page.getByRole('row', { name: /ЮРАЙТ/ }).getByText('Применяется').waitFor()
  await page.getByRole('tab', { name: 'Настройки' }).click()
  await page.getByLabel('Порядок').fill('Логин выдаёт куратор группы в первый учебный день.')
  await page
    .getByLabel('Каким локальным актом установлен')
    .fill('Положение об ЭИОС, приказ № 12 от 01.09.2025')
  await page.getByRole('button', { name: 'Сохранить настройки' }).click()
  await page.getByText('Сохранено').waitFor()
  await both(admin, 'services-settings', 'the settings of services')
  expect(admin.trouble).toEqual([])
  await admin.close()
})

test('R0-3.3b R0-5.2 R2-4 R2-15c a student finds the service, reads its rules with the check of the device, and opens it', async () => {
  const here = await visitAs(browser, server, student)
  const { page } = here
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Сервисы', exact: true }).click()
  const card = page.getByRole('article', { name: 'ЮРАЙТ' })
  await card.getByRole('button', { name: 'Прочитать правила: ЮРАЙТ' }).waitFor()
  expect(await card.getByRole('link').count()).toBe(0)
  await page.getByText('Положение об ЭИОС', { exact: false }).waitFor()
  await both(here, 'services-catalogue', 'the catalogue of services')
  await card.getByRole('button', { name: 'Прочитать правила: ЮРАЙТ' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('heading', { name: 'Что нужно от устройства и программ' }).waitFor()
  const check = sheet.getByRole('link', { name: 'Проверить устройство' })
  expect(await check.getAttribute('href')).toBe('/exam/equipment')
  const go = sheet.getByRole('button', { name: 'Продолжить' })
  expect(await go.isDisabled()).toBe(true)
  await both(here, 'services-rules', 'the rules of a service')
  await sheet.getByLabel('Правила прочитаны, они мне понятны').check()
  await go.click()
  const open = card.getByRole('link', { name: 'Открыть «ЮРАЙТ» в новой вкладке' })
  await open.waitFor()
  expect(await open.getAttribute('href')).toBe('https://urait.ru')
  expect(here.trouble).toEqual([])
  await here.close()
})
