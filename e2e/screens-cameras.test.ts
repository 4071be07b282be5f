// Several cameras and microphones: which of them is checked and recorded is chosen at the door and in a trial, and remembered by the browser alone.
import { readHints } from '@ochno/contract/hints'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { passDoor } from '@ochno/testkit/door'
import type { Locator, Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkMachine, confirmMachine } from './check-machine.ts'
import { pressKey, tabTo } from './keys.ts'
import { picture } from './pictures.ts'
import { desktop, fits, phone, type Visit, visitAs } from './screens-stand.ts'
import { servedScreens } from './served-screens.ts'

const stand = servedScreens({
  whole: true,
  flags: ['--use-fake-device-for-media-stream=device-count=3'],
  prepare: (server) => actInForce(server.admin.client, '004'),
})

const list = (page: Page, name: 'Какая камера' | 'Какой микрофон') =>
  page.getByRole('combobox', { name, exact: true })
const chosen = (from: Locator) => from.evaluate((at) => (at as HTMLSelectElement).selectedOptions[0]?.label)

/** By keys alone: to the list, through it, to the button; nothing is opened before that, and the focus stays at the list. */
async function choose(page: Page, name: 'Какая камера' | 'Какой микрофон', device: string): Promise<void> {
  const from = list(page, name)
  await tabTo(page, from)
  for (let left = 6; left > 0 && (await chosen(from)) !== device; left--)
    await page.keyboard.press('ArrowDown')
  expect(await chosen(from)).toBe(device)
  await pressKey(page, 'button', /^Включить (эту камеру|этот микрофон)$/)
  await page.getByText(new RegExp(`^Сейчас включ(ена|ён): ${device}$`)).waitFor()
  expect(await from.evaluate((at) => at === document.activeElement)).toBe(true)
}

/** What the page told the server of its devices while the exam ran. */
function reports(page: Page) {
  const bodies: string[] = []
  const machines: { readonly camera: string | null; readonly microphone: string | null }[] = []
  page.on('request', (request: Request) => {
    const text = request.headers()['content-type']?.includes('json') ? (request.postData() ?? '') : ''
    bodies.push(text)
    const { machine } = text && request.url().endsWith('/hints') ? JSON.parse(text) : { machine: null }
    if (machine) machines.push(machine)
  })
  return { bodies, machines }
}

async function narrowToo(look: Visit, name: string): Promise<void> {
  await look.accessible(name)
  await picture(look.page, name)
  await look.page.setViewportSize(phone)
  await fits(look)
  await list(look.page, 'Какая камера').evaluate((at) => at.scrollIntoView({ block: 'center' }))
  await picture(look.page, `${name}-narrow`)
  await look.page.setViewportSize(desktop)
}

test('R1-4.1b R4-6.2.1f of several cameras and microphones the ones chosen by keys at the door are checked, recorded, and after a reload recorded again; no id of them leaves the browser', async () => {
  const exam = await examUnderAct(stand.server.admin.client, {}, { title: 'Электробезопасность' })
  const examinee = await stand.server.person('examinee', { fullName: 'Орлов Пётр Андреевич' })
  const proctor = await stand.server.person('proctor')
  const session = await stand.server.session({ exam, examinee, proctors: [proctor] })
  await passDoor(session, { machine: 'unchecked' })
  const look = await visitAs(stand.browser, stand.server, examinee)
  const { page } = look
  const { bodies, machines } = reports(page)
  await page.goto(`/exam/${session.id}`)
  await checkMachine(page)
  await choose(page, 'Какая камера', 'fake_device_1')
  await choose(page, 'Какой микрофон', 'Fake Audio Input 2')
  await confirmMachine(page)
  await narrowToo(look, 'door-cameras')
  await page.getByLabel('Понимаю, что будет записано').check()
  await page.getByRole('button', { name: 'Начать экзамен' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  const recorded = { camera: 'fake_device_1', microphone: 'Fake Audio Input 2' }
  await expect.poll(() => machines.at(-1), { timeout: 60_000 }).toMatchObject(recorded)

  const before = machines.length
  await page.reload()
  await expect.poll(() => machines.length, { timeout: 60_000 }).toBeGreaterThan(before)
  await expect.poll(() => machines.at(-1), { timeout: 60_000 }).toMatchObject(recorded)
  const kept = await page.evaluate(() =>
    ['ochno.camera', 'ochno.microphone'].map((name) => localStorage.getItem(name) ?? ''),
  )
  for (const id of kept) {
    expect(id.length).toBeGreaterThan(20)
    expect(bodies.some((body) => body.includes(id))).toBe(false)
  }
  expect(look.trouble).toEqual([])
  await look.close()
})

/** Unplugged, as far as the page can tell: whoever asks for exactly this one is told that there is none. */
const unpluggable = () => {
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (asked) => {
    const { video } = asked ?? {}
    const exact = typeof video === 'object' ? JSON.stringify(video.deviceId ?? null) : ''
    const gone = sessionStorage.getItem('unplugged')
    if (gone && exact.includes(gone)) throw new OverconstrainedError('deviceId')
    return open(asked)
  }
}

test('R4-4.5.2a a camera that is gone after a reload in the exam is replaced with a word that names both, the proctor gets a hint, and the first one comes back by a press', async () => {
  const exam = await examUnderAct(stand.server.admin.client, {}, { title: 'Электробезопасность' })
  const examinee = await stand.server.person('examinee', { fullName: 'Липова Дарья Олеговна' })
  const proctor = await stand.server.person('proctor')
  const session = await stand.server.session({ exam, examinee, proctors: [proctor] })
  await passDoor(session, { machine: 'unchecked' })
  const look = await visitAs(stand.browser, stand.server, examinee)
  const { page } = look
  await look.context.addInitScript(unpluggable)
  const { bodies, machines } = reports(page)
  await page.goto(`/exam/${session.id}`)
  await checkMachine(page)
  await choose(page, 'Какая камера', 'fake_device_1')
  await confirmMachine(page)
  await page.getByLabel('Понимаю, что будет записано').check()
  await page.getByRole('button', { name: 'Начать экзамен' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await expect.poll(() => machines.at(-1)?.camera, { timeout: 60_000 }).toBe('fake_device_1')
  const other = page
    .getByRole('status')
    .filter({ hasText: 'Теперь вас снимает другая камера: fake_device_0' })

  await page.evaluate(() => sessionStorage.setItem('unplugged', localStorage.getItem('ochno.camera') ?? ''))
  await page.reload()
  await other.getByText('До этого снимала «fake_device_1».').waitFor()
  const replaced = () => bodies.filter((body) => body.includes('camera_replaced'))
  await expect.poll(() => replaced().length, { timeout: 60_000 }).toBeGreaterThan(0)
  expect(replaced()[0]).toContain('fake_device_0')
  const hinted = async () =>
    (await proctor.client.done(readHints, { params: { sid: session.id } })).hints.map(({ rule, name }) => [
      rule,
      name,
    ])
  await expect.poll(hinted, { timeout: 60_000 }).toContainEqual(['camera_replaced', 'fake_device_0'])
  await look.accessible('another camera in the exam')
  await picture(page, 'exam-camera-replaced')
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'exam-camera-replaced-narrow')
  await page.setViewportSize(desktop)

  await page.reload()
  await other.waitFor()
  await page.evaluate(() => sessionStorage.removeItem('unplugged'))
  await other.getByRole('button', { name: 'Включить прежнюю' }).click()
  await other.waitFor({ state: 'detached' })
  await expect.poll(() => machines.at(-1)?.camera, { timeout: 60_000 }).toBe('fake_device_1')

  await page.evaluate(() => sessionStorage.setItem('unplugged', localStorage.getItem('ochno.camera') ?? ''))
  await page.reload()
  await other.getByRole('button', { name: 'Понятно' }).click()
  await other.waitFor({ state: 'detached' })
  expect(look.trouble).toEqual([])
  await look.close()
})

test('a trial takes the camera chosen on this machine; a program in the place of a camera is noticed; one that is gone is replaced with a word, on the page of the check too', async () => {
  const examinee = await stand.server.person('examinee', { fullName: 'Берёзкина Анастасия' })
  const look = await visitAs(stand.browser, stand.server, examinee)
  const { page } = look
  // A program that calls itself what such programs do, in the place of the third camera.
  await look.context.addInitScript(() => {
    for (const of of [MediaStreamTrack.prototype, MediaDeviceInfo.prototype]) {
      const { get } = Object.getOwnPropertyDescriptor(of, 'label') ?? {}
      Object.defineProperty(of, 'label', {
        configurable: true,
        get() {
          const label = get?.call(this)
          return label === 'fake_device_2' ? 'OBS Virtual Camera' : label
        },
      })
    }
  })
  const tries = async () => {
    await page.goto('/exam/trial')
    await page.getByRole('button', { name: 'Начать пробную попытку' }).click()
    await page.getByRole('button', { name: 'Начать проверку' }).click()
    await expect
      .poll(() => page.getByRole('button', { name: 'Показать экран' }).isEnabled(), { timeout: 60_000 })
      .toBe(true)
  }
  const camera = page
    .getByRole('list', { name: 'Проверка оборудования' })
    .getByRole('listitem')
    .filter({ hasText: 'Камера и свет' })
  await tries()
  await choose(page, 'Какая камера', 'OBS Virtual Camera')
  await camera.getByText('Похоже, картинку даёт программа, а не камера.').waitFor()
  await narrowToo(look, 'trial-cameras')

  await tries()
  await camera.getByText('Сейчас включена: OBS Virtual Camera').waitFor()

  await page.evaluate(() => localStorage.setItem('ochno.camera', 'gone'.repeat(16)))
  await tries()
  const gone = 'Камера, которую вы выбирали, не подключена. Включена другая: fake_device_0.'
  await camera.getByText(gone).waitFor()
  await narrowToo(look, 'trial-camera-gone')
  await page.goto('/exam/equipment')
  await page.getByRole('button', { name: 'Проверить: Камера и свет' }).click()
  await page.getByText(gone).waitFor()
  await look.accessible('a camera that is gone, on the page of the check')
  expect(look.trouble).toEqual([])
  await look.close()
})
