// The steps every institution's story shares: from an empty installation to the examinee before the door.
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { openBrowser, openWholeBrowser, type Visit } from '../screens-stand.ts'
import { appliesAndIsApproved, calendarIsKnown } from './application.ts'
import { officeDecides } from './consent.ts'
import { comesToExam, phoneExplains } from './door.ts'
import { dayOfExam, placeAndTell, publish, readNotice, writeCard } from './exam.ts'
import { five, type Institution, seats } from './five.ts'
import { actInForce, wizard } from './institution.ts'
import { type Family, familyEnters, importPeople, staffEnters } from './people.ts'
import { proctorAppointed } from './proctor.ts'
import { orderOfResponsible } from './responsible.ts'
import { type Browsers, openStand, type Stand } from './stand.ts'

// Each is many screens of many people.
vi.setConfig({ testTimeout: 10 * 60_000 })

let browsers: Browsers
let stand: Stand | null = null
beforeAll(async () => {
  browsers = { plain: await openBrowser(), whole: await openWholeBrowser() }
})
afterEach(async () => {
  await stand?.close()
  stand = null
})
afterAll(async () => {
  await browsers?.plain.close()
  await browsers?.whole.close()
})

const institution = (preset: Institution['preset']): Institution => {
  const of = five.find((one) => one.preset === preset)
  if (!of) throw new Error(preset)
  return { ...of, at: seats(of) }
}

export type Begun = { readonly stand: Stand; readonly family: Family; readonly office: Visit }

/** An empty installation, the act in force, everybody on the list and signed in. */
export async function founded(preset: Institution['preset'], technology: string | null = null) {
  stand = await openStand(institution(preset), browsers)
  await wizard(stand)
  await actInForce(stand)
  if (technology) await orderOfResponsible(stand, technology)
  await importPeople(stand)
  await staffEnters(stand)
  return { stand, family: await familyEnters(stand) }
}

export async function withOffice(preset: Institution['preset'], technology?: string): Promise<Begun> {
  const begun = await founded(preset, technology)
  await proctorAppointed(begun.stand)
  return { ...begun, office: await officeDecides(begun.stand) }
}

/** The exam is written, published, filled and told of; then its day comes, and the examinee stands before the door. */
export async function examDay({ stand, family, office }: Begun): Promise<Visit> {
  const opensAt = dayOfExam(stand)
  const teacher = await writeCard(stand, opensAt)
  if (stand.of.preset === '003') {
    await calendarIsKnown(stand)
    await appliesAndIsApproved(stand, teacher, office)
  }
  await publish(stand, teacher)
  await placeAndTell(stand, teacher)
  await readNotice(stand, family)
  stand.clock.leapTo(opensAt + 60_000)
  await phoneExplains(stand)
  return comesToExam(stand, family)
}
