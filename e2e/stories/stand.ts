// One institution of its own on a machine of its own, and the days that pass between preparing an exam and holding it.
import { performance } from 'node:perf_hooks'
import { fromMs } from '@ochno/domain/time'
import type { Clock } from '@ochno/server/ports/clock'
import { Client } from '@ochno/testkit/client'
import { PASSWORD } from '@ochno/testkit/server'
import type { Browser, Locator } from 'playwright-core'
import { firstAdmin, type NewMachine, newMachine } from '../new-machine.ts'
import { storyPicture } from '../pictures.ts'
import { desktop, fits, type phone, type Visit, visit } from '../screens-stand.ts'
import type { Institution } from './five.ts'

export type Stand = {
  readonly machine: NewMachine
  readonly of: Institution
  readonly admin: Visit
  /** The administrator's requests past the screens: for what is only more of the same. */
  readonly client: Client
  /** Everybody who came, so that in the end nothing of anybody's page was in trouble. */
  readonly visits: Visit[]
  readonly clock: ReturnType<typeof leapingClock>
  readonly close: () => Promise<void>
}

/** The real clock, put forward when the story comes to the day of the exam. */
function leapingClock() {
  let ahead = 0
  const ms = () => Date.now() + ahead
  const clock: Clock = { ms, now: () => fromMs(ms()), mono: () => performance.now() + ahead }
  return {
    clock,
    ms,
    leapTo: (to: number) => {
      ahead += to - ms()
    },
  }
}

export async function openStand(of: Institution, browser: Browser): Promise<Stand> {
  const clock = leapingClock()
  const machine = await newMachine({}, { browser, clock: clock.clock })
  const admin = await firstAdmin(machine, of.name, of.zone)
  const [cookie] = await admin.context.cookies()
  const visits = [admin]
  return {
    machine,
    of,
    admin,
    client: new Client(machine.server.url, `${cookie?.name}=${cookie?.value}`),
    visits,
    clock,
    close: async () => {
      for (const one of visits) await one.close()
      await machine.close()
    },
  }
}

export const trouble = ({ visits }: Stand): readonly string[] => visits.flatMap((one) => one.trouble)

/** A person who has a password already. */
export async function enter(
  stand: Stand,
  login: string,
  at: string,
  viewport: typeof desktop | typeof phone = desktop,
): Promise<Visit> {
  const one = await visit(stand.machine.browser, stand.machine.server.url, { viewport, zone: stand.of.zone })
  stand.visits.push(one)
  await one.page.goto(`/sign-in?next=${encodeURIComponent(at)}`)
  await one.page.getByLabel('Логин', { exact: true }).fill(login)
  await one.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await one.page.getByRole('button', { name: 'Войти', exact: true }).click()
  await one.page.waitForURL(`**${at}`)
  return one
}

/** A person who opens the one-time link that was given, and chooses a password. */
export async function firstEntry(
  stand: Stand,
  link: string,
  viewport: typeof desktop | typeof phone,
): Promise<Visit> {
  const one = await visit(stand.machine.browser, stand.machine.server.url, { viewport, zone: stand.of.zone })
  stand.visits.push(one)
  await one.page.goto(link)
  await one.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  if (!examined.has('invitation')) await one.accessible('an invitation')
  examined.add('invitation')
  await one.page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await one.page.getByRole('heading', { name: /^Здравствуйте/ }).waitFor()
  return one
}

/** Pages that were examined already in this run: the same page of the next institution is the same for a screen reader. */
const examined = new Set<string>()

/** Looks at the screen as it is: accessible, nothing out of it, and kept as a picture of this institution, its top in sight. */
export async function look({ of }: Stand, one: Visit, name: string, from?: Locator): Promise<void> {
  if (!examined.has(name)) await one.accessible(`${name} of ${of.preset}`)
  examined.add(name)
  await fits(one)
  if (from) await from.evaluate((part) => part.scrollIntoView({ block: 'start' }))
  else await one.page.evaluate(() => scrollTo(0, 0))
  await storyPicture(one.page, `${of.preset}-${name}`)
}
