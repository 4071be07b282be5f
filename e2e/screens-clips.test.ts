// What of a recording the people it concerns see of it, and what the ones who answer for it do with it.
import { rmSync } from 'node:fs'
import { sayToExaminee } from '@ochno/contract/conduct'
import { changePerson, linkParent } from '@ochno/contract/people'
import { handOverProtocol, readProtocol, saveProtocol, signProtocol } from '@ochno/contract/protocols'
import { listPhotos } from '@ochno/contract/photos'
import { submitSession } from '@ochno/contract/sessions'
import { openView } from '@ochno/contract/watch'
import { actInForce, examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { checkMachine } from './check-machine.ts'
import { both, openBrowser, type Visit, visitAs } from './screens-stand.ts'

const SECONDS = 20
let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let parent: TestPerson
let session: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  const { admin } = server
  await actInForce(admin.client, '004')
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  parent = await server.person('parent', { fullName: 'Дроздова Анна Викторовна' })
  const examinee = await server.person('examinee', { fullName: 'Дроздов Никита Андреевич' })
  await admin.client.done(changePerson, { params: { id: examinee.id }, body: { born: '2011-05-01' } })
  await admin.client.done(linkParent, {
    params: { id: examinee.id, parent: parent.id },
    body: { proof: 'Свидетельство о рождении' },
  })
  const exam = await examUnderAct(admin.client, {}, { title: 'Электробезопасность, III группа' })
  session = await server.session({ exam, examinee, proctors: [proctor] })
  const began = Date.now() - SECONDS * 1000
  await server.database.owner(
    `update session set state = 'in_progress', authorized_at = $2, started_at = $2,
       deadline = now() + interval '1 hour' where id = $1`,
    [session.id, new Date(began)],
  )
  const media = { cam: realWebm('cam', SECONDS), screen: realWebm('screen', SECONDS) }
  const camera = await publisher(server.url, session, media, { pastMs: SECONDS * 1000 })
  await camera.backlog(SECONDS)
  await camera.end()
  camera.stop()
  const params = { sid: session.id }
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString()
  await proctor.client.done(sayToExaminee, {
    params,
    body: { kind: 'mark', code: 'gadgets', from: at(9), to: at(12), note: 'предмет в руке' },
  })
  await examinee.client.done(submitSession, { params })
  await server.app.ingest.sealAll()
  await server.app.evidence.close(session.id)
  const { revision, draft, rows, marks } = await proctor.client.done(readProtocol, { params })
  const saved = await proctor.client.done(saveProtocol, {
    params,
    body: {
      revision,
      draft: {
        ...draft,
        answers: Object.fromEntries(
          rows.map(({ row }) => [row, marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const),
        ),
        marks: Object.fromEntries(marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }])),
        independent: false,
        documentShown: 'паспорт',
      },
    },
  })
  await proctor.client.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  await proctor.client.done(handOverProtocol, { params })
  await server.database.owner(
    "update session set opens_at = now() - interval '5 hours', closes_at = now() - interval '3 hours' where id = $1",
    [session.id],
  )
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

/** Moving pictures that have been decoded, by the names the page gives them. */
const playing = ({ page }: Visit, names: readonly string[]) =>
  page.waitForFunction(
    (wanted) =>
      wanted.every((name) => {
        const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${name}"]`)
        return video !== null && video.readyState >= 2 && video.videoWidth > 0
      }),
    names,
    { timeout: 60_000 },
  )

test('R0-7.2b R4-9.2b P-25 an examinee plays the piece behind a mark with the own name over it; a parent gets the camera alone, and it is in the journal', async () => {
  const own = await visitAs(browser, server, session.examinee)
  await own.page.goto(`/after-exam/${session.id}`)
  await own.page.getByRole('button', { name: 'Посмотреть отрывок' }).click()
  await playing(own, ['Ваш экран', 'Камера и микрофон'])
  const clip = own.page.getByRole('region', { name: /Отрывок записи к отметке/ })
  // The name of who looks and the time lie over both pictures, and there is nothing to save them with.
  for (const over of await clip.locator('figure').all()) {
    await over
      .getByText(/Дроздов Никита Андреевич · /)
      .first()
      .waitFor()
    expect(await over.textContent()).toMatch(/20\d\d/)
  }
  expect(await clip.getByRole('link').count()).toBe(0)
  expect(await clip.locator('video[controls]').count()).toBe(0)
  await both(own, 'clip', 'the own page with a clip')
  await clip.getByRole('button', { name: 'Смотреть' }).click()
  await own.page.waitForFunction(
    () =>
      (document.querySelector<HTMLVideoElement>('video[aria-label="Камера и микрофон"]')?.currentTime ?? 0) >
      6,
    undefined,
    { timeout: 60_000 },
  )
  await own.page.getByRole('button', { name: 'Закрыть отрывок' }).click()
  await own.page.reload()
  await own.page.getByText('Отрывок, на котором стоит отметка').first().waitFor()

  const elder = await visitAs(browser, server, parent)
  await elder.page.goto(`/after-exam/${session.id}`)
  await elder.page.getByRole('button', { name: 'Посмотреть отрывок' }).click()
  await playing(elder, ['Камера и микрофон'])
  await elder.page.getByText('на нём текст заданий').waitFor()
  expect(await elder.page.locator('video').count()).toBe(1)
  const { rows } = await server.database.owner(
    "select distinct role, tid from access_journal where purpose = 'own_mark' and action = 'records' order by role, tid",
  )
  expect(rows).toEqual([
    { role: 'examinee', tid: 'cam' },
    { role: 'examinee', tid: 'screen' },
    { role: 'parent', tid: 'cam' },
  ])
  for (const here of [own, elder]) expect(here.trouble).toEqual([])
})

test('R1-7.2a R0-7.2b the exam page itself takes photographs beside the video, and whoever looks at either has the own name over it', async () => {
  const school = await server.otherInstitution()
  await ownActInForce(school.admin.client, { 'recording.media': ['camera', 'screen', 'photo'] })
  const exam = await examUnderAct(school.admin.client, {}, { title: 'Физика, 10 класс' })
  const examinee = await school.person('examinee', { fullName: 'Берёзкин Лев Ильич' })
  const one = await school.session({ exam, examinee })
  const taker = await visitAs(browser, server, examinee)
  const { page } = taker
  await page.goto(`/exam/${one.id}`)
  await checkMachine(page)
  await page.getByLabel('Понимаю, что будет записано').check()
  await page.getByRole('button', { name: 'Начать экзамен' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  const member = await school.person('commission', { fullName: 'Савельев Роман Юрьевич' })
  const params = { sid: one.id }
  const { view } = await member.client.done(openView, {
    params,
    body: { purpose: 'dishonesty_check', ground: '' },
  })
  // The first photograph is taken at the start, as soon as the camera gives a picture.
  await expect
    .poll(async () => (await member.client.done(listPhotos, { params, query: { view } })).photos.length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
  await page.getByText('Связь есть, всё отправлено').waitFor()
  await page.getByRole('button', { name: 'Завершить экзамен' }).click()
  await page.getByRole('button', { name: 'Завершить', exact: true }).click()
  await page.getByText('Запись принята полностью').first().waitFor()

  const looks = await visitAs(browser, server, member)
  await looks.page.goto(`/recordings/${one.id}`)
  await looks.page.getByRole('radio', { name: 'Проверка фактов недобросовестности' }).check()
  await looks.page.getByRole('button', { name: 'Открыть запись' }).click()
  const sheet = looks.page.getByRole('img', { name: /Снимок с камеры/ }).first()
  await looks.page.getByRole('heading', { name: 'Фотографии' }).scrollIntoViewIfNeeded()
  await sheet.scrollIntoViewIfNeeded()
  await looks.page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('img[alt^="Снимок с камеры"]')?.naturalWidth ?? 0) >= 240,
    undefined,
    { timeout: 60_000 },
  )
  for (const over of await looks.page.locator('figure').all())
    await over
      .getByText(/Савельев Роман Юрьевич · /)
      .first()
      .waitFor()
  await looks.page
    .getByRole('listitem')
    .filter({ has: sheet })
    .getByText(/Савельев Роман Юрьевич · /)
    .first()
    .waitFor()
  await both(looks, 'photos', 'a recording with its photographs')
  for (const here of [taker, looks]) expect(here.trouble).toEqual([])
})
