import { expect, test } from 'vitest'
import { type ActPolicy, decide, refuseProctoring } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import type { CameraFacts, Facts } from './facts.ts'
import { fitCamera, fitFacts } from './fit-facts.ts'
import { judge, outcomeOf, type Place } from './judge.ts'
import { minimumsOf, minimumsUnder, noPolicy } from './minimums.ts'
import { requirementsOf } from './requirements.ts'

const newest = { chrome: 142, firefox: 144, edge: 142, yandex: 25 }
const good = fitFacts
const camera = fitCamera
const { light } = camera
const machine = (change: Partial<NonNullable<Facts['machine']>>): Facts => ({
  ...good,
  machine: { ...good.machine, ...change },
})
const network = (change: Partial<NonNullable<Facts['network']>>): Facts => ({
  ...good,
  network: { ...good.network, ...change },
})

const of =
  (policy: ActPolicy) =>
  (facts: Facts, place: Place = 'examinee') =>
    judge(minimumsOf(policy), facts, { newest, tolerance: 1 }, place)
const under001 = of(preset('001'))
const under003 = of(preset('003'))
const under004 = of(preset('004'))
type Row = ReturnType<typeof under004>[number]
const one = (rows: readonly Row[], item: string) => rows.find((row) => row.item === item)
const said = (rows: readonly Row[], item: string) => {
  const row = one(rows, item)
  return row && (row.why === null ? row.verdict : `${row.verdict}: ${row.why}`)
}
const items = (rows: readonly Row[]) => rows.map(({ item }) => item)

for (const [name, facts, item, expected] of [
  ['R4-A1.1 Windows 7', machine({ os: { windows: true, nt: 6.1 } }), 'os', 'ok'],
  ['R4-A1.1 Windows Vista', machine({ os: { windows: true, nt: 6 } }), 'os', 'risk: older'],
  [
    'R4-A1.1 Linux is outside the minimum',
    machine({ os: { windows: false, nt: null } }),
    'os',
    'risk: not_windows',
  ],
  ['R4-A1.2 8 GB told', machine({ memoryGb: 8 }), 'ram', 'ok'],
  ['R4-A1.2 4 GB told may be 3 GB', machine({ memoryGb: 4 }), 'ram', 'declare: cannot_tell'],
  ['R4-A1.2 1 GB told', machine({ memoryGb: 1 }), 'ram', 'risk: less'],
  ['R4-A1.3 5 both ways', network({ downMbps: 5, upMbps: 5 }), 'net', 'ok'],
  ['R4-A1.3 4.9 down', network({ downMbps: 4.9 }), 'net', 'risk: slow_down'],
  ['R4-A1.3 R4-6.2.1g 4.9 up', network({ upMbps: 4.9 }), 'net', 'risk: slow_up'],
  ['R4-A1.4 one behind', machine({ browser: { brand: 'chrome', major: 141 } }), 'browser', 'ok'],
  ['R4-A1.4 two behind', machine({ browser: { brand: 'chrome', major: 140 } }), 'browser', 'risk: outdated'],
  ['R4-A1.4 Yandex', machine({ browser: { brand: 'yandex', major: 25 } }), 'browser', 'ok'],
  ['R4-A1.4 Edge', machine({ browser: { brand: 'edge', major: 142 } }), 'browser', 'risk: not_listed'],
  ['R4-A1.5 640x480 at 15', good, 'camera', 'ok'],
  ['R4-A1.5 14.9 frames', { ...good, cameras: [{ ...camera, fps: 14.9 }] }, 'camera', 'risk: slow'],
  ['R4-A1.5 640x360', { ...good, cameras: [{ ...camera, height: 360 }] }, 'camera', 'risk: small'],
  ['R4-A1.6 any microphone', good, 'microphone', 'ok'],
  ['R4-A1.6 R4-5.5a no microphone', { ...good, microphone: null }, 'microphone', 'block: none'],
  ['R4-5.5a no camera', { ...good, cameras: [] }, 'camera', 'block: none'],
  ['R4-6.1a R4-A1.7 a tone that was heard', good, 'speakers', 'ok'],
  ['R4-6.1a R4-A1.7 a tone nobody heard', { ...good, toneHeard: false }, 'speakers', 'risk: not_heard'],
  ['R4-A1.8 the disk is told by the person', good, 'disk', 'declare: cannot_tell'],
  ['R4-6.1b requests that are lost', network({ lost: 0.1 }), 'link', 'risk: lost'],
  ['R4-5.5b a telephone', machine({ mobile: true }), 'device', 'block: phone'],
  [
    'R4-6.1c a dark room',
    { ...good, cameras: [{ ...camera, light: { ...light, mean: 30 } }] },
    'light',
    'risk: dark',
  ],
  [
    'R4-6.1c a noisy room',
    { ...good, microphone: { ...good.microphone, silence: 0.3 } },
    'noise',
    'risk: noisy',
  ],
  ['R4-6.1c the dress code is the person’s word', good, 'dress', 'declare: own_word'],
] as const)
  test(`004: ${name}: ${expected}`, () => expect(said(under004(facts), item)).toBe(expected))

for (const [name, facts, item, expected] of [
  ['R1-7.3a a laptop with a camera', good, 'camera', 'ok'],
  ['R1-7.3a without an audio device', { ...good, microphone: null }, 'microphone', 'block: none'],
  ['R1-7.3a a telephone', machine({ mobile: true }), 'device', 'block: phone'],
  ['R1-7.3b Windows XP', machine({ os: { windows: true, nt: 5.1 } }), 'os', 'ok'],
  ['R1-7.3b Windows 2000', machine({ os: { windows: true, nt: 5 } }), 'os', 'risk: older'],
  ['R1-7.3b 1 GB told', machine({ memoryGb: 1 }), 'ram', 'ok'],
  ['R1-7.3b a browser that does not tell', machine({ memoryGb: null }), 'ram', 'declare: cannot_tell'],
  ['R1-7.3c any processor', good, 'cpu', 'declare: cannot_tell'],
  ['R1-7.3d Edge', machine({ browser: { brand: 'edge', major: 142 } }), 'browser', 'ok'],
  ['R1-7.3d Yandex', machine({ browser: { brand: 'yandex', major: 25 } }), 'browser', 'risk: not_listed'],
  ['R1-7.3e an uneven line', network({ jitterMs: 300 }), 'link', 'risk: uneven'],
  ['R1-7.3e a slow but steady line', network({ downMbps: 2, upMbps: 2 }), 'link', 'ok'],
  ['R1-7.3e no number of Mbit/s', network({ downMbps: 2, upMbps: 2 }), 'net', undefined],
  ['R1-4.1c a far server', network({ rttMs: 900 }), 'link', 'risk: far'],
] as const)
  test(`001: ${name}: ${expected}`, () => expect(said(under001(facts), item)).toBe(expected))

test('R1-7.3d R4-A1.4 the versions are those of the administrator’s table, and without it the person tells', () => {
  const rows = (table: Record<string, number>) =>
    judge(minimumsOf(preset('004')), good, { newest: table, tolerance: 0 })
  expect(said(rows({ chrome: 142 }), 'browser')).toBe('ok')
  expect(said(rows({ chrome: 143 }), 'browser')).toBe('risk: outdated')
  expect(said(rows({}), 'browser')).toBe('declare: no_table')
})

test('R1-4.1b R4-6.2.1f every camera is measured, and the worst one counts', () => {
  const two = (second: Partial<CameraFacts>) =>
    under004({ ...good, cameras: [camera, { ...camera, ...second }] })
  expect(minimumsOf(preset('001')).severalCameras).toBe(true)
  expect(said(two({}), 'camera')).toBe('ok')
  expect(said(two({ width: 320, height: 240 }), 'camera')).toBe('risk: small')
})

test('each item says which clause of which act asks for it', () => {
  expect(one(under004(good), 'net')?.source).toEqual({ from: 'act', clauses: ['A1'] })
  expect(one(under001(good), 'os')?.source).toEqual({ from: 'act', clauses: ['7.3'] })
  expect(one(under001(good), 'link')?.source).toEqual({ from: 'act', clauses: ['4.1'] })
  expect(one(under004(good), 'share')?.source).toEqual({ from: 'recording' })
})

const all = ['ram', 'disk', 'headphones', 'wall', 'dress'] as const

test('R1-4.1e R3-4.1.1e R4-6.2.1e what is below the minimum does not block: it asks for the risk', () => {
  for (const under of [under001, under003, under004]) {
    const rows = under(network({ lost: 0.2 }))
    const declared = items(rows)
    expect(outcomeOf(rows, { declared, risk: false }).outcome).toBe('accept_risk')
    expect(outcomeOf(rows, { declared, risk: true }).outcome).toBe('fit')
  }
})

test('R4-5.5b R4-6.2.1e a telephone blocks whatever is accepted', () =>
  expect(outcomeOf(under004(machine({ mobile: true })), { declared: all, risk: true }).outcome).toBe(
    'blocked',
  ))

test('a word fills only what no browser can prove, and a step that was not made stays open', () => {
  const dark = { ...good, cameras: [{ ...camera, light: { ...light, mean: 30 } }] }
  const after = outcomeOf(under004(dark), { declared: [...all, 'light'], risk: false })
  expect(said(after.rows, 'disk')).toBe('declared: cannot_tell')
  expect(said(after.rows, 'light')).toBe('risk: dark')
  expect(outcomeOf(under004({ machine: good.machine }), { declared: all, risk: true }).outcome).toBe(
    'unfinished',
  )
  expect(outcomeOf(under004(good), { declared: [], risk: false }).outcome).toBe('declare')
  expect(outcomeOf(under004(good), { declared: all, risk: false }).outcome).toBe('fit')
})

test('R4-3.4 R4-6.2.1b App. 1 of 004 is asked of the staff’s places too; 001 asks them no minimum', () => {
  const weak = network({ upMbps: 2 })
  expect(said(under004(weak, 'staff'), 'net')).toBe('risk: slow_up')
  expect(items(under004(good, 'staff'))).toEqual(
    expect.arrayContaining([
      'device',
      'browser',
      'os',
      'ram',
      'disk',
      'camera',
      'microphone',
      'speakers',
      'net',
    ]),
  )
  expect(items(under001(good, 'staff'))).not.toContain('os')
  expect(items(under001(good, 'staff'))).toEqual(expect.arrayContaining(['camera', 'link']))
})

test('R4-7.1a R4-7.1b R4-7.1c a proctor’s place: a computer, sound, quiet, a steady line; nobody is kept from work', () => {
  const rows = under004({ ...good, microphone: { ...good.microphone, silence: 0.3 } }, 'staff')
  expect(said(rows, 'noise')).toBe('risk: noisy')
  expect(said(under004(machine({ mobile: true }), 'staff'), 'device')).toBe('risk: phone')
  expect(said(under004({ ...good, microphone: null }, 'staff'), 'microphone')).toBe('risk: none')
  expect(said(under004(network({ lost: 0.3 }), 'staff'), 'link')).toBe('risk: lost')
  expect(items(rows)).not.toContain('share')
  expect(items(under004({}, 'staff'))).not.toContain('recorder')
})

const ground = 'Приказ № 7'
const decided = (
  Object.entries({
    'equipment.ram_min': 2048,
    'equipment.browsers': ['Chrome', 'Яндекс Браузер'],
    'equipment.net_min_mbps': 3,
    'equipment.disk_free_min_mb': 300,
  }) as [Parameters<typeof decide>[1], number | string[]][]
).reduce((policy, [key, value]) => {
  const made = decide(policy, key, { value, ground })
  if (!made.ok) throw new Error(made.why)
  return made.policy
}, preset('003'))

test('R3-4.2.5.1 003 has no numbers: exams wait for them, and the instruction is made of what people decided', () => {
  const refused = refuseProctoring(preset('003'))
  expect(refused).toMatchObject({ why: 'undecided' })
  expect(refused?.why === 'undecided' ? refused.keys : []).toEqual(
    expect.arrayContaining(['equipment.ram_min', 'equipment.browsers', 'equipment.net_min_mbps']),
  )
  expect(items(under003(good))).not.toContain('ram')
  const rows = requirementsOf(minimumsOf(decided))
  const source = { from: 'decision', ground }
  expect(rows).toContainEqual({ item: 'ram', values: { mb: 2048 }, source })
  expect(rows).toContainEqual({ item: 'net', values: { mbps: 3 }, source })
  expect(said(of(decided)(network({ upMbps: 2.9 })), 'net')).toBe('risk: slow_up')
})

test('R4-6.3.5a the instruction of 004 lists what Appendix 1 asks', () => {
  const found = Object.fromEntries(
    requirementsOf(minimumsOf(preset('004'))).map((row) => [row.item, row.values]),
  )
  expect(found).toMatchObject({
    os: { name: 'Windows 7' },
    ram: { mb: 3072 },
    net: { mbps: 5 },
    browser: { names: 'Chrome, Firefox, Яндекс Браузер' },
    camera: { width: 640, height: 480, fps: 15 },
    disk: { mb: 500 },
  })
})

test('R3-4.1.1b what one exam adds joins its check list, and its rules are those it was published with', () => {
  const under = effectivePolicy(preset('004'))
  if (!under.ok) throw new Error('refused')
  expect(minimumsUnder('004', under.policy)).toEqual(minimumsOf(preset('004')))
  const rows = judge(minimumsUnder('004', under.policy), good, { newest, tolerance: 1 }, 'examinee', [
    'Документ-камера',
  ])
  expect(said(rows, 'extra')).toBe('declare: own_word')
  expect(items(under004(good))).not.toContain('extra')
})

test('before an act is in force only the recording’s needs are asked', () => {
  const rows = of(noPolicy)(good)
  expect(items(rows)).not.toContain('os')
  expect(rows.every(({ source }) => source.from === 'recording')).toBe(true)
  expect(outcomeOf(rows, { declared: [], risk: false }).outcome).toBe('fit')
})

for (const [fault, sample] of [
  ['dark', { ...light, mean: 40 }],
  ['glare', { ...light, mean: 240 }],
  ['backlight', { ...light, middle: 60, edges: 150 }],
  ['uneven', { ...light, left: 60, right: 180 }],
] as const)
  test(`light: ${fault} is told`, () =>
    expect(said(under004({ ...good, cameras: [{ ...camera, light: sample }] }), 'light')).toBe(
      `risk: ${fault}`,
    ))

for (const [name, facts, expected] of [
  ['a program’s camera', { ...good, cameras: [{ ...camera, virtual: true }] }, 'risk: camera'],
  ['graphics of a virtual machine', machine({ virtualGraphics: true }), 'risk: graphics'],
  ['a plain machine', good, 'ok'],
] as const)
  test(`004 8.5.5: ${name}: ${expected}`, () => expect(said(under004(facts), 'virtual')).toBe(expected))

for (const [name, facts, item, expected] of [
  ['a second monitor', machine({ extended: true }), 'monitor', 'risk: second'],
  [
    'a browser that does not tell of monitors',
    machine({ extended: null }),
    'monitor',
    'declare: cannot_tell',
  ],
  ['a window instead of the screen', { ...good, share: 'window' }, 'share', 'risk: window'],
  [
    'automatic gain that could not be switched off',
    { ...good, microphone: { ...good.microphone, autoGain: true } },
    'gain',
    'risk: automatic',
  ],
  ['little room for a recording that waits', machine({ storageMb: 100 }), 'storage', 'risk: low'],
] as const)
  test(`004: ${name}: ${expected}`, () => expect(said(under004(facts), item)).toBe(expected))

test('R1-4.1f under 001 the space behind is asked in the check; a blurred background bars the exam and a drawn one is a risk', () => {
  expect(one(under001(good), 'wall')).toEqual({
    item: 'wall',
    verdict: 'declare',
    why: 'own_word',
    source: { from: 'act', clauses: ['4.1'] },
  })
  const blurred = under001({ ...good, cameras: [{ ...camera, blurred: true }] })
  expect(said(blurred, 'wall')).toBe('block: blurred')
  expect(outcomeOf(blurred, { declared: items(blurred), risk: true }).outcome).toBe('blocked')
  expect(said(under001({ ...good, cameras: [{ ...camera, blurred: false }] }), 'wall')).toBe(
    'declare: own_word',
  )
  expect(said(under001({ ...good, cameras: [{ ...camera, virtual: true }] }), 'wall')).toBe('risk: drawn')
})

test('R3-4.2.1.1 R4-6.3.1a what is behind the examinee, up to the wall, is asked in the check with its clause', () => {
  for (const [under, clause] of [
    [under003, '4.2.1.1'],
    [under004, '6.3.1'],
  ] as const) {
    const wall = one(under(good), 'wall')
    expect(wall).toEqual({
      item: 'wall',
      verdict: 'declare',
      why: 'own_word',
      source: { from: 'act', clauses: [clause] },
    })
    const all = items(under(good)).filter((item) => item !== 'wall')
    expect(outcomeOf(under(good), { declared: all, risk: true }).outcome).toBe('declare')
    // A window behind instead of the wall is seen in the light.
    const window = { ...good, cameras: [{ ...camera, light: { ...light, middle: 60, edges: 150 } }] }
    expect(said(under(window), 'light')).toBe('risk: backlight')
  }
})

test('TR-38 R4-3.4 R4-7.1a a proctor’s place without a camera is told and works, without sound it is told too; a check keeps nobody from the wall', () => {
  const place = (over: object) => under004({ ...good, ...over }, 'staff')
  for (const [item, lacking] of [
    ['camera', { cameras: [] }],
    ['microphone', { microphone: null }],
  ] as const) {
    expect(said(place(lacking), item), item).toBe('risk: none')
    expect(place(lacking).some(({ verdict }) => verdict === 'block')).toBe(false)
  }
  expect(under004({ ...good, cameras: [] }).some(({ verdict }) => verdict === 'block')).toBe(true)
})
