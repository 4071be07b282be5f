// A branch on the pages: lists narrow to it, its methodist sees it alone, a teacher the own exams; and a bridge outside, there and back.
import { rmSync } from 'node:fs'
import { addPart, placeExam } from '@ochno/contract/institution'
import { changePerson } from '@ochno/contract/people'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { identityBridge } from '@ochno/testkit/identity-bridge'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, type Visit, visitAs } from './screens-stand.ts'

const KEY = 'k'.repeat(40)
let webDir: string
let server: TestServer
let browser: Browser
let bridge: Awaited<ReturnType<typeof identityBridge>>

beforeAll(async () => {
  webDir = await builtWeb('production')
  server = await bootServer({ config: { webDir } })
  browser = await openBrowser()
  bridge = await identityBridge(KEY, () => ({ outcome: 'positive', transaction: 'A-1' }))
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await bridge?.stop()
  await server?.stop()
  if (webDir) rmSync(webDir, { recursive: true, force: true })
})

const both = async (look: Visit, name: string) => {
  await look.accessible(name)
  await picture(look.page, name)
  await look.page.setViewportSize(phone)
  await fits(look)
  await picture(look.page, `${name}-phone`)
  await look.page.setViewportSize(desktop)
}

test('R3-0b the administrator narrows lists to a branch and restricts a methodist to it, who then sees it alone; a teacher reads why the list is empty', async () => {
  const admin = server.admin.client
  const branch = async (name: string) =>
    (await admin.done(addPart, { body: { name, facts: { kind: 'branch', city: '', address: '' } } })).id
  const [near, far] = [await branch('Филиал в Воронеже'), await branch('Филиал в Орле')]
  for (const [title, of] of [
    ['Экономика, промежуточная аттестация', near],
    ['Право, промежуточная аттестация', far],
  ] as const)
    await admin.done(placeExam, {
      params: { eid: await server.exam({ title, teachers: [] }) },
      body: { branch: of, programme: null, responsible: null },
    })
  const methodist = await server.person('methodist', { fullName: 'Методистова Мария Петровна' })
  const teacher = await server.person('teacher', { fullName: 'Учителева Ульяна Юрьевна', courses: 'own' })

  const look = await visitAs(browser, server, server.admin)
  const { page } = look
  await page.goto('/exams')
  await page.getByRole('link', { name: 'Право, промежуточная аттестация' }).waitFor()
  await page.getByRole('cell', { name: 'Филиал в Воронеже' }).waitFor()
  await both(look, 'branches-exams')
  await page.getByLabel('Филиал', { exact: true }).selectOption({ label: 'Филиал в Воронеже' })
  await page.getByRole('link', { name: 'Право, промежуточная аттестация' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Экономика, промежуточная аттестация' }).click()
  await page.getByRole('heading', { name: 'Преподаватели' }).waitFor()
  await both(look, 'branches-exam')
  await page.goto('/dashboards')
  await page.getByLabel('Филиал', { exact: true }).selectOption({ label: 'Филиал в Орле' })
  await page.getByText('Сегодня экзаменов нет').waitFor()
  await both(look, 'branches-today')
  await page.goto(`/people/${methodist.id}`)
  await page.getByLabel('Филиал', { exact: true }).selectOption({ label: 'Филиал в Воронеже' })
  await page.getByLabel('Работает только в этом филиале').check()
  await both(look, 'branches-person')
  await page
    .locator('form', { hasText: 'Работает только' })
    .getByRole('button', { name: 'Сохранить' })
    .click()
  await expect
    .poll(() => server.database.owner('select 1 from account_place').then(({ rowCount }) => rowCount), {
      timeout: 20_000,
    })
    .toBe(1)
  await page.goto('/people')
  await page.getByLabel('Филиал', { exact: true }).selectOption({ label: 'Филиал в Воронеже' })
  await page.getByRole('link', { name: 'Методистова Мария Петровна' }).waitFor()
  await both(look, 'branches-people')
  expect(look.trouble).toEqual([])
  await look.close()

  const own = await visitAs(browser, server, methodist)
  await own.page.goto('/exams')
  await own.page.getByRole('link', { name: 'Экономика, промежуточная аттестация' }).waitFor()
  expect(await own.page.getByText('Право, промежуточная аттестация').count()).toBe(0)
  expect(await own.page.getByText('Филиал в Орле').count()).toBe(0)
  expect(own.trouble).toEqual([])
  await own.close()

  const empty = await visitAs(browser, server, teacher)
  await empty.page.goto('/exams')
  await empty.page.getByText('У вас пока нет своих экзаменов').waitFor()
  await both(empty, 'branches-teacher')
  expect(empty.trouble).toEqual([])
  await empty.close()
})

test('R3-4.3b TR-56 the administrator sets a bridge; at the door a grown person agrees, is led there and comes back confirmed', async () => {
  const admin = server.admin.client
  await actInForce(admin, '003')
  const examinee = await server.person('examinee', { fullName: 'Экзаменова Элла Эдуардовна' })
  await admin.done(changePerson, {
    params: { id: examinee.id },
    body: { born: '2001-02-03', learnerId: 'L-77' },
  })
  const exam = await examUnderAct(admin)
  const session = await server.session({ exam, examinee })

  const look = await visitAs(browser, server, server.admin)
  await look.page.goto('/identity-bridge')
  await look.page.getByLabel('Название').fill('ЕБС')
  await look.page.getByLabel('Адрес моста').fill(bridge.address)
  await look.page.getByLabel('Общий ключ').fill(KEY)
  await look.page.getByLabel('Предлагать проверку').check()
  await both(look, 'identity-bridge')
  await look.page.getByRole('button', { name: 'Сохранить' }).click()
  await look.page.getByText('Сохранено').waitFor()
  expect(look.trouble).toEqual([])
  await look.close()

  const own = await visitAs(browser, server, examinee)
  await own.page.goto(`/exam/${session.id}`)
  const { page } = own
  await page.getByLabel(/Я согласен, чтобы ЕБС сообщила/).check()
  await both(own, 'identity-bridge-own')
  // The way of a browser, but for the name of this machine: the server calls itself by another one in a test.
  const leaving = page.waitForRequest((one) => one.url().startsWith(bridge.address))
  await page.route(`${bridge.address}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: 'мост' }),
  )
  await page.getByRole('button', { name: 'Перейти: ЕБС' }).click()
  const answer = await fetch((await leaving).url(), { redirect: 'manual' })
  await page.waitForURL((at) => at.href.startsWith(bridge.address))
  const back = new URL(answer.headers.get('location') ?? '')
  await page.goto(back.pathname + back.hash)
  await page.getByText('Личность подтверждена').waitFor()
  expect(page.url()).not.toContain('answer=')
  await both(own, 'identity-bridge-back')
  await page.getByRole('link', { name: 'К экзамену' }).click()
  await page.getByText('Личность подтвердила система ЕБС').waitFor()
  await own.close()
})
