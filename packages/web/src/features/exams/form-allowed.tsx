import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { type PermissionSwitch, permissionNames } from '@ochno/domain/incident/permissions'
import { subjects } from '@ochno/domain/materials/subjects'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../ui/page.tsx'
import type { StepProps } from './form-step.ts'
import classes from './exams.module.css'
import { useClauseWords } from './problem-words.ts'

const needs = ['textInput', 'extendedAnswer', 'draft', 'calculator'] as const

export function AllowedStep(props: StepProps) {
  const { t } = useTranslation()
  const { act, draft, change, changeCard } = props
  const { card } = draft
  return (
    <Rows gap="lg">
      {act.materials ? (
        <NativeSelect
          label={t('examCard.allowed.materials')}
          description={t('examCard.allowed.materialsHint')}
          value={card.materials ?? ''}
          onChange={(event) =>
            changeCard({ materials: subjects.find((one) => one === event.currentTarget.value) ?? null })
          }
          data={[
            { value: '', label: t('examCard.allowed.noMaterials') },
            ...subjects.map((value) => ({ value, label: t(`examCard.allowed.subjects.${value}`) })),
          ]}
        />
      ) : null}
      {act.switches ? <Switches {...props} /> : null}
      <Lifts {...props} />
      <div className={classes.fields}>
        <Textarea
          label={t('examCard.allowed.sites')}
          description={t('examCard.allowed.sitesHint')}
          value={draft.sites}
          onChange={(event) => change({ sites: event.currentTarget.value })}
          rows={2}
        />
        <Textarea
          label={t('examCard.allowed.software')}
          description={t('examCard.allowed.softwareHint')}
          value={draft.software}
          onChange={(event) => change({ software: event.currentTarget.value })}
          rows={2}
        />
      </div>
      <Checkbox.Group
        label={t('examCard.allowed.tasks')}
        description={t('examCard.allowed.tasksHint')}
        value={needs.filter((one) => card.tasks[one])}
        onChange={(chosen) =>
          changeCard({
            tasks: {
              textInput: chosen.includes('textInput'),
              extendedAnswer: chosen.includes('extendedAnswer'),
              draft: chosen.includes('draft'),
              calculator: chosen.includes('calculator'),
            },
          })
        }
      >
        <div className={classes.choices}>
          {needs.map((one) => (
            <Checkbox key={one} value={one} label={t(`examCard.allowed.task.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {act.requirements ? (
        <Textarea
          label={t('examCard.allowed.requirements')}
          description={t('examCard.allowed.requirementsHint')}
          value={draft.requirements}
          onChange={(event) => change({ requirements: event.currentTarget.value })}
          rows={3}
        />
      ) : null}
    </Rows>
  )
}

/** The switches of 004 App. 2; a limit is offered beside each that is on (TR-57). */
function Switches({ draft, changeCard }: StepProps) {
  const { t } = useTranslation()
  const { switches } = draft.card
  const limit = (name: PermissionSwitch, minutes: number | string) =>
    changeCard({
      switches: switches.map((one) =>
        one.name === name
          ? { name, limitSeconds: typeof minutes === 'number' && minutes > 0 ? minutes * 60 : null }
          : one,
      ),
    })
  return (
    <Checkbox.Group
      label={t('examCard.allowed.switches')}
      description={t('examCard.allowed.switchesHint')}
      value={switches.map(({ name }) => name)}
      onChange={(chosen) =>
        changeCard({
          switches: permissionNames
            .filter((name) => chosen.includes(name))
            .map((name) => switches.find((one) => one.name === name) ?? { name, limitSeconds: null }),
        })
      }
    >
      <div className={classes.choices}>
        {permissionNames.map((name) => {
          const label = t(`examCard.allowed.switch.${name}`)
          const on = switches.find((one) => one.name === name)
          return (
            <div key={name} className={classes.choice}>
              <Checkbox value={name} label={label} />
              {on ? (
                <NumberInput
                  size="xs"
                  className={classes.limit}
                  placeholder={t('examCard.allowed.limit')}
                  aria-label={t('examCard.allowed.limitFor', { name: label })}
                  value={on.limitSeconds === null ? '' : on.limitSeconds / 60}
                  onChange={(minutes) => limit(name, minutes)}
                  min={1}
                  max={600}
                  allowDecimal={false}
                  hideControls
                />
              ) : null}
            </div>
          )
        })}
      </div>
    </Checkbox.Group>
  )
}

/** Bans the act lets this exam lift, each with its ground, and what it may forbid besides. */
function Lifts({ act, draft, changeCard }: StepProps) {
  const { t, i18n } = useTranslation()
  const place = useClauseWords()
  const { overrides } = draft.card
  const name = (key: PolicyKey) => parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en']
  const set = (key: PolicyKey, value: string | null, ground = '') =>
    changeCard({
      overrides: [
        ...overrides.filter((one) => one.key !== key),
        ...(value === null ? [] : [{ key, value, ground }]),
      ],
    })
  const group = (
    may: 'lift' | 'forbid',
    value: 'allowed' | 'forbidden',
    label: string,
    hint: string | null,
  ) => {
    const rows = act.overrides.filter((one) => one.may === may)
    if (rows.length === 0) return null
    return (
      <fieldset className={classes.group}>
        <legend>{label}</legend>
        {hint ? <p className={classes.hint}>{hint}</p> : null}
        <div className={classes.choices}>
          {rows.map(({ key, clauses }) => {
            const on = overrides.find((one) => one.key === key)
            return (
              <div key={key}>
                <Checkbox
                  label={name(key)}
                  description={place(clauses)}
                  checked={on !== undefined}
                  onChange={(event) => set(key, event.currentTarget.checked ? value : null)}
                />
                {on && may === 'lift' ? (
                  <TextInput
                    size="sm"
                    placeholder={t('examCard.allowed.groundHint')}
                    aria-label={t('examCard.allowed.groundFor', { name: name(key) })}
                    label={t('examCard.allowed.ground')}
                    value={on.ground}
                    onChange={(event) => set(key, value, event.currentTarget.value)}
                    maxLength={1000}
                  />
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    )
  }
  return (
    <>
      {group('lift', 'allowed', t('examCard.allowed.lifts'), t('examCard.allowed.liftsHint'))}
      {group('forbid', 'forbidden', t('examCard.allowed.forbids'), null)}
    </>
  )
}
