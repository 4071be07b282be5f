// A proctor warns, instructs and marks from the wall; the examinee reads, hears, follows and answers.
import { rmSync } from 'node:fs'
import { readAttention } from '@ochno/contract/attention'
import { readConduct } from '@ochno/contract/conduct'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
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
let beside: TestSession
let waiting: TestSession

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
  beside = await server.running({
    exam,
    proctors,
    examinee: await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' }),
  })
  // Stands on the wall and has not begun: words do not reach this one yet.
  waiting = await server.session({
    exam,
    proctors,
    examinee: await server.person('examinee', { fullName: 'Абрамов Глеб Олегович' }),
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const log = async ({ id } = session) =>
  (await proctor.client.done(readConduct, { params: { sid: id }, query: {} })).rows

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
  await panel.getByRole('radio', { name: 'Сообщение' }).click()
  await panel.getByLabel('Что сказать').fill('Воду взять можно всем.')
  await panel.getByLabel('Отправить всем, у кого сейчас идёт экзамен (2)').check()
  await panel.getByRole('button', { name: 'Отправить' }).click()
  await panel.getByRole('listitem').getByText('Воду взять можно всем.').waitFor()
  const chats = async (of: TestSession) => (await log(of)).filter(({ entry }) => entry.kind === 'chat').length
  await vi.waitFor(async () => expect(await chats(beside)).toBe(1), { timeout: 20_000 })
  expect(await chats(waiting), 'who has not begun was not counted and gets nothing').toBe(0)
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
  await organiser.page.getByRole('link', { name: 'Открыть все жалобы' }).click()
  await organiser.page.getByRole('button', { name: /^Взять жалобу/ }).click()
  await organiser.page.getByRole('button', { name: /^Ответить на жалобу/ }).click()
  const reply = organiser.page.getByRole('dialog', { name: 'Ответ на жалобу' })
  await reply.getByLabel('Что выяснилось').selectOption('partly')
  await reply.getByLabel('Ответ экзаменуемому').fill('Проверили запись: проктор перебивал. С ним поговорили.')
  await organiser.accessible('answering a complaint')
  await picture(organiser.page, 'complaint-answer')
  await organiser.page.setViewportSize(phone)
  await fits(organiser)
  await picture(organiser.page, 'complaint-answer-phone')
  await organiser.page.setViewportSize(desktop)
  await reply.getByRole('button', { name: 'Отправить ответ' }).click()
  await reply.waitFor({ state: 'detached', timeout: 20_000 })
  await organiser.page.getByText('С ним поговорили').waitFor({ timeout: 20_000 })
  await organiser.accessible('complaints answered')
  await picture(organiser.page, 'complaints-page')
  await organiser.page.setViewportSize(phone)
  await fits(organiser)
  await picture(organiser.page, 'complaints-page-phone')
  await exam.page.goto('/')
  const own = exam.page.getByRole('table', { name: 'Мои жалобы' })
  await own.getByText('С ним поговорили').waitFor({ timeout: 20_000 })
  await exam.accessible('my complaints')
  await own.scrollIntoViewIfNeeded()
  await picture(exam.page, 'my-complaints')
  await exam.page.setViewportSize(phone)
  await fits(exam)
  await own.scrollIntoViewIfNeeded()
  await picture(exam.page, 'my-complaints-phone')

  const officer = await server.person('dpo')
  const admin = await visitAs(browser, server, server.admin)
  await admin.page.goto('/break-glass')
  await admin.page.getByText('Просьб не было').waitFor({ timeout: 20_000 })
  await admin.page.getByRole('button', { name: 'Попросить доступ' }).click()
  const ask = admin.page.getByRole('dialog', { name: 'Открыть запись в особом случае' })
  await ask.getByLabel('Экзамен').selectOption({ index: 1 })
  const whose = ask.getByLabel('Чья запись')
  await whose.selectOption('Константинопольский Александр Вячеславович')
  expect(await whose.getByText('Абрамов Глеб Олегович').count(), 'nothing was recorded of him').toBe(0)
  await ask.getByLabel('Зачем').fill('Родители сообщили об угрозе ребёнку во время экзамена')
  await admin.accessible('asking for exceptional access')
  await picture(admin.page, 'break-glass-ask')
  await admin.page.setViewportSize(phone)
  await fits(admin)
  await picture(admin.page, 'break-glass-ask-phone')
  await admin.page.setViewportSize(desktop)
  await ask.getByRole('button', { name: 'Попросить' }).click()
  await admin.page.getByText('Ответит другой человек').waitFor({ timeout: 20_000 })
  const second = await visitAs(browser, server, officer)
  await second.page.goto('/break-glass')
  const allow = second.page.getByRole('button', { name: /^Разрешить на 60 минут/ })
  await allow.waitFor()
  await picture(second.page, 'break-glass-second')
  await allow.click()
  await second.page.getByText('Открыта до').waitFor({ timeout: 20_000 })
  await second.accessible('exceptional access')
  await second.page.setViewportSize(phone)
  await fits(second)
  await picture(second.page, 'break-glass-phone')
  await admin.page.reload()
  await admin.page.getByRole('link', { name: /^Открыть запись/ }).waitFor({ timeout: 20_000 })
  await picture(admin.page, 'break-glass')
  await admin.page.getByRole('link', { name: /^Открыть запись/ }).click()
  await admin.page.getByText('Для чего открыть запись?').waitFor({ timeout: 20_000 })
  expect([
    ...exam.trouble,
    ...staff.trouble,
    ...organiser.trouble,
    ...admin.trouble,
    ...second.trouble,
  ]).toEqual([])
  await admin.close()
  await second.close()
  await organiser.close()
  await exam.close()
  await staff.close()
})

test('R1-5.2d R1-6.7b R4-7.5a R4-7.5b TR-39 TR-47 under an act the proctor asks for a look around, lets leave, pauses, warns with ready words and sees what a stop needs; all of it stands on the examinee’s page and survives a reload', async () => {
  await ownActInForce(server.admin.client, {
    'live.warning_media': ['text', 'audio'],
    'live.stop_right': 'repeated',
    'live.stop_violations': 2,
    'live.stop_result': 'Неудовлетворительно, академическая задолженность',
    'room_scan.on_demand': 'required',
    'room_scan.response_timeout_s': 600,
    'session.absence_allowed_min': 5,
    'session.absence_violation_if': 'over_limit',
    'tech_failure.min_minutes': 15,
  })
  const ruled = await examUnderAct(server.admin.client)
  const watcher = await server.person('proctor', { fullName: 'Соколова Вера Павловна' })
  const mine = await server.running({
    exam: ruled,
    proctors: [watcher],
    examinee: await server.person('examinee', { fullName: 'Белов Пётр Ильич' }),
  })
  const exam = await visitAs(browser, server, mine.examinee)
  await exam.context.grantPermissions(['camera', 'microphone'])
  await exam.page.goto(`/exam/${mine.id}`)
  await exam.page.getByRole('heading', { name: 'Проктор' }).waitFor()
  const staff = await visitAs(browser, server, watcher)
  const { page } = staff
  await page.goto('/wall')
  await page.getByRole('article', { name: 'Белов Пётр Ильич' }).waitFor()

  // By the keyboard alone: the look around opens, is asked for, is answered.
  await page.keyboard.press('o')
  const panel = page.getByRole('complementary', { name: 'Разговор: Белов Пётр Ильич' })
  await panel.getByLabel('Причина').fill('Слышен второй голос')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const scan = exam.page.getByRole('alert').filter({ hasText: 'Покажите, пожалуйста, место вокруг себя' })
  await scan.waitFor()
  await panel.getByText(/^Осмотр: осталось/).waitFor()
  await exam.accessible('a look around')
  await staff.accessible('the wall while a look around is open')
  await picture(exam.page, 'exam-scan')
  await picture(page, 'wall-scan')
  await exam.page.setViewportSize(phone)
  await fits(exam)
  await picture(exam.page, 'exam-scan-phone')
  await exam.page.setViewportSize(desktop)
  await scan.getByRole('button', { name: 'Показал' }).click()
  await scan.waitFor({ state: 'detached' })
  await panel.getByText('Показал', { exact: true }).waitFor()

  await exam.page.getByRole('button', { name: 'Выйти ненадолго' }).click()
  const leaving = exam.page.getByRole('dialog', { name: 'Выйти ненадолго?' })
  await leaving.getByText(/до 5 минут/).waitFor()
  await leaving.getByRole('button', { name: 'Выйти' }).click()
  await panel.getByText(/^Вышел, отсутствует/).waitFor()
  await exam.accessible('a permitted absence')
  await picture(exam.page, 'exam-away')
  await exam.page.getByRole('button', { name: 'Я вернулся' }).click()
  await panel.getByText(/^Вернулся ·/).waitFor()

  await panel.getByRole('radio', { name: 'Пауза' }).click()
  await panel.getByText('Технический сбой', { exact: true }).click()
  await panel.getByLabel('Причина').fill('В классе погас свет')
  await panel.getByRole('button', { name: 'Остановить время' }).click()
  await exam.page.getByText('Технический сбой: время экзамена стоит').waitFor()
  await panel.getByRole('combobox', { name: 'Причина сбоя' }).waitFor()
  await staff.accessible('a failure on the wall')
  await picture(exam.page, 'exam-paused')
  await picture(page, 'wall-paused')
  await panel.getByRole('button', { name: 'Продолжить экзамен' }).click()
  await exam.page.getByText('Технический сбой: время экзамена стоит').waitFor({ state: 'detached' })
  await panel.getByText(/^Добавлено времени ·/).waitFor()

  await panel.getByRole('radio', { name: 'Предупреждение' }).click()
  await panel.getByRole('combobox', { name: 'Готовые слова' }).click()
  await page.getByRole('option', { name: /уберите телефон/ }).click()
  await panel.getByLabel('Причина').fill('Телефон у клавиатуры')
  await panel.getByRole('button', { name: 'Предупредить' }).click()
  const warned = exam.page.getByRole('alert').filter({ hasText: 'уберите телефон' })
  await warned.getByRole('button', { name: 'Понятно' }).click()
  await panel.getByText(/^Предупреждений: 1/).waitFor()
  await vi.waitFor(
    async () =>
      expect(
        (await watcher.client.done(readConduct, { params: { sid: mine.id }, query: {} })).rows.map(
          ({ entry }) => entry.kind,
        ),
      ).toContain('read'),
    { timeout: 20_000 },
  )
  await exam.page.reload()
  await exam.page
    .getByRole('list', { name: 'Разговор с проктором' })
    .getByText(/уберите телефон/)
    .waitFor()
  expect(await warned.count(), 'what was answered does not come back').toBe(0)

  await panel.getByRole('radio', { name: 'Остановить экзамен' }).click()
  await panel.getByText('Подтверждённых нарушений: 0, акту нужно 2.').waitFor()
  await panel.getByLabel('Причина').fill('Подсказки')
  const stop = panel.getByRole('button', { name: 'Остановить экзамен' })
  expect(await stop.isDisabled(), 'too few violations and no justification').toBe(true)
  await picture(page, 'wall-stop-counted')
  await panel.getByRole('button', { name: 'Закрыть' }).click()

  await page.getByRole('button', { name: 'Обход' }).click()
  await page.locator('article[data-enlarged]').waitFor()
  await page.getByRole('region', { name: 'Этому человеку разрешено' }).waitFor()
  await vi.waitFor(
    async () => {
      const [row] = (await watcher.client.done(readAttention, {})).rows
      expect(row?.enlargedS).toBeGreaterThan(0)
    },
    { timeout: 20_000 },
  )
  await picture(page, 'wall-round')
  expect([...exam.trouble, ...staff.trouble]).toEqual([])
  await exam.close()
  await staff.close()
})

test('a wall of thirty shows everybody, large and small, and by the keyboard', async () => {
  const many = await server.person('proctor', { fullName: 'Тридцатова Анна Олеговна' })
  const exam = await server.exam({ title: 'Химия, 11 класс' })
  await server.database.owner(
    `with made as (
       insert into account (id, tenant_id, login, full_name, created_at)
       select 'acc_' || translate(lpad(n::text, 26, 'a'), '0189', 'wxyz'), $1, 'many.' || n, 'Ученик ' || lpad(n::text, 2, '0') || ' Длиннофамильный', now()
       from generate_series(1, 30) n returning id)
     , sat as (
       insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at, authorized_at, started_at, deadline)
       select 'ses_' || substr(id, 5), $1, $2, id, 'in_progress', now() - interval '5 minutes', now() + interval '1 hour', 45, now(),
         now() - interval '8 minutes', now() - interval '8 minutes', now() + interval '37 minutes' from made returning id)
     insert into assignment (tenant_id, session_id, proctor_id, assigned_at) select $1, id, $3, now() from sat`,
    [server.id, exam, many.id],
  )
  const staff = await visitAs(browser, server, many)
  const { page } = staff
  await page.goto('/wall')
  await page.getByRole('article').nth(29).waitFor()
  expect(await page.getByRole('article').count()).toBe(30)
  await page.getByText('Не смотрели 8 мин').first().waitFor()
  await staff.accessible('a wall of thirty')
  await picture(page, 'wall-30')
  await page.keyboard.press('n')
  await page.locator('article[data-enlarged]').waitFor()
  const first = await page.locator('article[data-enlarged]').getAttribute('aria-label')
  await picture(page, 'wall-30-large')
  await page.keyboard.press('n')
  await vi.waitFor(
    async () =>
      expect(await page.locator('article[data-enlarged]').getAttribute('aria-label')).not.toBe(first),
    { timeout: 20_000 },
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Клавиши наблюдения' })
  await help.getByText('Попросить показать место').waitFor()
  await staff.accessible('the keys')
  await picture(page, 'wall-keys')
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'wall-30-phone')
  expect(staff.trouble).toEqual([])
  await staff.close()
})
