// Lessons by video are planned and listed inside the platform.
import { rmSync } from 'node:fs'
import { changePerson, createGroup } from '@ochno/contract/people'
import { createRoom } from '@ochno/contract/rooms'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let teacher: TestPerson
let pupils: readonly [TestPerson, TestPerson]
let web: string

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  teacher = await server.person('teacher', { fullName: 'Соколова Ирина Павловна' })
  pupils = [
    await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
    await server.person('examinee', { fullName: 'Григорьев-Константинопольский Александр Вячеславович' }),
  ]
  const { id: group } = await server.admin.client.done(createGroup, { body: { name: '9А', stream: null } })
  for (const { id } of pupils)
    await server.admin.client.done(changePerson, { params: { id }, body: { group } })
  await teacher.client.done(createRoom, {
    body: {
      kind: 'lesson',
      title: 'Алгебра: квадратные уравнения',
      group,
      invited: [],
      startsAt: new Date().toISOString(),
      minutes: 45,
      lobby: true,
    },
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('R0-3.1b rooms are planned and listed inside the platform', async () => {
  const here = await visitAs(browser, server, teacher)
  await here.page.goto('/rooms')
  await here.page.getByRole('button', { name: 'Запланировать занятие' }).click()
  const sheet = here.page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Название' }).fill('Консультация перед экзаменом')
  await sheet.getByRole('combobox', { name: 'Класс или группа' }).click()
  await here.page.getByRole('option', { name: '9А (2)' }).click()
  await picture(here.page, 'room-plan')
  await here.accessible('planning a room')
  await sheet.getByRole('button', { name: 'Запланировать', exact: true }).click()
  await here.page.getByRole('link', { name: 'Войти: Консультация перед экзаменом' }).waitFor()
  await picture(here.page, 'rooms')
  await here.page.setViewportSize(phone)
  await fits(here)
  await picture(here.page, 'rooms-phone')
  await here.page.getByRole('link', { name: 'Участники: Консультация перед экзаменом' }).click()
  await here.page.getByRole('button', { name: 'Скопировать ссылку: Белова Анна Игоревна' }).waitFor()
  await fits(here)
  await picture(here.page, 'room-planned-phone')
  await here.page.setViewportSize(desktop)
  await picture(here.page, 'room-planned')
  await here.accessible('the people of a room')
  expect(here.trouble).toEqual([])
  await here.close()
})
