// Before an exam: a teacher applies for proctoring, the head of the office resolves; an examinee asks for conditions.
import { rmSync } from 'node:fs'
import { nameHead } from '@ochno/contract/application'
import { addPeriod } from '@ochno/contract/calendar'
import { createExam } from '@ochno/contract/exams'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamId } from '@ochno/domain/ids'
import { actInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'
import { fillApplication } from './stories/application.ts'
import { askConditions, attachGround } from './stories/conditions.ts'

let server: TestServer
let browser: Browser
let web: string
let teacher: TestPerson
let head: TestPerson
let exam: ExamId

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  const admin = server.admin.client
  await actInForce(admin, '003')
  teacher = await server.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  head = await server.person('methodist', { fullName: 'Константинопольская Вера Павловна' })
  await admin.done(nameHead, { body: { account: head.id, ground: 'Приказ № 12 от 01.09.2026' } })
  await admin.done(addPeriod, {
    body: {
      programme: '13.03.02 Электроэнергетика и электротехника',
      branch: null,
      kind: 'intermediate',
      from: inDays(12).toISOString().slice(0, 10),
      to: inDays(40).toISOString().slice(0, 10),
    },
  })
  const { id } = await teacher.client.done(createExam, {
    body: {
      title: 'Теоретические основы электротехники',
      instructions: 'Решите задачи.',
      opensAt: inDays(20).toISOString(),
      closesAt: inDays(20.1).toISOString(),
      lengthMinutes: 90,
      card: plainCard as unknown as ExamCardGiven,
    },
  })
  exam = id
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('R3-1.5b R3-1.5a the teacher files the application on the screen, the head approves it with a resolution, and the exam is published', async () => {
  const own = await visitAs(browser, server, teacher)
  const { page } = own
  await page.goto(`/exams/${exam}`)
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await page.getByText('Акт допускает прокторинг только по одобренной заявке').waitFor()
  await page.getByRole('link', { name: 'Заявка на прокторинг' }).click()
  await fillApplication(page, {
    'Подразделение (кафедра)': 'Кафедра электротехники',
    'Дисциплина (модуль), практика': 'Теоретические основы электротехники',
    'Программа по учебному календарю': '13.03.02 Электроэнергетика и электротехника',
    Группы: 'ЭЭ-21, ЭЭ-22',
    'Число обучающихся': '24',
    Обоснование: 'Тестирование с ограничением времени, предусмотренное рабочей программой.',
  })
  await page.getByRole('button', { name: 'Подать заявку' }).click()
  await page.getByText('заполнены не все строки').waitFor()
  await fillApplication(page, { 'Предлагаемые дата и время': '12 декабря, 10:00' })
  await own.accessible('an application being written')
  await picture(page, 'application-write')
  await page.setViewportSize(phone)
  await fits(own)
  await picture(page, 'application-write-phone')
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: 'Подать заявку' }).click()
  await page.getByText('Ждёт решения').waitFor()
  await page.getByText('Срок соблюдён').waitFor()

  const office = await visitAs(browser, server, head)
  await office.page.goto('/applications')
  await office.page.getByText('Приказ № 12').waitFor()
  await office.accessible('the list of applications')
  await picture(office.page, 'applications')
  await office.page.getByRole('link', { name: 'Открыть заявку: Теоретические основы электротехники' }).click()
  await office.page.getByRole('heading', { name: 'Решение по заявке' }).waitFor()
  await office.accessible('an application to be resolved')
  await picture(office.page, 'application-resolve')
  await office.page.setViewportSize(phone)
  await fits(office)
  await picture(office.page, 'application-resolve-phone')
  await office.page.getByLabel('Резолюция').fill('Согласовано')
  await office.page.getByRole('button', { name: 'Одобрить' }).click()
  await office.page.getByText('Согласовано').waitFor()

  await page.goto(`/exams/${exam}`)
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await page
    .getByRole('button', { name: 'Добавить экзаменуемых' })
    .or(page.getByText('Кто извещён'))
    .first()
    .waitFor()
  expect([...own.trouble, ...office.trouble]).toEqual([])
  await own.close()
  await office.close()
})

test('R3-0d R3-0c an examinee asks for conditions on a telephone, the office grants them, and all of it is read by a screen reader and worked by keys', async () => {
  const pupil = await server.person('examinee', { fullName: 'Белова Анна Игоревна' })
  const own = await visitAs(browser, server, pupil, { viewport: phone })
  const { page } = own
  await page.goto('/special-conditions')
  const sheet = await askConditions(page)
  await own.accessible('conditions being asked for')
  await fits(own)
  await picture(page, 'conditions-ask-phone')
  await sheet.getByRole('button', { name: 'Отправить просьбу' }).press('Enter')
  await attachGround(page, 'Белова Анна Игоревна')
  await own.accessible('conditions that wait')
  await picture(page, 'conditions-phone')

  const office = await visitAs(browser, server, head)
  await office.page.goto('/special-conditions')
  await office.page.getByRole('button', { name: 'Решить: Белова Анна Игоревна' }).press('Enter')
  const decision = office.page.getByRole('dialog', { name: 'Решение по особым условиям' })
  await decision.getByLabel('По какой день').fill(inDays(60).toISOString().slice(0, 10))
  await office.accessible('a decision on conditions')
  await picture(office.page, 'conditions-decide')
  await decision.getByRole('button', { name: 'Сохранить решение' }).press('Enter')
  await office.page.getByText('Предоставлено').waitFor()
  await office.accessible('conditions granted')
  await picture(office.page, 'conditions-office')
  await office.page.setViewportSize(phone)
  await fits(office)
  await page.reload()
  await page.getByText('Предоставлено').waitFor()
  expect([...own.trouble, ...office.trouble]).toEqual([])
  await own.close()
  await office.close()
})
