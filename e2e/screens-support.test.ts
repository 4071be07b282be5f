// Somebody is stuck: a question from an exam and one from home, and the person of support who answers both.
import { rmSync } from 'node:fs'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let helper: TestPerson
let pupil: TestPerson

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  helper = await server.person('support', { fullName: 'Ломов Егор Ильич' })
  pupil = await server.person('examinee', { fullName: 'Белова Анна Игоревна' })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('R1-4.5 R0-2.3 a question from home and one from the exam are answered, the exam first', async () => {
  const own = await visitAs(browser, server, pupil, { viewport: phone })
  await own.page.goto('/')
  await own.page.getByRole('button', { name: /Меню/ }).first().click()
  await own.page.getByRole('link', { name: 'Помощь' }).click()
  await own.page.getByLabel('Что случилось').fill('Не помню, где включается микрофон.')
  await own.page.getByRole('button', { name: 'Отправить' }).click()
  await own.page.getByText('Обращение № 1 принято').waitFor()
  await fits(own)
  await own.accessible('asking for help on a narrow screen')
  await picture(own.page, 'help-phone')

  const running = await server.running({ exam: await server.exam({ title: 'Физика, 9 класс' }) })
  const exam = await visitAs(browser, server, running.examinee)
  await exam.context.grantPermissions(['camera', 'microphone'])
  await exam.page.goto(`/exam/${running.id}`)
  await exam.page.getByRole('button', { name: 'Помощь' }).click()
  const box = exam.page.getByRole('dialog', { name: 'Помощь' })
  await box.getByLabel('Что случилось').fill('Пропал звук.')
  await box.getByRole('button', { name: 'Отправить' }).click()
  await box.getByText('Обращение № 2 принято').waitFor()
  await picture(exam.page, 'help-in-exam')
  await exam.accessible('asking for help in an exam')

  const staff = await visitAs(browser, server, helper)
  const { page } = staff
  await page.goto('/')
  await page.getByText('Ждут ответа 2 обращения. Среди них есть с идущего экзамена.').waitFor()
  await page.getByRole('link', { name: 'Открыть обращения' }).click()
  const first = page.getByRole('listitem').filter({ hasText: '№ 2.' }).first()
  await first.getByText('Экзамен идёт').waitFor()
  await staff.accessible('the queue of support')
  await picture(page, 'tickets')
  await first.getByRole('button', { name: 'Взять в работу' }).click()
  await first.getByLabel('Ответ на обращение № 2').fill('Нажмите на значок микрофона слева внизу.')
  await first.getByRole('button', { name: 'Ответить: решено' }).click()
  await box.getByText('Нажмите на значок микрофона слева внизу.').waitFor({ timeout: 30_000 })
  await box.getByRole('button', { name: 'Помогло, спасибо' }).click()
  await box.getByText('Нажмите на значок микрофона').waitFor({ state: 'detached' })
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'tickets-phone')
  expect([...own.trouble, ...exam.trouble, ...staff.trouble]).toEqual([])
  for (const one of [own, exam, staff]) await one.close()
})
