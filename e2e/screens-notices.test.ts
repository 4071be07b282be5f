// A schedule is told: the teacher sends it, the examinee finds it in the account and says that it was read.
import { rmSync } from 'node:fs'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let teacher: TestPerson
let session: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  // The job of every minute stands still: here a person tells.
  const parts = [{ tasks: { tell_schedules: async () => {} } }]
  server = await bootServer({ config: { webDir: web }, parts })
  browser = await openBrowser()
  teacher = await server.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  const exam = await server.exam({ title: 'Физика, 9 класс' })
  session = await server.session({
    exam,
    examinee: await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
  })
  await server.session({
    exam,
    examinee: await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' }),
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('R4-3.6b the teacher tells the schedule, the examinee reads it in the account, and the teacher sees both', async () => {
  const staff = await visitAs(browser, server, teacher)
  const { page } = staff
  await page.goto(`/exams/${session.exam}/notices`)
  await page.getByRole('button', { name: 'Известить 2 человек' }).click()
  await page.getByText('Отправлено, ещё не видел').first().waitFor()
  await page.getByRole('button', { name: 'Известить' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Написать всем' }).click()
  const form = page.getByRole('dialog', { name: 'Написать всем' })
  await form.getByLabel('Сообщение').fill('Возьмите документ с фотографией и черновик.')
  await staff.accessible('writing to everybody')
  await form.getByRole('button', { name: 'Отправить' }).click()
  await page.getByText('Сообщение отправлено 2 людям').waitFor()

  const own = await visitAs(browser, server, session.examinee, { viewport: phone })
  await own.page.goto('/')
  await own.page.getByRole('link', { name: 'Извещения: 2 непрочитанных' }).click()
  await own.page.getByRole('heading', { name: 'Назначен экзамен «Физика, 9 класс»' }).waitFor()
  await own.page.getByText('Возьмите документ с фотографией и черновик.').waitFor()
  await fits(own)
  await own.accessible('notices on a narrow screen')
  await picture(own.page, 'notices-phone')
  await own.page.getByRole('button', { name: 'Отметить прочитанным' }).first().click()
  await own.page.getByRole('link', { name: 'Извещения: 1 непрочитанное' }).waitFor()
  await own.page.getByRole('button', { name: 'Отметить прочитанным' }).first().click()
  await own.page.getByRole('link', { name: 'Извещения', exact: true }).waitFor()
  await own.page.setViewportSize({ width: 1440, height: 900 })
  await own.accessible('notices')
  await picture(own.page, 'notices')

  await page.reload()
  await page
    .getByRole('row', { name: /Белова/ })
    .getByText('Прочитано')
    .waitFor()
  await page
    .getByRole('row', { name: /Константинопольский/ })
    .getByText('Отправлено')
    .waitFor()
  await staff.accessible('who was told')
  await picture(page, 'told')
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'told-phone')
  expect([...staff.trouble, ...own.trouble]).toEqual([])
  await staff.close()
  await own.close()
})
