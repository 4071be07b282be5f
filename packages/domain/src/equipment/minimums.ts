// What the policy asks of a machine. The policy is the only place where a number of it stands.
import { type ActPolicy, settingOf } from '../policy/act-policy.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import type { Parameter, Value } from '../policy/parameter.ts'
import { type PolicyKey, parameters } from '../policy/schema.ts'
import type { CheckItem } from './items.ts'

/** Who asks for it: the act, people where it is silent, or the recording itself, which can not be made without it. */
export type Source =
  | { readonly from: 'act'; readonly clauses: readonly string[] }
  | { readonly from: 'decision'; readonly ground: string }
  | { readonly from: 'recording' }

export const brands = ['chrome', 'firefox', 'edge', 'yandex'] as const
export type Brand = (typeof brands)[number]

export type Minimums = {
  readonly act: string
  readonly mobileAllowed: boolean
  /** As the act words it: `Windows 7`. */
  readonly os: string | null
  /** Windows by its kernel: XP is 5.1, 7 is 6.1. Null where the words name no Windows. */
  readonly windowsNt: number | null
  readonly ramMb: number | null
  readonly cpu: string | null
  /** As the act names them, and those of them that a browser tells of itself. */
  readonly browserNames: readonly string[]
  readonly browsers: readonly Brand[] | null
  /** How far behind the newest version a browser may be; null: the act's edition leaves it to the table of the institution. */
  readonly tolerance: number | null
  /** The act makes the examinee answer for the machine: none begins without an acknowledged check at the door. */
  readonly answered: boolean
  /** For how long before a start a check at the door stands, and a full one lets that be shorter. */
  readonly doorMinutes: number
  readonly freshDays: number
  /** Null where the act asks for a stable connection without a number. */
  readonly netMbps: number | null
  readonly camera: { readonly width: number; readonly height: number; readonly fps: number } | null
  readonly severalCameras: boolean
  readonly speakersRequired: boolean
  readonly diskFreeMb: number | null
  readonly oneMonitor: boolean
  readonly virtualMachineForbidden: boolean
  /** What the person has to see to at the place itself. */
  readonly place: readonly ('wall' | 'noise' | 'light' | 'dress' | 'headphones')[]
  /** Also for the staff who take part (004 App. 1, title). */
  readonly appliesToStaff: boolean
  readonly sources: Readonly<Partial<Record<CheckItem, Source>>>
}

const kernels: Readonly<Record<string, number>> = {
  xp: 5.1,
  vista: 6,
  '7': 6.1,
  '8': 6.2,
  '8.1': 6.3,
  '10': 10,
  '11': 10,
}

const kernelOf = (words: string | null): number | null =>
  kernels[/windows\s+(xp|vista|8\.1|7|8|10|11)/i.exec(words ?? '')?.[1]?.toLowerCase() ?? ''] ?? null

const brandNames: readonly (readonly [RegExp, Brand])[] = [
  [/chrome|хром/i, 'chrome'],
  [/firefox|mozilla/i, 'firefox'],
  [/edge/i, 'edge'],
  [/яндекс|yandex/i, 'yandex'],
]

const brandsOf = (names: readonly string[]): readonly Brand[] =>
  names.flatMap((name) => brandNames.find(([pattern]) => pattern.test(name))?.[1] ?? [])

function pictureOf(words: string | null, fps: number | null): Minimums['camera'] {
  const size = /(\d+)\s*[xх×]\s*(\d+)/i.exec(words ?? '')
  return size === null ? null : { width: Number(size[1]), height: Number(size[2]), fps: fps ?? 0 }
}

const keysOf: Readonly<Partial<Record<CheckItem, readonly PolicyKey[]>>> = {
  device: ['equipment.mobile_allowed', 'equipment.device_class'],
  os: ['equipment.os_min'],
  ram: ['equipment.ram_min'],
  cpu: ['equipment.cpu_min'],
  browser: ['equipment.browsers'],
  net: ['equipment.net_min_mbps'],
  // Without a number the acts still name a steady connection, where they say who answers for it.
  link: ['equipment.responsibility'],
  camera: ['equipment.webcam_min'],
  microphone: ['equipment.microphone'],
  gain: ['env.mic_sensitivity_fixed'],
  speakers: ['equipment.speakers'],
  disk: ['equipment.disk_free_min_mb'],
  monitor: ['devices.second_monitor_keyboard_mouse'],
  virtual: ['devices.virtual_machine'],
  wall: ['env.view_to_wall'],
  noise: ['env.no_noise'],
  light: ['env.no_dark_room', 'env.light_rules'],
  dress: ['env.dress_code'],
  headphones: ['devices.headphones'],
}

type Asked = { readonly value: Value | null; readonly source: Source | null }

/** Under an edition of an act. */
export const minimumsOf = (policy: ActPolicy): Minimums =>
  minimumsFrom(policy.act, (key) => {
    const setting = settingOf(policy, key)
    switch (setting.state) {
      case 'act':
        return { value: setting.value, source: { from: 'act', clauses: setting.clauses } }
      case 'decision':
        return { value: setting.value, source: { from: 'decision', ground: setting.ground } }
      case 'capped':
        return { value: setting.value, source: null }
      case 'open':
        return { value: null, source: null }
    }
  })

/** Under the rules an exam was published with. */
export const minimumsUnder = (act: string, policy: EffectivePolicy): Minimums =>
  minimumsFrom(act, (key) => {
    const { value, origin } = policy[key]
    if (origin.from === 'act') return { value, source: { from: 'act', clauses: origin.clauses } }
    return origin.from === 'decision' || origin.from === 'exam'
      ? { value, source: { from: 'decision', ground: origin.ground } }
      : { value, source: null }
  })

function minimumsFrom(act: string, asked: (key: PolicyKey) => Asked): Minimums {
  const value = (key: PolicyKey): Value | null => asked(key).value
  const text = (key: PolicyKey) => textOf(value(key))
  const number = (key: PolicyKey) => numberOf(value(key))
  const list = (key: PolicyKey) => listOf(value(key))
  const os = text('equipment.os_min')
  const browserNames = list('equipment.browsers')
  const classes = list('equipment.device_class')
  return {
    act,
    mobileAllowed: value('equipment.mobile_allowed') !== false && classes.includes('phone'),
    os,
    windowsNt: kernelOf(os),
    ramMb: number('equipment.ram_min'),
    cpu: text('equipment.cpu_min'),
    browserNames,
    browsers: browserNames.length > 0 ? brandsOf(browserNames) : null,
    tolerance: number('equipment.browser_version_tolerance'),
    answered: value('equipment.responsibility') === 'examinee',
    doorMinutes: number('equipment.door_check_minutes') ?? proposed('equipment.door_check_minutes'),
    freshDays: number('equipment.check_fresh_days') ?? proposed('equipment.check_fresh_days'),
    netMbps: number('equipment.net_min_mbps'),
    camera: pictureOf(text('equipment.webcam_min'), number('equipment.webcam_fps_min')),
    severalCameras: value('camera.multiple_allowed') === true,
    speakersRequired: text('equipment.speakers') !== null,
    diskFreeMb: number('equipment.disk_free_min_mb'),
    oneMonitor: value('devices.second_monitor_keyboard_mouse') === 'forbidden',
    virtualMachineForbidden: value('devices.virtual_machine') === 'forbidden',
    place: [
      ...(value('env.view_to_wall') === 'required' ? (['wall'] as const) : []),
      ...(value('env.no_noise') === 'required' ? (['noise'] as const) : []),
      ...(value('env.no_dark_room') === 'required' ? (['light'] as const) : []),
      ...(value('env.dress_code') === 'required' ? (['dress'] as const) : []),
      ...(value('devices.headphones') === 'forbidden' ? (['headphones'] as const) : []),
    ],
    appliesToStaff: value('equipment.applies_to_staff') === true,
    sources: sourcesOf(asked),
  }
}

function sourcesOf(asked: (key: PolicyKey) => Asked): Minimums['sources'] {
  const found: Partial<Record<CheckItem, Source>> = {}
  for (const [item, keys] of Object.entries(keysOf)) {
    const source = keys.map((key) => asked(key).source).find((one) => one !== null)
    if (source) found[item as CheckItem] = source
  }
  return found
}

/** What the table of parameters offers for a number that is no act's: an engineering limit, not a rule. */
const proposed = (key: PolicyKey): number => numberOf((parameters[key] as Parameter).proposal ?? null) ?? 0

/** 003 4.2.5.1 leaves it to the published instruction, which is made of the numbers that people decided. */
const BY_INSTRUCTION = 'По инструкции'

const textOf = (value: Value | null): string | null =>
  typeof value === 'string' && value !== BY_INSTRUCTION ? value : null
const numberOf = (value: Value | null): number | null => (typeof value === 'number' ? value : null)
const listOf = (value: Value | null): readonly string[] => (Array.isArray(value) ? value : [])

/** Before an act takes effect nothing is regulated: only what the recording itself needs is looked at. */
export const noPolicy: ActPolicy = { act: 'own', stated: {}, decisions: {} }

/** How far behind a browser may be where neither an edition nor the institution's own table says so (TR-24: one). */
export const usualTolerance = proposed('equipment.browser_version_tolerance')
