// Mail through the pages: the server is set up and tried, a forgotten password comes back by a link, the teacher sees how letters fare.
import { rmSync } from 'node:fs'
import { setMyEmail } from '@ochno/contract/mail'
import { tellSchedule } from '@ochno/contract/notices'
import { type PostOffice, postOffice } from '@ochno/testkit/post-office'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visit, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let office: PostOffice
let pupil: TestPerson

beforeAll(async () => {
  web = await builtWeb('production')
  office = await postOffice({
    user: { name: 'exam@school.example', password: 'пароль-почты' },
    refuse: (to) => (to.startsWith('gone') ? [550, '5.1.1 No such user here'] : null),
  })
  const parts = [{ tasks: { tell_schedules: async () => {} } }]
  server = await bootServer({ config: { webDir: web }, parts })
  browser = await openBrowser()
  pupil = await server.person('examinee', { fullName: 'Белова Анна Игоревна' })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await office?.close()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('the administrator sets mail up, sees the honest answer of the server and mends what was wrong', async () => {
  const admin = await visitAs(browser, server, server.admin)
  const { page } = admin
  await page.goto('/mail')
  await page.getByLabel('Адрес сервера').fill('127.0.0.1')
  await page.getByLabel('Шифрование').selectOption('none')
  await page.getByLabel('Порт').fill(String(office.port))
  await page.getByLabel('Пользователь').fill('exam@school.example')
  await page.getByLabel('Пароль', { exact: true }).fill('ошибка')
  await page.getByLabel('От чьего адреса').fill('exam@school.example')
  await admin.accessible('mail before it is set up')
  await picture(page, 'mail-new')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Настройки сохранены').waitFor()
  await page.getByText('Письма отправляются').waitFor()
  await page.getByLabel('Куда отправить').fill('head@school.example')
  await page.getByRole('button', { name: 'Отправить пробное письмо' }).click()
  await page.getByText('Сервер не принял имя пользователя или пароль.').waitFor()
  await admin.accessible('a trial letter that failed')
  await picture(page, 'mail-trial-failed')
  await page.getByLabel('Пароль', { exact: true }).fill('пароль-почты')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сервер не принял имя пользователя или пароль.').waitFor({ state: 'detached' })
  await page.getByLabel('Куда отправить').fill('head@school.example')
  await page.getByRole('button', { name: 'Отправить пробное письмо' }).click()
  await page.getByText('Почтовый сервер принял письмо').waitFor()
  expect(office.letters.map(({ to }) => to)).toEqual([['head@school.example']])
  await page.setViewportSize(phone)
  await fits(admin)
  await admin.accessible('mail on a phone')
  await picture(page, 'mail-phone')
  await page.setViewportSize(desktop)

  await page.goto(`/people/${pupil.id}`)
  await page.getByLabel('Адрес почты').fill('belova@home.example')
  await page.getByRole('button', { name: 'Сохранить адрес' }).click()
  await vi.waitFor(
    async () => expect(await page.getByRole('button', { name: 'Сохранить адрес' }).isDisabled()).toBe(true),
    { timeout: 20_000 },
  )
  await admin.accessible('the card of a person with an address')
  await picture(page, 'mail-person')
  expect(admin.trouble).toEqual([])
  await admin.close()
})

test('B-25 whoever forgot the password gets a link by e-mail and chooses another one', async () => {
  const here = await visit(browser, server.url.replace('localhost', '127.0.0.1'), { viewport: phone })
  const { page } = here
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Забыли пароль?' }).click()
  await page.getByLabel('Логин или адрес почты').fill(pupil.login)
  await here.accessible('a forgotten password')
  await picture(page, 'forgot-phone')
  await page.getByRole('button', { name: 'Прислать ссылку' }).click()
  await page.getByText('письмо уже в пути').waitFor()
  await here.accessible('a letter is on its way')
  await picture(page, 'forgot-asked-phone')
  const link = await vi.waitFor(
    () => {
      const letter = office.letters.find(({ to }) => to.includes('belova@home.example'))
      const found = /\/reset#[0-9a-f]+/.exec(letter?.text ?? '')?.[0]
      expect(found).toBeTruthy()
      return found as string
    },
    { timeout: 20_000 },
  )
  await page.goto(link)
  await page.getByRole('heading', { name: 'Новый пароль' }).waitFor()
  await fits(here)
  await here.accessible('choosing a new password')
  await picture(page, 'reset-phone')
  await page.setViewportSize(desktop)
  await picture(page, 'reset')
  await page.getByLabel('Пароль', { exact: true }).fill('тихая-ольха-у-моста')
  await page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await page.getByRole('link', { name: /^Извещения/ }).waitFor()
  await page.goto('/me/sign-ins')
  await page.getByLabel('Адрес почты').waitFor()
  await here.accessible('one’s own address')
  await picture(page, 'own-email')
  expect(here.trouble).toEqual([])
  await here.close()
})

test('R4-3.6b beside the account the teacher sees how each letter about the schedule fares', async () => {
  const teacher = await server.person('teacher')
  const exam = await server.exam({ title: 'Физика, 9 класс' })
  const gone = await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' })
  await gone.client.done(setMyEmail, { body: { email: 'gone@home.example' } })
  for (const examinee of [pupil, gone, await server.person('examinee', { fullName: 'Юдин Лев' })])
    await server.session({ exam, examinee })
  await teacher.client.done(tellSchedule, { params: { eid: exam } })
  const staff = await visitAs(browser, server, teacher)
  const { page } = staff
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await vi.waitFor(
    async () => {
      await page.goto(`/exams/${exam}/notices`)
      await row('Юдин').getByText('Без письма').waitFor({ timeout: 15_000 })
      expect(await row('Белова').getByText('Принято почтовым сервером').count()).toBe(1)
      expect(await row('Константинопольский').getByText('такого ящика нет').count()).toBe(1)
    },
    { timeout: 90_000 },
  )
  await staff.accessible('how letters fare')
  await picture(page, 'letters')
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'letters-phone')
  expect(staff.trouble).toEqual([])
  await staff.close()
})
