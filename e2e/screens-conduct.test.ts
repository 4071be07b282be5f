// A proctor warns, instructs and marks from the wall; the examinee reads, hears, follows and answers.
import { rmSync } from 'node:fs'
import { readConduct } from '@ochno/contract/conduct'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let teacher: TestPerson
let session: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  teacher = await server.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  const exam = await server.exam({ title: 'Физика, 9 класс' })
  const proctors = [proctor]
  session = await server.running({
    exam,
    proctors,
    examinee: await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
  })
  await server.running({
    exam,
    proctors,
    examinee: await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' }),
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const log = async () =>
  (await proctor.client.done(readConduct, { params: { sid: session.id }, query: {} })).rows

test('R0-1.4i R1-5.2a R4-6.3.6a R4-5.8 TR-46 a warning is read and heard, an instruction followed, a message answered, a violation marked, a complaint goes past the proctor, and the exam is stopped with a reason', async () => {
  const exam = await visitAs(browser, server, session.examinee)
  await exam.context.grantPermissions(['camera', 'microphone'])
  await exam.page.goto(`/exam/${session.id}`)
  await exam.page.getByRole('heading', { name: 'Проктор' }).waitFor()

  const staff = await visitAs(browser, server, proctor)
  const { page } = staff
  await page.goto('/wall')
  await page.getByRole('button', { name: 'Написать: Белова Анна Игоревна' }).click()
  const panel = page.getByRole('complementary', { name: 'Разговор: Белова Анна Игоревна' })
  await panel.getByText('Предупреждение', { exact: true }).click()
  await panel.getByLabel('Что сказать').fill('Уберите телефон со стола.')
  await panel.getByLabel('Причина').fill('Телефон лежит у клавиатуры')
  await panel.getByRole('button', { name: 'Предупредить' }).click()

  const warned = exam.page.getByRole('alert').filter({ hasText: 'Уберите телефон со стола.' })
  await warned.waitFor()
  await exam.accessible('a warning in the exam')
  await picture(exam.page, 'exam-warned')
  // A browser lets a page sound only after a touch; this is one.
  await warned.getByRole('button', { name: 'Понятно' }).click()
  await warned.waitFor({ state: 'detached' })
  await panel.getByText(/^Показано/).waitFor()

  await panel.getByText('Указание', { exact: true }).click()
  await panel.getByLabel('Что сказать').fill('Покажите стол перед собой.')
  await panel.getByLabel('Причина').fill('Руки не видны')
  await panel.getByRole('button', { name: 'Дать указание' }).click()
  await exam.page.getByRole('alert').getByRole('button', { name: 'Выполнено' }).click()
  await panel.getByText('Экзаменуемый отметил: выполнено').waitFor()
  await vi.waitFor(
    async () => {
      const heard = (await log()).filter(({ entry }) => entry.kind === 'reached' && entry.medium === 'audio')
      expect(heard.length).toBeGreaterThan(0)
    },
    { timeout: 20_000 },
  )

  await exam.page.getByLabel('Написать проктору').fill('Можно взять воду?')
  await exam.page.getByRole('button', { name: 'Отправить' }).click()
  await panel.getByText('Можно взять воду?').waitFor()
  await panel.getByText('Отметка о нарушении', { exact: true }).click()
  await panel.getByRole('combobox', { name: 'Нарушение' }).fill('гаджет')
  await page.getByRole('option').first().click()
  await panel.getByRole('combobox', { name: 'Когда' }).click()
  await page.getByRole('option', { name: 'Последние 10 секунд' }).click()
  await panel.getByLabel('Примечание').fill('Телефон в руке')
  await panel.getByRole('button', { name: 'Отметить' }).click()
  await panel.getByRole('listitem').getByText('Телефон в руке').waitFor()
  await staff.accessible('the wall with the talk open')
  await picture(page, 'wall-talk')
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'wall-talk-phone')
  await page.setViewportSize(desktop)

  await exam.page.setViewportSize(phone)
  await fits(exam)
  await picture(exam.page, 'exam-talk-phone')
  expect(await exam.page.getByText('Телефон в руке').count(), 'marks are not shown in the exam').toBe(0)

  await exam.page.setViewportSize(desktop)
  await exam.page.getByRole('button', { name: 'Пожаловаться на проктора' }).click()
  const complaint = exam.page.getByRole('dialog', { name: 'Жалоба на проктора' })
  await complaint.getByLabel('Что произошло').fill('Меня отвлекали без причины.')
  await exam.accessible('a complaint about the proctor')
  await complaint.getByRole('button', { name: 'Отправить' }).click()
  await complaint.getByText('Жалоба принята').waitFor()
  await complaint.getByRole('button', { name: 'Отмена' }).click()
  expect(await panel.getByText('Меня отвлекали').count(), 'not for whom it is about').toBe(0)

  await panel.getByText('Остановить экзамен', { exact: true }).first().click()
  const stop = panel.getByRole('button', { name: 'Остановить экзамен' })
  expect(await stop.isDisabled(), 'without a reason').toBe(true)
  await panel.getByLabel('Причина').fill('Повторное нарушение после предупреждения')
  await stop.click()
  const sure = page.getByRole('dialog', { name: 'Остановить экзамен?' })
  await staff.accessible('asking before a stop')
  await picture(page, 'wall-stop')
  await sure.getByRole('button', { name: 'Остановить экзамен' }).click()
  await exam.page.getByText('Повторное нарушение после предупреждения').waitFor({ timeout: 30_000 })

  const organiser = await visitAs(browser, server, teacher)
  await organiser.page.goto('/')
  await organiser.page
    .getByRole('table', { name: 'Жалобы на прокторов' })
    .getByText('Меня отвлекали')
    .waitFor()
  await organiser.accessible('complaints')
  await picture(organiser.page, 'complaints')
  await organiser.page.setViewportSize(phone)
  await fits(organiser)
  expect([...exam.trouble, ...staff.trouble, ...organiser.trouble]).toEqual([])
  await organiser.close()
  await exam.close()
  await staff.close()
})
