// From the course to the door of the exam: connected by the administrator, bound by the teacher, and no other way in under 004.
import { rmSync } from 'node:fs'
import { readLms } from '@ochno/contract/lms'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { type LearningPlatform, learningPlatform, type PlatformUser } from '@ochno/testkit/learning-platform'
import {
  bootServer,
  PASSWORD,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { both, openBrowser, type Visit, visit, visitAs } from './screens-stand.ts'

let webDir: string
let server: TestServer
let browser: Browser
let moodle: LearningPlatform
let course: string
let teacher: TestPerson
let pupil: TestPerson
let session: TestSession

beforeAll(async () => {
  webDir = await builtWeb('production')
  server = await bootServer({ config: { webDir } })
  await actInForce(server.admin.client, '004')
  teacher = await server.person('teacher', { fullName: 'Орлова Мария Петровна' })
  pupil = await server.person('examinee', { fullName: 'Белова Анна Игоревна' })
  const exam = await examUnderAct(server.admin.client, {}, { title: 'Инженерная графика, зачёт' })
  session = await server.session({ exam, examinee: pupil })
  const { tool } = await server.admin.client.done(readLms, {})
  moodle = await learningPlatform({ returnTo: tool.launch })
  course = `${moodle.issuer}/course?login=${encodeURIComponent(tool.login)}`
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await moodle?.close()
  await server?.stop()
  if (webDir) rmSync(webDir, { recursive: true, force: true })
})

/** What is asked of the learning platform is meant to be. */
const ours = ({ trouble }: Visit) => trouble.filter((one) => !one.includes(new URL(moodle.issuer).host))

async function clickInCourse(page: Page, user: PlatformUser) {
  moodle.here((nonce) => moodle.place(user, nonce))
  await page.goto(course)
  await page.getByRole('button', { name: 'Экзамен' }).click()
}

async function giveLogin(page: Page, who: TestPerson) {
  await page.getByLabel('Логин').fill(who.login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
}

test('R2-5j the administrator sees what to copy, connects Moodle and checks its keys', async () => {
  const here = await visitAs(browser, server, server.admin)
  const { page } = here
  await page.goto('/learning-platforms')
  await page.getByText('Ваш акт пускает на экзамен только из СДО (п. 5.4)').waitFor()
  await page.getByRole('button', { name: 'Подключить систему обучения' }).click()
  await page.getByLabel('Название').fill('Moodle колледжа')
  await page.getByLabel('Platform ID').fill(moodle.issuer)
  await page.getByLabel('Client ID').fill(moodle.clientId)
  await page.getByLabel('Deployment ID').fill(moodle.deployment)
  await page.getByLabel('Authentication request URL').fill(`${moodle.issuer}/auth`)
  await page.getByLabel('Ключи этой системы').fill(moodle.keysUrl)
  await page.getByLabel('Где люди находят свои курсы').fill(course)
  await both(here, 'lms-new', 'a learning platform is connected')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('button', { name: 'Проверить ключи' }).click()
  await page.getByText('Ключи прочитаны: 1').waitFor()
  await page.getByText('Прямой вход на такие экзамены закрыт').waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await both(here, 'lms-connected', 'a learning platform that is connected')
  expect(ours(here)).toEqual([])
  await here.close()
})

test('R2-5j the teacher says who they are and which exam the place of the course opens', async () => {
  const here = await visit(browser, server.url)
  const { page } = here
  await clickInCourse(page, { sub: 't-1', teaches: true, name: 'Орлова М. П.' })
  await page.getByText('В «Moodle колледжа» вы: Орлова М. П.').waitFor()
  await page.getByRole('link', { name: 'Войти в «Очно»' }).click()
  await giveLogin(page, teacher)
  await page.getByText('Здесь вы: Орлова Мария Петровна').waitFor()
  await both(here, 'lms-confirm', 'who of the platform is who here')
  await page.getByRole('button', { name: 'Да, это я' }).click()
  await page.getByText('Место курса: Экзамен по алгебре').waitFor()
  await page.getByRole('combobox', { name: 'Экзамен' }).click()
  await page.getByRole('option', { name: /Инженерная графика/ }).click()
  await both(here, 'lms-choose', 'which exam a place opens')
  await page.getByRole('button', { name: 'Выбрать этот экзамен' }).click()
  await page.waitForURL(`**/exams/${session.exam}`)

  // And by the platform's own way of choosing, which wants an answer.
  moodle.here((nonce) => moodle.choice({ sub: 't-1', teaches: true }, nonce))
  await page.goto(course)
  await page.getByRole('button', { name: 'Экзамен' }).click()
  await page.getByRole('combobox', { name: 'Экзамен' }).click()
  await page.getByRole('option', { name: /Инженерная графика/ }).click()
  await page.getByRole('button', { name: 'Выбрать этот экзамен' }).click()
  await page.getByText('Место курса сохранено').waitFor()
  expect(moodle.answered()?.split('.')).toHaveLength(3)
  expect(ours(here)).toEqual([])
  await here.close()
})

test('R4-5.4 R1-7.1 under 004 the exam is shut to who came past the course, and open from the course', async () => {
  const here = await visit(browser, server.url)
  const { page } = here
  await page.goto(`/sign-in?next=${encodeURIComponent(`/exam/${session.id}`)}`)
  await giveLogin(page, pupil)
  await page.getByRole('heading', { name: 'Этот экзамен открывается из системы обучения' }).waitFor()
  await both(here, 'lms-shut', 'the door of 004 past the platform')
  moodle.here((nonce) => moodle.place({ sub: 'p-1', name: 'Белова Анна' }, nonce))
  await page.getByRole('link', { name: 'Открыть «Moodle колледжа»' }).click()
  await page.getByRole('button', { name: 'Экзамен' }).click()
  await page.getByRole('button', { name: 'Да, это я' }).click()
  await page.waitForURL(`**/exam/${session.id}`)
  await page
    .getByRole('heading', { name: 'Этот экзамен открывается из системы обучения' })
    .waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: 'Инженерная графика, зачёт' }).first().waitFor()
  expect(ours(here)).toEqual([])

  // A place of a course that no exam is bound to says so in words.
  moodle.here((nonce) => ({
    ...moodle.place({ sub: 'p-1' }, nonce),
    'https://purl.imsglobal.org/spec/lti/claim/resource_link': { id: '99' },
  }))
  await page.goto(course)
  await page.getByRole('button', { name: 'Экзамен' }).click()
  await page.getByText('Преподаватель ещё не указал, какой экзамен открывает это место курса').waitFor()
  await both(here, 'lms-unbound', 'a place without an exam')
  await here.close()
})
