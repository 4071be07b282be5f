import type { CheckFacts, CheckView, JudgedView, RequirementView } from '@ochno/contract/equipment'
import { useTranslation } from 'react-i18next'
import { useRequirementLine } from '../ui/requirement-line.ts'
import { useSize } from '../ui/size.ts'

type Item = JudgedView['item']

const ownNames: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  firefox: 'Firefox',
  edge: 'Edge',
  chromium: 'Chromium',
  opera: 'Opera',
  safari: 'Safari',
}
const windowsNames: Readonly<Record<string, string>> = {
  '6.1': 'Windows 7',
  '6.2': 'Windows 8',
  '6.3': 'Windows 8.1',
}

/** The words of the check: what an item is called, what was found, what to do about it, who asks for it. */
export function useEquipmentWords() {
  const { t, i18n } = useTranslation()
  const size = useSize()
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(value)

  const browserName = (brand: string) =>
    brand === 'yandex' ? t('equipment.browsers.yandex') : (ownNames[brand] ?? brand)

  const machineFound = (item: Item, machine: NonNullable<CheckFacts['machine']>): string | null => {
    const { mobile, browser, os, memoryGb, cores, storageMb } = machine
    switch (item) {
      case 'device':
        return t(mobile ? 'equipment.found.device.phone' : 'equipment.found.device.computer')
      case 'browser':
        return browser && `${browserName(browser.brand)} ${browser.major}`
      case 'os': {
        if (!os) return null
        if (!os.windows) return t('equipment.found.otherSystem')
        if (os.nt === null) return 'Windows'
        if (os.nt >= 10) return t('equipment.found.orNewer', { name: 'Windows 10' })
        return windowsNames[String(os.nt)] ?? t('equipment.found.windowsOld')
      }
      case 'ram':
        return memoryGb === null ? null : t('equipment.found.ram', { gb: number(memoryGb, 2) })
      case 'cpu':
        return cores === null ? null : t('equipment.found.cores', { count: cores })
      case 'storage':
        return storageMb === null
          ? null
          : t('equipment.found.storage', { size: size(storageMb * 1024 * 1024) })
      default:
        return null
    }
  }

  const found = (item: Item, facts: CheckFacts): string | null => {
    const { machine, cameras, network } = facts
    if (item === 'camera')
      return cameras?.length
        ? cameras
            .map(({ width, height, fps }) =>
              t('equipment.found.camera', { width, height, fps: number(fps, 1) }),
            )
            .join('; ')
        : null
    if (item === 'net' && network)
      return t('equipment.found.net', { down: number(network.downMbps, 1), up: number(network.upMbps, 1) })
    if (item === 'link' && network)
      return t('equipment.found.link', {
        rtt: number(network.rttMs),
        jitter: number(network.jitterMs),
        lost: number(network.lost * 100),
      })
    return machine ? machineFound(item, machine) : null
  }

  const advice = (
    { item, why }: Pick<JudgedView, 'item' | 'why'>,
    extra: readonly string[],
  ): string | null => {
    if (why === null) return null
    const code = item === 'recorder' && why !== 'phone' ? 'browser' : why
    const key = `equipment.advice.${item}.${code}`
    return i18n.exists(key) ? t(key as 'equipment.advice.extra.own_word', { list: extra.join('; ') }) : null
  }

  /** `A1.5` is a row of the first appendix. */
  const clause = (number: string): string => {
    const appendix = /^A(\d+)/.exec(number)?.[1]
    return appendix
      ? t('equipment.source.appendix', { number: appendix })
      : t('equipment.source.clause', { number })
  }
  const source = (from: JudgedView['source']): string =>
    from.from === 'act'
      ? t('equipment.source.act', { clauses: [...new Set(from.clauses.map(clause))].join(', ') })
      : from.from === 'recording'
        ? t('equipment.source.recording')
        : from.ground === ''
          ? t('equipment.source.exam')
          : t('equipment.source.decision', { ground: from.ground })

  const line = useRequirementLine()
  const need = (one: RequirementView): string => line(one)

  const names = (rows: readonly Pick<JudgedView, 'item'>[]): string =>
    rows.map(({ item }) => t(`equipment.items.${item}`).toLocaleLowerCase(i18n.language)).join(', ')

  const problems = (check: Pick<CheckView, 'rows'>) =>
    names(check.rows.filter(({ verdict }) => verdict === 'risk' || verdict === 'block'))

  return { found, advice, source, need, names, problems, browserName }
}
