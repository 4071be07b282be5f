// What passes between a proctor and an examinee: a warning, messages over a line that is cut, and a voice over one that loses.
import { readConduct, sayToExaminee } from '@ochno/contract/conduct'
import { type FaultProxy, faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import type { TestPerson, TestSession } from '@ochno/testkit/server'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { lossyRelay } from '../../e2e/lossy-relay.ts'
import { type WebStand, webStand } from '../client/web-stand.ts'
import { type Figures, percentile, round, type Say } from '../scenario.ts'

export const targets = { warning_p95_ms: 1000, chat_lost: 0, chat_doubled: 0 }

const WARNINGS = 20
const RECONNECTS = 12
const OUTAGE_MS = 500
const TALK_MS = 20_000
/** Every tenth packet of each way. */
const LOST_EVERY = 10
const NAME = 'Белова Анна Игоревна'

type Pair = {
  readonly stand: WebStand
  readonly line: FaultProxy
  readonly session: TestSession
  readonly exam: Page
  readonly staff: Page
}

export async function run(say: Say): Promise<Figures> {
  let line: FaultProxy | null = null
  const relay = lossyRelay(LOST_EVERY)
  const stand = await webStand(async (port) => {
    line = await faultProxy({ port })
    return [line.port]
  })
  const cut = line as unknown as FaultProxy
  try {
    const proctor = await stand.server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
    const examinee = await stand.server.person('examinee', { fullName: NAME })
    const session = await stand.server.running({ proctors: [proctor], examinee })
    const exam = await stand.page(await stand.browser(440), examinee, { port: cut.port })
    const staff = await stand.page(await stand.browser(1_000), proctor)
    for (const page of [exam, staff]) await relay.between(page)
    await exam.goto(`/exam/${session.id}`)
    await exam.getByRole('heading', { name: 'Проктор' }).waitFor()
    await staff.goto('/wall')
    await staff.getByRole('button', { name: `Написать: ${NAME}` }).waitFor()
    const pair: Pair = { stand, line: cut, session, exam, staff }
    return {
      ...(await warnings(pair, say)),
      ...(await messages(pair, proctor, say)),
      ...(await voice(pair, say)),
    }
  } finally {
    relay.close()
    await stand.close()
    await cut.close()
  }
}

type Seen = { readonly seen: Record<string, number> }

/** From the proctor's press to the picture of the words on the examinee's screen; both browsers read one clock. */
async function warnings({ exam, staff }: Pair, say: Say): Promise<Figures> {
  await exam.evaluate(() => {
    const seen: Record<string, number> = {}
    Object.assign(globalThis, { seen })
    const look = () => {
      for (const alert of document.querySelectorAll('[role=alert]')) {
        const word = alert.textContent?.match(/Предупреждение №\d+/)?.[0]
        if (!word || seen[word]) continue
        seen[word] = Number.POSITIVE_INFINITY
        // The second frame begins when the first is on the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            seen[word] = Date.now()
          }),
        )
      }
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await staff.evaluate(() =>
    addEventListener('submit', () => Object.assign(globalThis, { sentAt: Date.now() }), true),
  )
  await staff.getByRole('button', { name: `Написать: ${NAME}` }).click()
  const panel = staff.getByRole('complementary', { name: `Разговор: ${NAME}` })
  await panel.getByText('Предупреждение', { exact: true }).click()
  const took: number[] = []
  for (let n = 1; n <= WARNINGS; n++) {
    const word = `Предупреждение №${n}`
    await emptied(panel.getByLabel('Что сказать'))
    await panel.getByLabel('Что сказать').fill(word)
    await panel.getByLabel('Причина').fill('Взгляд в сторону')
    await panel.getByRole('button', { name: 'Предупредить' }).click()
    await exam.waitForFunction((one) => Number.isFinite((globalThis as unknown as Seen).seen[one]), word)
    const at = await exam.evaluate((one) => (globalThis as unknown as Seen).seen[one] ?? Number.NaN, word)
    const sent = await staff.evaluate(() => (globalThis as unknown as { sentAt: number }).sentAt)
    took.push(at - sent)
    await exam.getByRole('alert').filter({ hasText: word }).getByRole('button', { name: 'Понятно' }).click()
  }
  say(`warnings ${took.map(Math.round).join(', ')} ms`)
  return { warning_p95_ms: round(percentile(took, 0.95), 0) }
}

/** Both write while the examinee's line is cut again and again; then each word is looked for on the other side. */
async function messages(
  { exam, staff, line, session }: Pair,
  proctor: TestPerson,
  say: Say,
): Promise<Figures> {
  const panel = staff.getByRole('complementary', { name: `Разговор: ${NAME}` })
  const words: string[] = []
  for (let n = 1; n <= RECONNECTS; n++) {
    const [theirs, mine] = [`Вопрос ${n}.`, `Ответ ${n}.`]
    words.push(theirs, mine)
    await exam.getByLabel('Написать проктору').fill(theirs)
    // Cut before, during and after the message is on its way.
    const cut = async () => {
      await pause((n % 4) * 10)
      line.set({ refuse: true })
      line.reset()
    }
    await Promise.all([exam.getByRole('button', { name: 'Отправить' }).click(), cut()])
    await proctor.client.done(sayToExaminee, {
      params: { sid: session.id },
      body: { kind: 'chat', text: mine },
    })
    await pause(OUTAGE_MS)
    line.set({})
    await emptied(exam.getByLabel('Написать проктору'))
  }
  const counted = async (text: string, page: Page) => {
    const found = page === exam ? exam.getByRole('listitem') : panel.getByRole('listitem')
    await found
      .filter({ hasText: text })
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(() => undefined)
    return found.filter({ hasText: text }).count()
  }
  const { rows } = await proctor.client.done(readConduct, { params: { sid: session.id }, query: {} })
  let [lost, doubled] = [0, 0]
  for (const word of words) {
    const stored = rows.filter(({ entry }) => entry.kind === 'chat' && entry.text === word).length
    for (const times of [stored, await counted(word, exam), await counted(word, staff)]) {
      if (times === 0) lost++
      if (times > 1) doubled++
    }
  }
  say(`${words.length} messages, ${RECONNECTS} cuts, ${line.passed().connections} connections`)
  return { chat_messages: words.length, chat_reconnects: RECONNECTS, chat_lost: lost, chat_doubled: doubled }
}

/** What was sent has been answered. */
async function emptied(field: Locator): Promise<void> {
  for (let looks = 0; (await field.inputValue()) !== ''; looks++) {
    if (looks > 600) throw new Error('a message was never answered')
    await pause(100)
  }
}

type Links = { readonly ochnoLinks: readonly RTCPeerConnection[] }
type Sound = {
  readonly received: number
  readonly lost: number
  readonly samples: number
  readonly concealed: number
}

/** From the press of "answer" to the other's voice on each side, and what of it was lost on the way. */
async function voice({ exam, staff }: Pair, say: Say): Promise<Figures> {
  for (const page of [exam, staff]) await page.evaluate(listenForSound)
  await exam.evaluate(() =>
    addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('button')?.textContent === 'Ответить')
          Object.assign(globalThis, { answeredAt: Date.now() })
      },
      true,
    ),
  )
  const panel = staff.getByRole('complementary', { name: `Разговор: ${NAME}` })
  await staff.locator('body').press('c')
  await panel.getByRole('radio', { name: 'Проверить звук и связь' }).check()
  await panel.getByRole('button', { name: 'Позвонить' }).last().click()
  await exam.getByRole('alert').getByRole('button', { name: 'Ответить' }).click()
  const heardAt = (page: Page) =>
    page
      .waitForFunction(() => (globalThis as unknown as { heardAt?: number }).heardAt)
      .then((handle) => handle.jsonValue() as Promise<number>)
  const [atExam, atStaff] = await Promise.all([heardAt(exam), heardAt(staff)])
  const answered = await exam.evaluate(() => (globalThis as unknown as { answeredAt: number }).answeredAt)
  await pause(TALK_MS)
  const all = await Promise.all([exam, staff].map((page) => page.evaluate(soundOf)))
  const sum = (key: keyof Sound) => all.reduce((total, one) => total + one[key], 0)
  say(`examinee hears after ${atExam - answered} ms, proctor after ${atStaff - answered} ms`)
  return {
    call_first_sound_ms: Math.max(atExam, atStaff) - answered,
    call_line_loss_pct: 100 / LOST_EVERY,
    call_packets_lost_pct: round((sum('lost') / (sum('lost') + sum('received'))) * 100, 1),
    call_sound_made_up_pct: round((sum('concealed') / sum('samples')) * 100, 1),
  }
}

const listenForSound = () => {
  const timer = setInterval(async () => {
    for (const link of (globalThis as unknown as Links).ochnoLinks)
      for (const one of (await link.getStats()).values())
        if (one.type === 'inbound-rtp' && one.kind === 'audio' && (one.totalAudioEnergy ?? 0) > 1e-4) {
          clearInterval(timer)
          Object.assign(globalThis, { heardAt: (globalThis as { heardAt?: number }).heardAt ?? Date.now() })
        }
  }, 20)
}

const soundOf = async (): Promise<Sound> => {
  const sum = { received: 0, lost: 0, samples: 0, concealed: 0 }
  for (const link of (globalThis as unknown as Links).ochnoLinks)
    for (const one of (await link.getStats()).values())
      if (one.type === 'inbound-rtp' && one.kind === 'audio') {
        sum.received += one.packetsReceived
        sum.lost += one.packetsLost
        sum.samples += one.totalSamplesReceived ?? 0
        // Silence at the beginning is nobody's loss.
        sum.concealed += (one.concealedSamples ?? 0) - (one.silentConcealedSamples ?? 0)
      }
  return sum
}
