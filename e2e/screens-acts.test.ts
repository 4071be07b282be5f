// The act through the pages: from a preset to a decision, a comparison and the file that brings it back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { compose, type Composed } from '@ochno/server/compose'
import { defaultStorage } from '@ochno/server/config'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { PASSWORD } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { openBrowser, phone, type Visit, visit } from './screens-stand.ts'

let browser: Browser
let database: TestDatabase
let server: Composed
let admin: Visit
const folders: string[] = []

beforeAll(async () => {
  const webDir = await builtWeb('production')
  const dataDir = mkdtempSync(join(tmpdir(), 'ochno-acts-'))
  folders.push(webDir, dataDir)
  database = await testDatabase()
  server = await compose({
    config: {
      dataDir,
      host: '127.0.0.1',
      port: 0,
      origins: [],
      tls: null,
      databaseUrl: database.url,
      s3: null,
      trustedProxies: [],
      webDir,
      storage: defaultStorage,
      logLevel: 'error',
    },
    pools: database.pools,
    ownerUrl: database.url,
    keys: openKeyFiles(join(dataDir, 'keys')),
  })
  browser = await openBrowser()
  admin = await visit(browser, server.url)
  const { page } = admin
  await page.goto(`/setup#${server.setupCode}`)
  await page.getByLabel('Название учреждения').fill('Гимназия № 7')
  await page.getByLabel('Ваше имя полностью').fill('Иванова Мария Сергеевна')
  await page.getByLabel('Логин', { exact: true }).fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать и войти' }).click()
  await page.getByText('Первые шаги').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await database?.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

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
