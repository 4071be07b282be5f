// Written work: the teacher gives it with a deadline, a pupil hands it in with a file, the teacher sees when it came and what is late.
import { rmSync } from 'node:fs'
import { createGroup } from '@ochno/contract/people-groups'
import { changePerson } from '@ochno/contract/people'
import { steppedClock } from '@ochno/testkit/clock'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { both, openBrowser, openSection, visitAs } from './screens-stand.ts'

const { clock, pass } = steppedClock('2026-12-01T09:00:00Z')
let web: string
let server: TestServer
let browser: Browser
let teacher: TestPerson
let pupil: TestPerson

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ clock, config: { webDir: web } })
  browser = await openBrowser()
  teacher = await server.person('teacher', { fullName: 'Соколова Ирина Павловна' })
  pupil = await server.person('examinee', {
    fullName: 'Григорьев-Константинопольский Александр Вячеславович',
  })
  const { id: group } = await server.admin.client.done(createGroup, { body: { name: '9А', stream: null } })
  await server.admin.client.done(changePerson, { params: { id: pupil.id }, body: { group } })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('R2-17c a task with a deadline is handed in with a file and again too late, and the teacher sees both', async () => {
  const led = await visitAs(browser, server, teacher)
  await led.page.goto('/')
  await openSection(led, 'Задания')
  await led.page.getByText('Заданий нет').waitFor()
  await led.page.getByRole('button', { name: 'Новое задание' }).click()
  await led.page.getByLabel('Название').fill('Сочинение «Моя малая родина»')
  await led.page.getByLabel('Что сделать').fill('Две страницы от руки. Пришлите фото.')
  await led.page.getByRole('combobox', { name: 'Класс или группа' }).click()
  await led.page.getByRole('option', { name: '9А (1)' }).click()
  await led.page.getByLabel('Сдать до').fill('2026-12-01T12:05')
  await both(led, 'assignments-new', 'a new task')
  await led.page.getByRole('button', { name: 'Задать', exact: true }).click()
  await led.page.getByText('Сдали: 0 из 1').waitFor()
  await both(led, 'assignments-given', 'tasks of a teacher')

  const here = await visitAs(browser, server, pupil)
  await here.page.goto('/my-assignments')
  await here.page.getByText('Нужно сдать').waitFor()
  await both(here, 'assignments-mine', 'tasks of a pupil')
  await here.page.getByRole('link', { name: /Открыть задание/ }).click()
  await here.page.locator('input[type=file]').setInputFiles({
    name: 'Сочинение.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 essay'),
  })
  await here.page.getByRole('button', { name: 'Убрать файл «Сочинение.pdf»' }).waitFor()
  await here.page.getByLabel('Ответ').fill('Сочинение в файле.')
  await here.page.getByRole('button', { name: 'Сдать', exact: true }).click()
  await here.page.getByText('В срок', { exact: true }).waitFor()
  pass(6 * 60)
  await here.page.reload()
  await here.page.getByText('Срок прошёл. Сдать можно').waitFor()
  await here.page.getByLabel('Ответ').fill('Исправил ошибки.')
  await here.page.getByRole('button', { name: 'Сдать', exact: true }).click()
  await here.page.getByText('С опозданием', { exact: true }).waitFor()
  await both(here, 'assignments-handed-in', 'what a pupil handed in')

  await led.page.getByRole('link', { name: /Открыть задание/ }).click()
  await led.page.getByText('Версия 2').waitFor()
  await led.page.getByText('Версия 1').waitFor()
  await led.page.getByRole('button', { name: /^Сочинение\.pdf/ }).waitFor()
  await both(led, 'assignments-task', 'what a group handed in')
  expect([...led.trouble, ...here.trouble]).toEqual([])
  await here.close()
  await led.close()
})
