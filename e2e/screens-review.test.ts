// The review desk as people see it: the queue, hints by key, an answer to each, the short way, the end.
import { rmSync } from 'node:fs'
import {
  askReview,
  controlReview,
  listReviews,
  openReview,
  readReview,
  reportPlayed,
} from '@ochno/contract/review'
import type { ReviewId } from '@ochno/domain/ids'
import { submitSession } from '@ochno/contract/sessions'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'

const media = { cam: realWebm('cam', 12), screen: realWebm('screen', 12) }
const NAME = 'Преображенская-Кузнецова Александра Владиславовна'
const RECORDED_S = 120
let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let session: TestSession

/** Twelve hints over three hours open like two over two minutes: what the page asks for does not grow with the recording. */
const HINTS = [
  ['gadgets', 40, 46],
  ['other_people_in_room', 70, 74],
] as const

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  proctor = await server.person('proctor', { fullName: 'Орлова Елена' })
  session = await server.running({
    exam: await server.exam({ title: 'Алгебра, 9 класс' }),
    proctors: [proctor],
    examinee: await server.person('examinee', { fullName: NAME }),
  })
  const camera = await publisher(server.url, session, media, { pastMs: (RECORDED_S + 5) * 1_000 })
  await camera.backlog(RECORDED_S)
  await camera.end()
  const began = Date.now() - (RECORDED_S + 5) * 1_000
  await server.database.owner('update session set authorized_at = $2 where id = $1', [
    session.id,
    new Date(began),
  ])
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, machine)
     values ($1, $2, 'page0000', $3, $4, $4, '{"camera":null,"microphone":null,"tellsMonitors":true,"detector":"1"}')`,
    [server.id, session.id, began, new Date()],
  )
  for (const [i, [code, from, to]] of HINTS.entries())
    await server.database.owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, 'phone', $5, $6, $7, false, 1, '[]', $8)`,
      [server.id, session.id, i + 1, `hint${i}`, code, from * 1_000, to * 1_000, new Date()],
    )
  // As the recording page told of its second minute: few pictures, blurred, and standing still for a while.
  await server.database.owner(
    `insert into recording_minute (tenant_id, session_id, run, track, own_from_ms, from_ms, to_ms, frames, frozen_ms, sharpness)
     values ($1, $2, 'page0000', 'cam', 0, $3, $4, 900, 0, 0.41), ($1, $2, 'page0000', 'cam', 60000, $4, $5, 150, 20000, 0.03)`,
    [server.id, session.id, began, began + 60_000, began + 120_000],
  )
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  await server.admin.client.done(askReview, { body: { session: session.id } })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const times = (page: Page) =>
  page.locator('video').evaluateAll((all) => all.map((v) => (v as HTMLVideoElement).currentTime))
const near = (page: Page, seconds: number) =>
  expect
    .poll(() => times(page), { timeout: 60_000 })
    .toSatisfy((all: number[]) => all.length === 2 && all.every((at) => at > seconds && at < seconds + 12))
const review = async () => {
  const { rows } = await proctor.client.done(listReviews, {})
  const row = rows.find((one) => one.session === session.id)
  if (!row) throw new Error('not in the queue')
  return row
}

test('R1-4.1k R1-5.2c R1-5.2e R1-3.3a a reviewer with the keyboard alone: from hint to hint, one marked, one dismissed with a reason, then the end', async () => {
  const here = await visitAs(browser, server, proctor, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/reviews')
  const open = page.getByRole('link', { name: `Проверить запись: ${NAME}` })
  await open.waitFor()
  await accessible('the queue of reviews')
  await picture(page, 'reviews')
  await open.click()
  await page.getByRole('button', { name: 'Смотреть', exact: true }).waitFor()
  await page.getByText('2 подсказки без ответа').waitFor()
  const score = page.getByRole('link', { name: 'Оценка доверия' })
  expect(await score.getAttribute('href')).toContain(`/trust/${session.id}`)
  expect(await page.getByRole('button', { name: 'Завершить проверку' }).isDisabled()).toBe(true)

  // N goes to a hint and plays; what is played is counted on the server.
  await page.keyboard.press('n')
  await near(page, 36)
  await expect
    .poll(
      async () =>
        (await proctor.client.done(readReview, { params: { rid: (await review()).id } })).hints[0]?.seen,
      {
        timeout: 60_000,
      },
    )
    .toBe(true)
  await picture(page, 'review-desk')
  await page.keyboard.press('v')
  await page.getByRole('combobox', { name: 'Нарушение' }).waitFor()
  await page.getByLabel('Что видно на записи').fill('В руке телефон')
  await accessible('a mark at the desk')
  await picture(page, 'review-mark')
  await page.getByRole('button', { name: 'Сохранить отметку' }).press('Enter')

  // The next open hint comes by itself.
  await page.getByText('1 подсказка без ответа').waitFor()
  await near(page, 66)
  await expect
    .poll(
      async () =>
        (await proctor.client.done(readReview, { params: { rid: (await review()).id } })).hints[1]?.seen,
      {
        timeout: 60_000,
      },
    )
    .toBe(true)
  await page.keyboard.press('x')
  await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor()
  expect(await page.getByRole('button', { name: 'Отклонить подсказку' }).isDisabled()).toBe(true)
  await page.keyboard.press('Space')
  await picture(page, 'review-dismiss')
  await page.keyboard.press('Enter')
  await page.getByText('С ответом 2 из 2').waitFor()
  await accessible('the desk with every hint answered')

  // R1-4.1k: the figures in words, and what nobody can judge by them is said with a reason.
  await page.getByRole('heading', { name: 'Качество записи' }).scrollIntoViewIfNeeded()
  await page.getByText(/картинка замирала · мало кадров/).waitFor()
  await picture(page, 'review-quality')
  await page.getByRole('button', { name: 'Невозможно оценить' }).click()
  const sheet = page.getByRole('dialog', { name: 'Почему нельзя оценить?' })
  await sheet.getByRole('checkbox', { name: 'Вся запись' }).waitFor()
  await sheet.getByRole('checkbox').nth(1).check()
  expect(await sheet.getByRole('button', { name: 'Невозможно оценить' }).isDisabled()).toBe(true)
  await sheet.getByLabel('Что мешает оценить').fill('Лицо размыто, не видно, куда смотрит')
  await accessible('what can not be judged')
  await picture(page, 'review-unjudged')
  await page.setViewportSize(phone)
  await picture(page, 'review-unjudged-phone')
  await page.setViewportSize(desktop)
  await sheet.getByRole('button', { name: 'Невозможно оценить' }).click()
  await page.getByText('Отмечено: невозможно оценить').waitFor()
  await page.getByText('Это не нарушение обучающегося.', { exact: false }).waitFor()
  await accessible('the desk with what can not be judged')
  await picture(page, 'review-unjudged-said')

  // The short way goes over the quiet to the next part that matters.
  await page.keyboard.press('Home')
  await page.keyboard.press('s')
  await page.getByText('Что показываем и что пропускаем').click()
  await picture(page, 'review-skim')
  await page.getByLabel('Замечания с указанием времени').fill('0:40 телефон в руке')
  await page.getByRole('button', { name: 'Завершить проверку' }).press('Enter')
  await page.getByText('Проверка завершена').waitFor()
  const done = await proctor.client.done(readReview, { params: { rid: (await review()).id } })
  expect(done.review).toMatchObject({ state: 'reviewed', hints: { all: 2, open: 0 } })
  expect(done.marks).toMatchObject([{ code: 'gadgets', note: 'В руке телефон', made: 'review' }])
  expect(done.hints.map(({ state }) => state)).toEqual(['marked', 'dismissed'])
  expect(done.progress.watchedPercent).toBeGreaterThan(2)
  expect((await proctor.client.call(openReview, { params: { rid: done.review.id } })).code).toBe('not_now')
  expect(trouble).toEqual([])
  await page.setViewportSize(phone)
  await fits(here)
  await picture(page, 'review-desk-phone')
  await close()
})

test('who runs the exams sees the queue, gives out by name or by load, on a phone too', async () => {
  const here = await visitAs(browser, server, server.admin, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/reviews')
  await page.getByText('Проверенные за месяц').waitFor()
  await page.getByRole('button', { name: `Дать запись на контроль: ${NAME}` }).click()
  await page.getByText('на результат экзаменуемого это не влияет', { exact: false }).waitFor()
  await accessible('a control recording')
  await picture(page, 'review-control')
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await fits(here)
  await accessible('the queue on a phone')
  await picture(page, 'reviews-phone')
  expect(trouble).toEqual([])
  await close()
})

test('SM-4 a control comes without a name and is told of when it is finished; figures stand by person and by violation', async () => {
  await server.database.owner(
    `insert into manifest (session_id, tenant_id, body, sig, key_id, closed_at) values ($1, $2, '\\x00', '\\x00', 'k', $3)
     on conflict do nothing`,
    [session.id, server.id, new Date()],
  )
  // As if the first reviewer had watched all of it: only then is every answer known.
  const { fromMs, toMs } = (
    await proctor.client.done(readReview, { params: { rid: (await review()).id as ReviewId } })
  ).window
  await server.database.owner('update review set played = $2 where id = $1', [
    (await review()).id,
    JSON.stringify([[fromMs, toMs]]),
  ])
  const tested = await server.person('proctor', { fullName: 'Соколов Павел' })
  const params = { rid: (await review()).id as ReviewId }
  await server.admin.client.done(controlReview, { params, body: { reviewer: tested.id } })
  const here = await visitAs(browser, server, tested, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/reviews')
  await page.getByRole('link', { name: 'Проверить запись: Имя не показано' }).click()
  await page.getByRole('heading', { name: 'Имя не показано' }).waitFor()
  await page.getByRole('button', { name: 'Смотреть', exact: true }).waitFor()
  await page.keyboard.press('n')
  await page.getByText('Снимков до экзамена нет.').waitFor()
  expect(await page.getByText(NAME).count()).toBe(0)
  await accessible('a control at the desk')
  await picture(page, 'review-control-desk')

  // What is looked at is known to the server, whatever this machine's pictures do.
  const own = (await tested.client.done(listReviews, {})).rows[0]
  const at = { params: { rid: own?.id as ReviewId } }
  const desk = await tested.client.done(readReview, at)
  const spans = desk.hints.map(({ fromMs, toMs }) => ({ fromMs, toMs, speed: 1 }))
  await tested.client.done(reportPlayed, { ...at, body: { spans } })
  for (const { no } of desk.hints) {
    await page.locator(`li[data-no="${no}"] button`).click()
    await page.keyboard.press('x')
    await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Завершить проверку' }).press('Enter')
  await page.getByText('Это была контрольная запись').waitFor()
  await page.getByText(/^Пропущено: /).waitFor()
  await accessible('a finished control')
  await picture(page, 'review-control-told')
  await page.setViewportSize(phone)
  await fits(here)
  await picture(page, 'review-control-told-phone')
  await page.goto('/reviews')
  await page.getByText('Как вы отметили контрольные записи').waitFor()
  await page.getByText('По нарушениям: Контрольные').click()
  await page.getByRole('columnheader', { name: 'Нет у обоих' }).waitFor({ state: 'attached' })
  await page.getByText('Как вы отметили контрольные записи').scrollIntoViewIfNeeded()
  await fits(here)
  await accessible('one’s own agreement')
  await picture(page, 'review-own-figures-phone')
  expect(trouble).toEqual([])
  await close()

  const head = await visitAs(browser, server, server.admin, { viewport: desktop })
  await head.page.goto('/reviews')
  await head.page.getByText('По нарушениям: Контрольные: Соколов Павел').click()
  await head.page.getByLabel('Сколько из ста проверок').fill('5')
  await head.page.getByRole('button', { name: 'Сохранить' }).click()
  await head.page.getByText('Сохранено').waitFor()
  await head.accessible('agreement of reviewers')
  await head.page.getByRole('heading', { name: 'Согласие проверяющих' }).scrollIntoViewIfNeeded()
  await picture(head.page, 'review-figures')
  await head.page.setViewportSize(phone)
  await fits(head)
  expect(head.trouble).toEqual([])
  await head.close()
}, 60_000)
