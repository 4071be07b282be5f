// Thousands of rows on the pages of real people: what is drawn, what is told of the rest, the keyboard, the address; and an
// import that says how far it is.
import { rmSync } from 'node:fs'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

const PEOPLE = 1_200
let webDir: string
let server: TestServer
let browser: Browser

beforeAll(async () => {
  webDir = await builtWeb('production')
  server = await bootServer({ config: { webDir } })
  await server.database.owner(
    `with made as (insert into account (id, tenant_id, login, full_name, created_at)
       select 'acc_' || lpad(translate(to_hex(i), '0189', 'wxyz'), 26, 'q'), $1, 'list' || i, 'Списков Номер' || lpad(i::text, 5, '0') || ' Ильич', now()
       from generate_series(1, $2::int) i returning id)
     insert into account_role (tenant_id, account_id, role) select $1, id, 'examinee' from made`,
    [server.id, PEOPLE],
  )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (webDir) rmSync(webDir, { recursive: true, force: true })
})

const drawn = (page: Page) => page.locator('tbody tr[data-row]').count()
const toEnd = (page: Page) => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))

test('a list of a whole school draws what is in sight, tells how much there is, keeps the focus and stands in the address', async () => {
  const look = await visitAs(browser, server, server.admin)
  const { page } = look
  await page.goto('/people')
  await page.getByText('Показано 100 из 1201').waitFor()
  const table = page.getByRole('table')
  // The administrator is one of them; the row of names counts, too.
  expect(await table.getAttribute('aria-rowcount')).toBe('1202')
  await look.accessible('a long list')

  const menu = page.getByRole('button', { name: /Списков Номер00003/ }).first()
  await menu.focus()
  // Pages come as one scrolls to them.
  for (const shown of [200, 300, 400, 500]) {
    await toEnd(page)
    await page.getByText(`Показано ${shown} из 1201`).waitFor()
  }
  await page.locator('tr[data-row="395"]').waitFor()
  expect(await drawn(page)).toBeLessThan(120)
  expect(await page.getByText('Списков Номер00100').count()).toBe(0)
  // Where one was stays there, and the next key goes on from it.
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await page.locator('tr[data-row="395"]').getAttribute('aria-rowindex')).toBe('397')
  await picture(page, 'long-list-far')

  await page.getByRole('searchbox').fill('номер00777')
  await page.getByText('Списков Номер00777').waitFor()
  await page.getByText('1 человек', { exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('find')).toBe('номер00777')
  await page.reload()
  await page.getByText('Списков Номер00777').waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('номер00777')
  await page.getByText('1 человек', { exact: true }).waitFor()

  await page.setViewportSize(phone)
  await page.goto('/people')
  await page.getByText('Показано 100 из 1201').waitFor()
  await fits(look)
  await toEnd(page)
  await page.getByText('Показано 200 из 1201').waitFor()
  await page.getByRole('button', { name: 'Показать ещё' }).waitFor()
  await look.accessible('a long list on a narrow screen')
  await picture(page, 'long-list-phone')
  expect(look.trouble).toEqual([])
  await look.close()
})

test('an import says how far it is and can be cancelled; what it did is found again by whoever comes back', async () => {
  const look = await visitAs(browser, server, server.admin)
  const { page } = look
  await page.goto('/people/import')
  const give = () =>
    page.locator('input[type=file]').setInputFiles({
      name: 'список.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('ФИО;Логин;Класс\nПрогрессова Анна;progress.anna;10А\n'),
    })
  // The request is held, and the server's word is put in its mouth: a machine that is quick shows no bar.
  const held = Promise.withResolvers<void>()
  await page.route('**/api/people-import/check', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.route('**/api/people-import', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { running: { step: 'writing', done: 1200, total: 5000 }, last: null } })
      : route.continue(),
  )
  await give()
  await page.getByText('Пробная запись: 1200 из 5000. Ничего не сохраняется.').waitFor()
  const bar = page.getByRole('progressbar', { name: 'Ход загрузки' })
  expect(await bar.getAttribute('aria-valuenow')).toBe('31')
  await page.getByRole('button', { name: 'Отменить, ничего не записывать' }).waitFor()
  await look.accessible('an import under way')
  await picture(page, 'import-progress')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'import-progress-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  held.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByText('Ошибок нет. Новых людей: 1').waitFor()
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Список записан').waitFor()
  await page.reload()
  await page.getByText('Ваша последняя загрузка').waitFor()
  await picture(page, 'import-last')
  await look.accessible('the last import')
  expect(look.trouble).toEqual([])
  await look.close()
})
