import type { ActNumber } from '../regulation/acts.ts'

/** Windows by its kernel: XP is 5.1, 7 is 6.1. */
export type Minimums = {
  readonly clause: string
  readonly mobileAllowed: boolean
  readonly windowsNt: number | null
  readonly ramMb: number | null
  readonly cpu: string | null
  readonly browsers: readonly ('chrome' | 'firefox' | 'edge' | 'yandex')[] | null
  /** Null where the act asks for a stable connection without a number. */
  readonly netMbps: number | null
  readonly camera: { readonly width: number; readonly height: number; readonly fps: number } | null
  readonly cameraRequired: boolean
  readonly microphoneRequired: boolean
  readonly speakersRequired: boolean
  readonly diskFreeMb: number | null
  readonly oneMonitor: boolean
  /** Also for the staff who take part (004 App. 1, title). */
  readonly appliesToStaff: boolean
}

export type ActWithEquipment = Exclude<ActNumber, '000' | '002'>

/** 001 7.3; 004 App. 1, 5.5 and 8.5.2. 003 leaves its numbers to the instruction (4.2.5.1): the institution writes them. */
export const minimums: Readonly<Record<ActWithEquipment, Minimums>> = {
  '001': {
    clause: '7.3',
    mobileAllowed: false,
    windowsNt: 5.1,
    ramMb: 512,
    cpu: 'Intel Core i3 или AMD',
    browsers: ['chrome', 'firefox', 'edge'],
    netMbps: null,
    camera: null,
    cameraRequired: true,
    microphoneRequired: true,
    speakersRequired: false,
    diskFreeMb: null,
    oneMonitor: true,
    appliesToStaff: false,
  },
  '003': {
    clause: '4.2.5.1',
    mobileAllowed: false,
    windowsNt: null,
    ramMb: null,
    cpu: null,
    browsers: null,
    netMbps: null,
    camera: null,
    cameraRequired: true,
    microphoneRequired: true,
    speakersRequired: false,
    diskFreeMb: null,
    oneMonitor: true,
    appliesToStaff: false,
  },
  '004': {
    clause: 'App. 1',
    mobileAllowed: false,
    windowsNt: 6.1,
    ramMb: 3072,
    cpu: null,
    browsers: ['chrome', 'firefox', 'yandex'],
    netMbps: 5,
    camera: { width: 640, height: 480, fps: 15 },
    cameraRequired: true,
    microphoneRequired: true,
    speakersRequired: true,
    diskFreeMb: 500,
    oneMonitor: true,
    appliesToStaff: true,
  },
}

export const minimumsOf = (act: ActWithEquipment): Minimums => minimums[act]
