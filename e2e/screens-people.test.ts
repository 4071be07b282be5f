// A school list from a file, through the pages: errors by line, a preview, one confirmation; groups, parents, a parent's home.
import { tellSchedule } from '@ochno/contract/notices'
import { listPeople } from '@ochno/contract/people'
import { createSession } from '@ochno/contract/sessions'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { picture } from './pictures.ts'
import { fits, phone, visitAs } from './screens-stand.ts'
import { servedScreens } from './served-screens.ts'

const stand = servedScreens()

const give = (page: Page, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: '10А.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

const head = 'ФИО;Логин;Роль;Класс;Поток;ID обучающегося;Дата рождения;Родитель'
const wrong = `${head}\nБерёзкина Анна;anna;;10А;10 классы;L-1;31.02.2010;\nКленов;lev;;10А;;L-2;02.11.2010;\nОсинова Вера;vera;директор;;;;;\n`
const parentLogin = (login: string) =>
  `${head}\nБерёзкина Анна Ильинична;anna;;10А;10 классы;L-1;31.05.2010;${login}\nКонстантинопольский-Задунайский Лев Александрович;lev;;10А;;L-2;02.11.2010;\nОсинова Вера;vera;учитель, проктор;;;;;\n`

test('a list is mended, looked at, written once; its group and its parents are on the pages', async () => {
  const parent = await stand.server.person('parent', { fullName: 'Берёзкина Мария Олеговна' })
  const look = await visitAs(stand.browser, stand.server, stand.server.admin)
  const { page } = look
  await page.goto('/people')
  await page.getByRole('link', { name: 'Загрузить список' }).click()
  await give(page, wrong)
  await page.getByRole('heading', { name: 'В файле 3 ошибки' }).waitFor()
  await page.getByText('Напишите дату так: 31.05.2010').waitFor()
  expect(await page.getByRole('button', { name: 'Записать' }).count()).toBe(0)
  await look.accessible('errors of a file')
  await picture(page, 'people-import-errors')

  await give(page, parentLogin(parent.login))
  await page.getByText('Ошибок нет. Новых людей: 3').waitFor()
  await look.accessible('a preview of an import')
  await picture(page, 'people-import')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'people-import-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  expect((await stand.server.admin.client.done(listPeople, { query: { find: 'anna' } })).total).toBe(0)
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Список записан').waitFor()

  await page.getByRole('link', { name: 'К списку людей' }).click()
  await page.getByLabel('Группа', { exact: true }).selectOption({ label: '10А' })
  await page.getByText('2 человека').waitFor()
  await look.accessible('people of a group')
  await picture(page, 'people-list')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'people-list-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('link', { name: 'Берёзкина Анна Ильинична' }).click()
  await page.getByText('Документ не проверен').waitFor()
  await page.getByRole('button', { name: 'Документ проверен' }).click()
  await page.getByLabel('Документ, который вы видели').fill('Свидетельство о рождении')
  await page.getByRole('button', { name: 'Связать', exact: true }).click()
  await page.getByText('Действует', { exact: true }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await look.accessible('the card of a pupil')
  await picture(page, 'people-card')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'people-card-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.goto('/groups')
  await page.getByRole('cell', { name: '10 классы' }).waitFor()
  await look.accessible('groups')
  await picture(page, 'people-groups')
  await page.getByRole('button', { name: 'Листки для входа: 10А' }).click()
  await page.getByRole('button', { name: 'Выдать', exact: true }).click()
  await page.getByRole('heading', { name: 'Листки для входа: 10А' }).waitFor()
  expect(await page.getByText(/\/invite#[0-9a-f]{64}/).count()).toBe(2)
  await look.accessible('sign-in slips')
  await picture(page, 'people-slips')
  await page.setViewportSize(phone)
  await fits(look)
  expect(look.trouble).toEqual([])
  await look.close()

  const { rows } = await stand.server.admin.client.done(listPeople, { query: { find: 'anna' } })
  const child = rows[0]?.id
  if (!child) throw new Error('the pupil is not there')
  const eid = await stand.server.exam({ title: 'Алгебра, промежуточная аттестация' })
  await stand.server.admin.client.done(createSession, {
    params: { eid },
    body: { examinee: child, proctors: [] },
  })
  const home = await visitAs(stand.browser, stand.server, parent)
  await home.page.goto('/')
  await home.page.getByRole('heading', { name: 'Берёзкина Анна Ильинична, 10А' }).waitFor()
  await home.page.getByText('Алгебра, промежуточная аттестация').waitFor()
  await home.accessible('the home of a parent')
  await picture(home.page, 'people-parent')
  await home.page.setViewportSize(phone)
  await fits(home)
  await picture(home.page, 'people-parent-phone')

  // R4-3.6b: told as the child is, and into the parent's own calendar.
  await stand.server.admin.client.done(tellSchedule, { params: { eid } })
  const calendar = { name: 'В мой календарь: Алгебра, промежуточная аттестация' }
  const [file] = await Promise.all([
    home.page.waitForEvent('download'),
    home.page.getByRole('link', calendar).click(),
  ])
  expect(file.suggestedFilename()).toBe('exam.ics')
  await home.page.goto('/notices')
  await home.page.getByRole('heading', { name: /Алгебра, промежуточная аттестация/ }).waitFor()
  await home.page.getByRole('link', { name: 'В мой календарь' }).waitFor()
  await fits(home)
  await home.accessible('the notices of a parent')
  await picture(home.page, 'notices-parent-phone')
  expect(home.trouble).toEqual([])
  await home.close()
})
