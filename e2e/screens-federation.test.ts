// Signing in by the server of the institution through the pages: set up and tried, linked by its owner, and the way in.
import { rmSync } from 'node:fs'
import { type OpenidProvider, openidProvider } from '@ochno/testkit/openid-provider'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visit, visitAs } from './screens-stand.ts'

const SECRET = 'a+b/c%d e:f-0123456789abcdef'
let server: TestServer
let browser: Browser
let web: string
let provider: OpenidProvider
let pupil: TestPerson

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  provider = await openidProvider({ id: 'ochno', secret: SECRET, returnTo: `${server.url}/sign-in/back` })
  pupil = await server.person('examinee', { fullName: 'Белова Анна Игоревна' })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await provider?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

/** At the provider's own form. */
async function confirmThere(page: Page) {
  // Our own page has fields of the same names.
  await page.waitForURL(`${provider.issuer}/interaction/*`)
  await page.locator('input[name="login"]').fill('belova')
  await page.locator('input[name="password"]').fill('x')
  await page.locator('button[type="submit"]').click()
  await page.getByRole('button', { name: 'Continue' }).click({ timeout: 20_000 })
}

test('B-29 the administrator sets the server up and hears honestly what it answers', async () => {
  const admin = await visitAs(browser, server, server.admin)
  const { page } = admin
  await page.goto('/federation')
  await page.getByLabel('Название на кнопке').fill('Портал школы')
  await page.getByLabel('Адрес сервера (issuer)').fill(provider.issuer)
  await page.getByLabel('Имя клиента (client id)').fill('ochno')
  await page.getByLabel('Секрет клиента').fill('ошибка')
  await page.getByRole('button', { name: 'Сохранить сервер входа' }).click()
  await page.getByRole('button', { name: 'Проверить сервер входа' }).click()
  await page.getByText('Сервер не принял имя клиента или секрет.').waitFor()
  await admin.accessible('a sign-in server that refused')
  await picture(page, 'federation-refused')
  await page.getByLabel('Секрет клиента').fill(SECRET)
  await page.getByRole('button', { name: 'Сохранить сервер входа' }).click()
  await page.getByText('Настройки сохранены').waitFor()
  await page.getByRole('button', { name: 'Проверить сервер входа' }).click()
  await page.getByText('Сервер отвечает и знает нас').waitFor()
  await page.setViewportSize(phone)
  await fits(admin)
  await admin.accessible('the sign-in server on a phone')
  await picture(page, 'federation-phone')
  expect(admin.trouble).toEqual([])
  await admin.close()
})

test('B-29 a person links their own sign-in and comes in by it', async () => {
  const here = await visit(browser, server.url, { viewport: desktop })
  // The provider's own pages ask for a typeface of a stranger.
  await here.context.route(/fonts\.googleapis\.com/, (route) => route.abort())
  const { page } = here
  const button = page.getByRole('button', { name: 'Войти через «Портал школы»' })
  await page.goto('/sign-in')
  await button.waitFor()
  await here.accessible('signing in with another way')
  await picture(page, 'federation-sign-in')
  await page.setViewportSize(phone)
  await fits(here)
  await picture(page, 'federation-sign-in-phone')
  await button.click()
  await confirmThere(page)
  await page.getByText('Этот вход ещё не связан с учётной записью').waitFor()
  expect(page.url()).not.toContain('code=')
  await here.accessible('a sign-in that is not linked')
  await picture(page, 'federation-not-linked-phone')

  await page.getByRole('link', { name: 'К странице входа' }).click()
  await page.getByLabel('Логин').fill(pupil.login)
  await page.getByLabel('Пароль', { exact: true }).fill(pupil.password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('link', { name: /^Извещения/ }).waitFor()
  await page.goto('/me/sign-ins')
  await page.getByRole('button', { name: 'Связать вход «Портал школы»' }).click()
  await page.getByRole('button', { name: 'Отвязать' }).waitFor()
  await here.accessible('a sign-in that is linked')
  await picture(page, 'federation-linked-phone')

  await here.context.clearCookies({ name: '__Host-sid' })
  await page.goto('/sign-in')
  await button.click()
  await page.getByRole('link', { name: /^Извещения/ }).waitFor()
  const theirs = [new URL(provider.issuer).host, 'fonts.googleapis.com']
  expect(here.trouble.filter((one) => !theirs.some((host) => one.includes(host)))).toEqual([])
  await here.close()
})
