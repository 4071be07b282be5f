// One institution of its own on a machine of its own, and the days that pass between preparing an exam and holding it.
import { performance } from 'node:perf_hooks'
import { signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import type { Clock } from '@ochno/server/ports/clock'
import { Client } from '@ochno/testkit/client'
import { PASSWORD } from '@ochno/testkit/server'
import type { Browser, Locator, Page } from 'playwright-core'
import { firstAdmin, type NewMachine, newMachine } from '../new-machine.ts'
import { storyPicture } from '../pictures.ts'
import { desktop, fits, phone, type Visit, visit } from '../screens-stand.ts'
import type { Institution, Width } from './five.ts'

/** `plain`: for all that is read and pressed; `whole`: for who is recorded. */
export type Browsers = { readonly plain: Browser; readonly whole: Browser }

export type Stand = {
  readonly machine: NewMachine
  readonly browsers: Browsers
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

export async function openStand(of: Institution, browsers: Browsers): Promise<Stand> {
  const clock = leapingClock()
  const machine = await newMachine({}, { browser: browsers.plain, clock: clock.clock })
  const admin = await firstAdmin(machine, of.name, of.zone)
  await sits(admin, of.at.staff)
  const [cookie] = await admin.context.cookies()
  const visits = [admin]
  return {
    machine,
    browsers,
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

const sizes = { desktop, phone } as const satisfies Record<Width, unknown>

/** What moves only delays whoever waits for it to stand still. */
async function sits({ page }: Visit, at: Width): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize(sizes[at])
}

/** Somebody at a screen of this width, not signed in yet. */
export async function comes(
  { machine, browsers, of, visits }: Stand,
  at: Width,
  more: Parameters<typeof visit>[2] = {},
  which: keyof Browsers = 'plain',
): Promise<Visit> {
  const one = await visit(browsers[which], machine.server.url, {
    ...more,
    viewport: sizes[at],
    zone: of.zone,
  })
  visits.push(one)
  await sits(one, at)
  return one
}

/** Staff who have signed in already: the page of signing in is passed by the family and by the examinee. */
export async function enter(stand: Stand, login: string, at: string): Promise<Visit> {
  const client = new Client(stand.machine.server.url)
  await client.done(signIn, { body: { login, password: PASSWORD } })
  const one = await comes(stand, stand.of.at.staff)
  const [name, value] = client.cookie.split('=') as [string, string]
  const { hostname } = new URL(stand.machine.server.url)
  await one.context.addCookies([
    { name, value, domain: hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ])
  await one.page.goto(at)
  return one
}

/** Whose part is over; what troubled the page is kept until the end. */
export const leaves = ({ page }: Visit): Promise<void> => page.close()

/** By the page of signing in; ends where the person wanted to go. */
export async function signsIn({ page }: Visit, login: string): Promise<void> {
  await page.getByLabel('Логин', { exact: true }).fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
}

/** To another page as a link leads there: the application stays as it is. */
export const go = ({ page }: { readonly page: Page }, to: string): Promise<void> =>
  page.evaluate((path) => history.pushState(null, '', path), to)

/** A person who opens the one-time link that was given, and chooses a password. */
export async function firstEntry(stand: Stand, link: string): Promise<Visit> {
  const one = await comes(stand, stand.of.at.family)
  await one.page.goto(link)
  await one.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await look(stand, one, 'invitation')
  await one.page.getByRole('button', { name: 'Сохранить пароль и войти' }).click()
  await one.page.getByRole('heading', { name: /^Здравствуйте/ }).waitFor()
  return one
}

/** Screens that were examined already: what the next person sees is the same for a screen reader. */
const examined = new Set<string>()

/** Of a page of thousands of parts the width nobody sits at is left to the story where somebody does. */
const LARGE = 2_500

/** The screen as it is, wide and narrow: accessible, nothing out of it, and kept as a picture of this institution, its top in sight. */
export async function look(stand: Stand, one: Visit, name: string, from?: Locator): Promise<void> {
  const { page } = one
  const own: Width = page.viewportSize()?.width === phone.width ? 'phone' : 'desktop'
  const other: Width = own === 'phone' ? 'desktop' : 'phone'
  await lookAt(stand, one, name, own, from)
  const large = (await page.evaluate(() => document.querySelectorAll('*').length)) > LARGE
  await page.setViewportSize(sizes[other])
  await lookAt(stand, one, name, other, from, large)
  await page.setViewportSize(sizes[own])
}

async function lookAt({ of }: Stand, one: Visit, name: string, at: Width, from?: Locator, large = false) {
  const full = at === 'phone' ? `${name}-phone` : name
  if (!large && !examined.has(full)) {
    await one.accessible(`${full} of ${of.preset}`)
    examined.add(full)
  }
  await fits(one)
  if (from) await from.evaluate((part) => part.scrollIntoView({ block: 'start' }))
  else await one.page.evaluate(() => scrollTo(0, 0))
  await storyPicture(one.page, `${of.preset}-${full}`)
}
