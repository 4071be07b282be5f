// Measured facts against what the policy and the recording ask for: a verdict for each item, and what may be done with it.
import type { Facts } from './facts.ts'
import type { CheckItem } from './items.ts'
import { lightFault } from './light.ts'
import type { Minimums, Source } from './minimums.ts'
import { type BrowserTable, type Proof, prove, type Readings } from './prove.ts'

/**
 * `risk`: below the minimum, and the person may go on after taking the risk. `block`: no exam can be held on it.
 * `declare`: no browser can prove it, so the person says it. `unchecked`: this step was not made yet.
 */
export type Verdict = 'ok' | 'risk' | 'block' | 'declare' | 'declared' | 'unchecked'

export type Judged = {
  readonly item: CheckItem
  readonly verdict: Verdict
  /** What is wrong, as a code the screens have words for; null when nothing is. */
  readonly why: string | null
  readonly source: Source
}

export type Place = 'examinee' | 'staff'

/** Engineering proposals, not numbers of an act. */
export type Limits = {
  readonly lost: number
  readonly jitterMs: number
  readonly rttMs: number
  /** What one recording sends at its usual quality. */
  readonly recordingUpMbps: number
  /** Fifteen minutes without a connection at full quality, twice. */
  readonly storageMb: number
  readonly speech: number
  readonly loud: number
  readonly noise: number
}
export const defaultLimits: Limits = {
  lost: 0.05,
  jitterMs: 100,
  rttMs: 500,
  recordingUpMbps: 1,
  storageMb: 200,
  speech: 0.02,
  loud: 0.99,
  noise: 0.1,
}

type Found = { readonly verdict: Verdict; readonly why: string | null }
const ok: Found = { verdict: 'ok', why: null }
const unchecked: Found = { verdict: 'unchecked', why: null }
const risk = (why: string): Found => ({ verdict: 'risk', why })
const block = (why: string): Found => ({ verdict: 'block', why })
const declare = (why: string): Found => ({ verdict: 'declare', why })

const RECORDING: Source = { from: 'recording' }

const readings = (facts: Facts): Readings => {
  const { machine, network, microphone, toneHeard } = facts
  const worst = facts.cameras?.length
    ? facts.cameras.reduce((a, b) => (b.width * b.height * b.fps < a.width * a.height * a.fps ? b : a))
    : null
  return {
    os: machine?.os ?? null,
    deviceMemoryGb: machine?.memoryGb ?? null,
    browser: machine?.browser ?? null,
    mbps: network ? { down: network.downMbps, up: network.upMbps } : null,
    camera: worst,
    microphoneHeard: microphone ? microphone.speech > 0.0005 : null,
    toneConfirmed: toneHeard ?? null,
    screenExtended: machine?.extended ?? null,
    mobile: machine?.mobile ?? null,
  }
}

/** Every item that this person's place is asked for, in the order in which people look at them; `extra`: what this exam adds. */
export function judge(
  need: Minimums,
  facts: Facts,
  table: BrowserTable,
  place: Place = 'examinee',
  extra: readonly string[] = [],
  limits: Limits = defaultLimits,
): readonly Judged[] {
  const examinee = place === 'examinee'
  const asked = examinee || need.appliesToStaff
  const seen = readings(facts)
  const proofs = prove(need, seen, table)
  const { machine, network, microphone, cameras } = facts
  const rows: Judged[] = []
  const say = (item: CheckItem, found: Found, source: Source = need.sources[item] ?? RECORDING) => {
    // Nobody of the staff is kept from work by a check; they are told.
    const softened = !examinee && found.verdict === 'block' ? { ...found, verdict: 'risk' as const } : found
    rows.push({ item, ...softened, source })
  }
  const told = (
    item: CheckItem,
    proof: Proof | undefined,
    why: Readonly<Record<'failed' | 'unproven', string>>,
  ) => {
    if (proof === undefined) return
    say(item, proof === 'proven' ? ok : proof === 'failed' ? risk(why.failed) : declare(why.unproven))
  }

  if (!machine) {
    say('device', unchecked)
    if (examinee) say('recorder', unchecked, RECORDING)
  } else {
    say('device', machine.mobile !== true || need.mobileAllowed ? ok : block('phone'))
    if (examinee) say('recorder', machine.cannotRecord === null ? ok : block(machine.cannotRecord), RECORDING)
  }
  if (asked) {
    if (need.browsers !== null) say('browser', machine ? browserFound(need, seen.browser, table) : unchecked)
    if (need.os !== null)
      say(
        'os',
        machine
          ? need.windowsNt === null || seen.os === null || (seen.os.windows && seen.os.nt === null)
            ? declare('cannot_tell')
            : !seen.os.windows
              ? risk('not_windows')
              : proofs.os === 'proven'
                ? ok
                : risk('older')
          : unchecked,
      )
    if (machine) told('ram', proofs.ram, { failed: 'less', unproven: 'cannot_tell' })
    else if (need.ramMb !== null) say('ram', unchecked)
    if (need.cpu !== null) say('cpu', machine ? declare('cannot_tell') : unchecked)
    if (need.diskFreeMb !== null) say('disk', machine ? declare('cannot_tell') : unchecked)
  }
  if (examinee)
    say(
      'storage',
      !machine
        ? unchecked
        : machine.storageMb === null
          ? risk('none')
          : machine.storageMb < limits.storageMb
            ? risk('low')
            : ok,
      RECORDING,
    )

  say('camera', cameraFound(need, cameras))
  if (need.place.includes('light') || need.camera !== null || cameras)
    say('light', cameras?.[0] ? lightFound(cameras[0]) : unchecked)
  say(
    'microphone',
    microphone === undefined
      ? unchecked
      : microphone === null
        ? block('none')
        : microphone.speech <= 0.0005
          ? risk('silent')
          : microphone.speech < limits.speech
            ? risk('quiet')
            : microphone.speech >= limits.loud
              ? risk('loud')
              : ok,
  )
  if (examinee && microphone?.autoGain === true) say('gain', risk('automatic'))
  say('noise', !microphone ? unchecked : microphone.silence > limits.noise ? risk('noisy') : ok)
  if (need.speakersRequired || !examinee)
    say('speakers', facts.toneHeard === undefined ? unchecked : facts.toneHeard ? ok : risk('not_heard'))

  if (need.netMbps !== null && asked)
    say(
      'net',
      !network
        ? unchecked
        : network.downMbps < need.netMbps
          ? risk('slow_down')
          : network.upMbps < need.netMbps
            ? risk('slow_up')
            : ok,
    )
  say(
    'link',
    !network
      ? unchecked
      : network.lost > limits.lost
        ? risk('lost')
        : network.jitterMs > limits.jitterMs
          ? risk('uneven')
          : network.rttMs > limits.rttMs
            ? risk('far')
            : examinee && network.upMbps < limits.recordingUpMbps
              ? risk('slow')
              : ok,
  )
  if (!examinee) return rows

  if (need.oneMonitor)
    say(
      'monitor',
      !machine
        ? unchecked
        : machine.extended === null
          ? declare('cannot_tell')
          : machine.extended
            ? risk('second')
            : ok,
    )
  say('share', shareFound(facts.share), RECORDING)
  if (need.virtualMachineForbidden)
    say(
      'virtual',
      !machine
        ? unchecked
        : cameras?.some((camera) => camera.virtual)
          ? risk('camera')
          : machine.virtualGraphics === true
            ? risk('graphics')
            : ok,
    )
  for (const item of ['headphones', 'wall', 'dress'] as const)
    if (need.place.includes(item)) say(item, item === 'wall' ? wallFound(cameras) : declare('own_word'))
  if (extra.length > 0) say('extra', declare('own_word'), { from: 'decision', ground: '' })
  return rows
}

function browserFound(need: Minimums, seen: Readings['browser'], table: BrowserTable): Found {
  if (seen === null) return declare('cannot_tell')
  if (!(need.browsers as readonly string[] | null)?.includes(seen.brand)) return risk('not_listed')
  const newest = table.newest[seen.brand]
  if (newest === undefined) return declare('no_table')
  return seen.major >= newest - table.tolerance ? ok : risk('outdated')
}

function cameraFound(need: Minimums, cameras: Facts['cameras']): Found {
  if (!cameras) return unchecked
  if (cameras.length === 0) return block('none')
  const { camera } = need
  if (camera !== null)
    for (const one of cameras) {
      if (one.width < camera.width || one.height < camera.height) return risk('small')
      if (one.fps < camera.fps) return risk('slow')
    }
  return cameras.some(({ light }) => lightFault(light) === 'black') ? risk('black') : ok
}

function lightFound({ light }: { readonly light: Parameters<typeof lightFault>[0] }): Found {
  const fault = lightFault(light)
  return fault === null || fault === 'black' ? (fault ? risk('dark') : ok) : risk(fault)
}

/** R1-4.1f: behind a blur or a drawn background nobody sees to the wall; what the browser can not tell, the person says. */
const wallFound = (cameras: Facts['cameras']): Found =>
  cameras?.some(({ blurred }) => blurred === true)
    ? block('blurred')
    : cameras?.some(({ virtual }) => virtual)
      ? risk('drawn')
      : declare('own_word')

const shareFound = (share: Facts['share']): Found => {
  switch (share) {
    case undefined:
      return unchecked
    case 'monitor':
      return ok
    case 'window':
      return risk('window')
    case 'unknown':
      return risk('unknown')
    case 'refused':
      return risk('refused')
  }
}

export type Outcome = 'blocked' | 'unfinished' | 'declare' | 'accept_risk' | 'fit'

/** The whole in one word. A word of the person fills what can not be proven and never undoes what was measured. */
export function outcomeOf(
  rows: readonly Judged[],
  taken: { readonly declared: readonly string[]; readonly risk: boolean },
): { readonly rows: readonly Judged[]; readonly outcome: Outcome } {
  const after = rows.map((row) =>
    row.verdict === 'declare' && taken.declared.includes(row.item)
      ? { ...row, verdict: 'declared' as const }
      : row,
  )
  const has = (verdict: Verdict) => after.some((row) => row.verdict === verdict)
  const outcome: Outcome = has('block')
    ? 'blocked'
    : has('unchecked')
      ? 'unfinished'
      : has('risk') && !taken.risk
        ? 'accept_risk'
        : has('declare')
          ? 'declare'
          : 'fit'
  return { rows: after, outcome }
}
