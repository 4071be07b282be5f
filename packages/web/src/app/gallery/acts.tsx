import type { SettingView } from '@ochno/contract/acts'
import { decide, settingOf, undecided } from '@ochno/domain/policy/act-policy'
import { differences } from '@ochno/domain/policy/compare'
import { warningsOf } from '@ochno/domain/policy/contradictions'
import { preset } from '@ochno/domain/policy/presets'
import { previewOf } from '@ochno/domain/policy/preview'
import { quoteOfClause } from '@ochno/domain/policy/quotes'
import { type PolicyKey, parameters, policyKeys } from '@ochno/domain/policy/schema'
import type { Setting } from '@ochno/domain/policy/setting'
import type { ActNumber } from '@ochno/domain/regulation/acts'
import { CompareView } from '../../features/acts/compare-view.tsx'
import { DecideDialog } from '../../features/acts/decide-dialog.tsx'
import { PreviewView } from '../../features/acts/preview-view.tsx'
import { SettingList } from '../../features/acts/setting-list.tsx'
import { SettingsView } from '../../features/acts/settings-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import type { Specimens } from './specimens.ts'

const plain = (value: unknown) => value as Extract<SettingView, { state: 'decision' }>['value']

function view(act: ActNumber, key: PolicyKey, setting: Setting, needed: readonly PolicyKey[]): SettingView {
  switch (setting.state) {
    case 'open':
      return { key, state: 'open', needed: needed.includes(key) }
    case 'decision':
      return { key, state: 'decision', value: plain(setting.value), ground: setting.ground }
    case 'capped':
      return {
        key,
        state: 'capped',
        value: plain(setting.value),
        law: setting.law,
        said: setting.said === null ? null : plain(setting.said),
      }
    case 'act':
      return {
        key,
        state: 'act',
        value: plain(setting.value),
        clauses: [...setting.clauses],
        note: setting.note ?? null,
        quotes: setting.clauses.flatMap((clause) => {
          const text = quoteOfClause(act, clause)
          return text === null ? [] : [{ clause, text }]
        }),
      }
  }
}

/** An act in which one thing is decided and one goes beyond the law. */
function decidedIn(act: ActNumber) {
  const ground = 'Решение педагогического совета, протокол № 4 от 20 ноября 2026 года'
  const first = decide(preset(act), 'recording.min_coverage_percent', { value: 95, ground })
  const second = first.ok ? decide(first.policy, 'erequest.answer_days', { value: 45, ground }) : first
  return second.ok ? second.policy : preset(act)
}

function settingsOf(act: ActNumber): readonly SettingView[] {
  const policy = decidedIn(act)
  const needed = undecided(policy)
  return policyKeys.map((key) => view(act, key, settingOf(policy, key), needed))
}

const warnings = (act: ActNumber) =>
  warningsOf(decidedIn(act)).map((one) => ({ ...one, keys: [...one.keys] }))

const nothing = () => {}

/** Some of the sections, the shortest and the most disputed. */
const shownGroups: readonly string[] = ['consent', 'decision', 'appeal']

const reader = (act: ActNumber) => () => (
  <Page title="Чтение акта">
    <SettingsView
      settings={settingsOf(act).filter(({ key }) => shownGroups.includes(parameters[key].group))}
      warnings={warnings(act)}
      onDecide={nothing}
    />
  </Page>
)

const deciding = (key: PolicyKey, setting: SettingView) => () => (
  <Page title="Решение">
    <DecideDialog act="act_none" preset="001" setting={{ ...setting, key }} onClose={nothing} />
  </Page>
)

const openOne = (key: PolicyKey) => deciding(key, { key, state: 'open', needed: true })

export const actSpecimens: Specimens = {
  'act-rows': () => (
    <Page title="Строки акта">
      <Card>
        <SettingList
          rows={settingsOf('004').filter(
            (one, at, all) =>
              one.key === 'decision.starred_counting' ||
              all.findIndex((other) => other.state === one.state && needs(other) === needs(one)) === at,
          )}
          warnings={warnings('004')}
          onDecide={nothing}
        />
      </Card>
    </Page>
  ),
  'act-reader': reader('004'),
  'act-decide-number': openOne('appeal.filing_days'),
  'act-decide-share': deciding('camera.face_min_fraction', {
    key: 'camera.face_min_fraction',
    state: 'decision',
    value: 0.2,
    ground: 'Приказ № 5',
  }),
  'act-decide-choices': openOne('identity.methods'),
  'act-compare': () => (
    <Page title="Сравнение">
      <Card title="003 и 004">
        <CompareView
          rows={differences(preset('003'), decidedIn('004'))
            .filter(({ key }) => shownGroups.includes(parameters[key].group))
            .map(({ key, before, after }) => ({
              key,
              before: view('003', key, before, []),
              after: view('004', key, after, []),
            }))}
        />
      </Card>
    </Page>
  ),
  'act-compare-same': () => (
    <Page title="Сравнение">
      <Card title="003 и 004">
        <CompareView rows={[]} />
      </Card>
    </Page>
  ),
  'act-preview': () => {
    const { examinee, proctor, teacher } = previewOf(decidedIn('004'))
    return (
      <Page title="Что увидят люди">
        <PreviewView said={{ examinee: [...examinee], proctor: [...proctor], teacher: [...teacher] }} />
      </Page>
    )
  },
}

const needs = (setting: SettingView): boolean => setting.state === 'open' && setting.needed
