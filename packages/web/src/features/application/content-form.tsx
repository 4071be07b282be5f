import { Autocomplete, Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import {
  type ApplicationContent,
  type ApplicationView,
  listApplications,
  readApplication,
  saveApplication,
  submitApplication,
} from '@ochno/contract/application'
import type { ExamId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './application.module.css'

const blank: ApplicationContent = {
  department: '',
  discipline: '',
  programme: '',
  branch: null,
  assessment: 'intermediate',
  groups: [],
  examinees: 0,
  reason: '',
  kind: 'synchronous',
  proposed: '',
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

export function ContentForm({ exam, view }: { exam: ExamId; view: ApplicationView }) {
  const { t } = useTranslation()
  const saving = useDo(saveApplication, [readApplication, listApplications])
  const submitting = useDo(submitApplication, [readApplication, listApplications])
  const [content, setContent] = useState(view.application?.content ?? blank)
  const [groups, setGroups] = useState(content.groups.join(', '))
  const [saved, setSaved] = useState(false)
  const set = (change: Partial<ApplicationContent>) => {
    setSaved(false)
    setContent((before) => ({ ...before, ...change }))
  }
  const save = () => saving.run({ params: { eid: exam }, body: { ...content, groups: listed(groups) } })
  const onSave = async () => setSaved((await save()).ok)
  const onSubmit = async () => {
    if ((await save()).ok) await submitting.run({ params: { eid: exam } })
  }
  const failure = saving.failure ?? submitting.failure
  const busy = saving.busy || submitting.busy
  const text = (field: 'department' | 'discipline' | 'proposed', maxLength = 300) => (
    <TextInput
      label={t(`application.one.${field}`)}
      value={content[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      maxLength={maxLength}
    />
  )
  return (
    <Card title={t('application.one.content')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void onSubmit()
        }}
      >
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          {text('department')}
          {text('discipline')}
          <Autocomplete
            label={t('application.one.programme')}
            description={t('application.one.programmeHint')}
            value={content.programme}
            onChange={(programme) => set({ programme })}
            data={view.programmes}
            maxLength={300}
          />
          <TextInput
            label={t('application.one.branch')}
            value={content.branch ?? ''}
            onChange={(event) => set({ branch: event.currentTarget.value || null })}
            maxLength={200}
          />
          <NativeSelect
            label={t('application.one.assessment')}
            value={content.assessment}
            onChange={(event) =>
              set({ assessment: event.currentTarget.value as ApplicationContent['assessment'] })
            }
            data={(['current', 'intermediate', 'final'] as const).map((value) => ({
              value,
              label: t(`application.one.assessments.${value}`),
            }))}
          />
          <TextInput
            label={t('application.one.groups')}
            description={t('application.one.groupsHint')}
            value={groups}
            onChange={(event) => {
              setSaved(false)
              setGroups(event.currentTarget.value)
            }}
            maxLength={1000}
          />
          <NumberInput
            label={t('application.one.examinees')}
            value={content.examinees}
            onChange={(value) => set({ examinees: typeof value === 'number' ? value : 0 })}
            min={0}
            max={10_000}
            allowDecimal={false}
          />
          <Textarea
            label={t('application.one.reason')}
            value={content.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            maxLength={2000}
            autosize
            minRows={3}
          />
          <NativeSelect
            label={t('application.one.kind')}
            value={content.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as ApplicationContent['kind'] })}
            data={(['synchronous', 'asynchronous'] as const).map((value) => ({
              value,
              label: t(`application.one.kinds.${value}`),
            }))}
          />
          {text('proposed')}
          {saved ? <Notice tone="ok" live="status" title={t('application.one.saved')} /> : null}
          <Bar>
            <Button type="submit" loading={busy}>
              {t('application.one.submit')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => void onSave()}>
              {t('application.one.save')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}

/** The same for whoever only reads it. */
export function ContentFacts({ content }: { content: ApplicationContent }) {
  const { t } = useTranslation()
  const lines: readonly (readonly [string, string])[] = [
    [t('application.one.department'), content.department],
    [t('application.one.discipline'), content.discipline],
    [t('application.one.programme'), content.programme],
    [t('application.one.branch'), content.branch ?? ''],
    [t('application.one.assessment'), t(`application.one.assessments.${content.assessment}`)],
    [t('application.one.groups'), content.groups.join(', ')],
    [t('application.one.examinees'), String(content.examinees)],
    [t('application.one.reason'), content.reason],
    [t('application.one.kind'), t(`application.one.kinds.${content.kind}`)],
    [t('application.one.proposed'), content.proposed],
  ]
  return (
    <div className={classes.told}>
      <dl>
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
