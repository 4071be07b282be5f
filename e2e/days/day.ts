// One machine for the days of all institutions: each institution has its own act, its own people, its own day.
import { rmSync } from 'node:fs'
import { changeDecisionSetting } from '@ochno/contract/decisions'
import { authorizeSession, startSession } from '@ochno/contract/sessions'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { passDoor } from '@ochno/testkit/door'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { type Publisher, publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { builtWeb } from '../built-web.ts'
import { storyPicture } from '../pictures.ts'
import { desktop, fits, openBrowser, openWholeBrowser, phone, type Visit, visitAs } from '../screens-stand.ts'
import { patiently } from '../patience.ts'

type Machine = {
  readonly server: TestServer
  /** For all that is read and pressed. */
  readonly plain: Browser
  /** For who is recorded. */
  readonly whole: Browser
  readonly close: () => Promise<void>
}

async function openMachine(): Promise<Machine> {
  const web = await builtWeb('production')
  const server = await bootServer({ config: { webDir: web } })
  // Six people's cameras at once on two cores: each gives a few pictures a second.
  const whole = await openWholeBrowser('--use-fake-device-for-media-stream=fps=5')
  const plain = await openBrowser()
  return {
    server,
    plain,
    whole,
    close: async () => {
      await plain.close()
      await whole.close()
      await server.stop()
      rmSync(web, { recursive: true, force: true })
    },
  }
}

type Preset = '000' | '001' | '003' | '004'

export type Day = {
  readonly machine: Machine
  readonly preset: Preset
  readonly school: TestInstitution
  readonly proctor: TestPerson
  readonly teacher: TestPerson
  readonly visits: Visit[]
  readonly cameras: Publisher[]
}

/** The act in force and who answers for an exam; what the act leaves to the institution about decisions is said. */
async function openDay(machine: Machine, preset: Preset): Promise<Day> {
  const school = await machine.server.otherInstitution()
  await actInForce(school.admin.client, preset)
  const proctor = await school.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  const teacher = await school.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  if (preset !== '004')
    await school.admin.client.done(changeDecisionSetting, { body: { maker: 'teacher', annexed: false } })
  return { machine, preset, school, proctor, teacher, visits: [], cameras: [] }
}

/** For a test file: its machine, and the day each of its tests opens, left whatever happens. */
export function days(): (preset: Preset) => Promise<Day> {
  let machine: Machine
  let open: Day | null = null
  beforeAll(async () => {
    machine = await openMachine()
  }, 180_000)
  afterEach(async () => {
    if (open) await leave(open)
    open = null
  })
  afterAll(() => machine?.close())
  return async (preset) => {
    open = await openDay(machine, preset)
    return open
  }
}

/** The exam is over: cameras stop and screens are closed; what troubled them stays known. */
export async function leave({ visits, cameras }: Day): Promise<void> {
  for (const camera of cameras.splice(0)) camera.stop()
  for (const one of visits) await one.close()
}

export const examOf = ({ school }: Day, title: string, card: Parameters<typeof examUnderAct>[1] = {}) =>
  examUnderAct(school.admin.client, card, { title })

/** Somebody at a screen of their own. */
export async function enter(
  day: Day,
  who: { readonly client: { readonly cookie: string } },
  path: string,
  which: 'plain' | 'whole' = 'plain',
) {
  const { server } = day.machine
  // However long the day takes on a slow machine: who comes to a screen has just given their password.
  await server.database.owner('update sign_in set proved_at = now() where tenant_id = $1', [day.school.id])
  const here = await visitAs(day.machine[which], server, who)
  // Three days may be played beside each other on two cores.
  here.context.setDefaultTimeout(patiently(120_000))
  day.visits.push(here)
  await here.page.goto(path)
  return here
}

/** What is alike in every institution is looked at in one of them. */
const lookedAtIn: Readonly<Record<string, Preset>> = {
  protocol: '000',
  decision: '001',
  'own-result': '001',
  'appeal-form': '000',
}

/** A station of the day: axe and a picture at both widths. */
export async function station({ preset }: Day, here: Visit, name: string): Promise<void> {
  if ((lookedAtIn[name] ?? preset) !== preset) return
  await here.accessible(`${preset} ${name}`)
  await storyPicture(here.page, `${preset}-day-${name}`)
  await here.page.setViewportSize(phone)
  await fits(here)
  await storyPicture(here.page, `${preset}-day-${name}-phone`)
  await here.page.setViewportSize(desktop)
}

/** On the screen of whoever has many people before them. */
export async function onLarge({ preset }: Day, here: Visit, name: string): Promise<void> {
  await here.page.setViewportSize({ width: 1920, height: 1080 })
  await fits(here)
  await storyPicture(here.page, `${preset}-day-${name}-1920`)
  await here.page.setViewportSize(desktop)
}

export function calm({ visits }: Day): void {
  for (const { trouble } of visits) expect(trouble).toEqual([])
}

/** As the timetable has it: nothing of the door is passed yet. */
export async function expected(day: Day, exam: TestSession['exam'], fullName: string): Promise<TestSession> {
  const examinee = await day.school.person('examinee', { fullName })
  // 000 here is checked without a person: nobody is assigned.
  const proctors = day.preset === '000' ? [] : [day.proctor]
  return day.school.session({ exam, examinee, proctors })
}

/** Through the door without a browser. */
export async function placed(day: Day, exam: TestSession['exam'], fullName: string): Promise<TestSession> {
  const session = await expected(day, exam, fullName)
  await passDoor(session)
  return session
}

/** As long as the recording: what is played twice would be noticed as such. */
const WHOLE_S = 12
const media = (() => {
  let made: { cam: ReturnType<typeof realWebm>; screen: ReturnType<typeof realWebm> } | null = null
  return () => {
    made ??= { cam: realWebm('cam', WHOLE_S), screen: realWebm('screen', WHOLE_S) }
    return made
  }
})()

/** Begins without a browser; real WebM goes up through the lane a browser uses, and goes on. */
export async function published(day: Day, session: TestSession): Promise<void> {
  const params = { sid: session.id }
  await session.examinee.client.done(authorizeSession, { params })
  await session.examinee.client.done(startSession, { params })
  const pastMs = (WHOLE_S + 4) * 1_000
  const began = Date.now() - pastMs
  // The exam is as old as its recording: what lies before the exam is no part of it.
  await day.machine.server.database.owner(
    'update session set authorized_at = $2, started_at = $2 where id = $1',
    [session.id, new Date(began)],
  )
  const camera = await publisher(day.machine.server.url, session, media(), { pastMs })
  day.cameras.push(camera)
  await camera.backlog(WHOLE_S)
  camera.live()
}

/** What a night would do: the record is sealed and its receipt is made. */
export async function sealed({ machine: { server } }: Day, session: TestSession): Promise<void> {
  await server.app.ingest.sealAll()
  await expect
    .poll(() => server.app.evidence.close(session.id), { timeout: patiently(60_000) })
    .toMatch(/^(closed|already)$/)
}
