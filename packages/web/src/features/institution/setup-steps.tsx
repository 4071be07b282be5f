import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { createAct, listActs } from '@ochno/contract/acts'
import { changePaperSetting, listForms, type PaperSetting } from '@ochno/contract/forms'
import { answerStep, type InstitutionView, readInstitution, setKind } from '@ochno/contract/institution'
import { institutionKinds } from '@ochno/domain/institution/parts'
import type { Answerable, SetupStep } from '@ochno/domain/institution/setup'
import { parameters } from '@ochno/domain/policy/schema'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './institution.module.css'
import { NameForm } from './name-form.tsx'
import { PartList } from './part-list.tsx'

export function SetupStepForm({ step, view }: { step: SetupStep; view: InstitutionView }) {
  switch (step) {
    case 'kind':
      return <KindStep view={view} />
    case 'details':
      return <DetailsStep />
    case 'zone':
      return <ZoneStep view={view} />
    case 'branches':
    case 'units':
    case 'programmes':
      return <PartsStep step={step} view={view} />
    case 'act':
      return <ActStep view={view} />
    case 'unregulated':
      return <UnregulatedStep view={view} />
  }
}

function KindStep({ view }: { view: InstitutionView }) {
  const { t } = useTranslation()
  const setting = useDo(setKind, [readInstitution])
  // Shown as chosen at once; when it could not be kept, as it was.
  const [chosen, setChosen] = useState(view.kind)
  const choose = async (kind: NonNullable<typeof chosen>) => {
    setChosen(kind)
    const answer = await setting.run({ body: { kind } })
    if (!answer.ok) setChosen(view.kind)
  }
  return (
    <Card title={t('institution.steps.kind.title')} lead={t('institution.steps.kind.lead')}>
      {setting.failure ? <FailureNotice failure={setting.failure} /> : null}
      <Radio.Group
        aria-label={t('institution.steps.kind.title')}
        value={chosen ?? ''}
        onChange={(value) => {
          const kind = institutionKinds.find((one) => one === value)
          if (kind) void choose(kind)
        }}
      >
        {institutionKinds.map((kind) => (
          <Radio key={kind} value={kind} label={t(`institution.kinds.${kind}`)} mt="sm" />
        ))}
      </Radio.Group>
    </Card>
  )
}

function DetailsStep() {
  const { t } = useTranslation()
  const forms = useLoad(listForms, {})
  return (
    <Card title={t('institution.steps.details.title')} lead={t('institution.steps.details.lead')}>
      <LoadView load={forms} rows={5}>
        {({ setting }) => <DetailsForm setting={setting} />}
      </LoadView>
    </Card>
  )
}

const fields = ['name', 'short', 'dative', 'address', 'city'] as const

function DetailsForm({ setting }: { setting: PaperSetting }) {
  const { t } = useTranslation()
  const changing = useDo(changePaperSetting, [listForms, readInstitution])
  const [typed, setTyped] = useState(setting)
  const [saved, setSaved] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await changing.run({ body: typed })
    setSaved(answer.ok)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Rows>
        {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
        {saved ? <Notice tone="ok" live="status" title={t('institution.saved')} /> : null}
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`forms.setting.${field}`)}
            description={t(`institution.steps.details.${field}`)}
            value={typed[field]}
            onChange={(event) => {
              setTyped({ ...typed, [field]: event.currentTarget.value })
              setSaved(false)
            }}
            maxLength={field === 'city' ? 100 : field === 'short' ? 200 : 300}
          />
        ))}
        <Bar>
          <Button type="submit" variant="default" loading={changing.busy} disabled={!typed.name.trim()}>
            {t('institution.save')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}

function ZoneStep({ view }: { view: InstitutionView }) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <Card title={t('institution.steps.zone.title')} lead={t('institution.steps.zone.lead')}>
      <Rows>
        {me.is === 'ready' ? <NameForm institution={me.value.institution} /> : null}
        <AnswerBox step="zone" view={view} />
      </Rows>
    </Card>
  )
}

/** The step is done without an entry. */
function AnswerBox({ step, view }: { step: Answerable; view: InstitutionView }) {
  const { t } = useTranslation()
  const answering = useDo(answerStep, [readInstitution])
  const [ticked, setTicked] = useState(view.steps.find((one) => one.step === step)?.done ?? false)
  const tick = async (answered: boolean) => {
    setTicked(answered)
    const answer = await answering.run({ params: { step }, body: { answered } })
    if (!answer.ok) setTicked(!answered)
  }
  return (
    <>
      {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
      <Checkbox
        label={t(`institution.steps.${step}.none`)}
        checked={ticked}
        onChange={(event) => void tick(event.currentTarget.checked)}
      />
    </>
  )
}

const kindOf = { branches: 'branch', units: 'unit', programmes: 'programme' } as const

function PartsStep({ step, view }: { step: keyof typeof kindOf; view: InstitutionView }) {
  const kind = kindOf[step]
  return (
    <Rows>
      <PartList kind={kind} parts={view.parts} />
      {view.parts.some(({ facts }) => facts.kind === kind) ? null : (
        <AnswerBox key={step} step={step} view={view} />
      )}
    </Rows>
  )
}

const presets = ['000', '001', '002', '003', '004'] as const
/** The sample that was written for such an institution. */
const usual = {
  school: '001',
  college: '002',
  university: '003',
  training_centre: '004',
  other: '004',
} as const

function ActStep({ view }: { view: InstitutionView }) {
  const { t } = useTranslation()
  const making = useDo(createAct, [readInstitution, listActs])
  const [from, setFrom] = useState<(typeof presets)[number] | 'nothing'>(usual[view.kind ?? 'other'])
  const { act } = view
  if (act)
    return (
      <Card title={t('institution.steps.act.title')} lead={act.title}>
        <Rows>
          {act.inForce ? (
            <Notice tone="ok" title={t('institution.steps.act.inForce')} />
          ) : (
            <Notice tone="info" title={t('institution.steps.act.prepared')}>
              {t('institution.steps.act.preparedText')}
            </Notice>
          )}
          <Bar>
            <Button component={Link} to={`/acts/${act.id}`} variant="default">
              {t('institution.steps.act.open')}
            </Button>
          </Bar>
        </Rows>
      </Card>
    )
  const make = () =>
    void making.run({
      body:
        from === 'nothing'
          ? { from, title: t('institution.steps.act.ownTitle') }
          : { from: 'preset', preset: from },
    })
  return (
    <Card title={t('institution.steps.act.title')} lead={t('institution.steps.act.lead')}>
      <Rows>
        {making.failure ? <FailureNotice failure={making.failure} /> : null}
        <NativeSelect
          label={t('institution.steps.act.which')}
          value={from}
          onChange={(event) => setFrom(presets.find((one) => one === event.currentTarget.value) ?? 'nothing')}
          data={[
            ...presets.map((value) => ({ value, label: t(`acts.presets.p${value}`) })),
            { value: 'nothing', label: t('institution.steps.act.own') },
          ]}
        />
        <Bar>
          <Button variant="default" loading={making.busy} onClick={make}>
            {t('institution.steps.act.begin')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}

function UnregulatedStep({ view }: { view: InstitutionView }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language.startsWith('ru') ? 'ru' : 'en'
  const { act } = view
  return (
    <Card
      title={t('institution.steps.unregulated.title')}
      lead={act && !act.proctoring ? null : t('institution.steps.unregulated.lead')}
    >
      {act === null ? (
        <p className={classes.quiet}>{t('institution.missing.no_act')}</p>
      ) : !act.proctoring ? (
        <Notice tone="info" title={t('institution.steps.unregulated.noProctoring')}>
          {t('institution.steps.unregulated.noProctoringText')}
        </Notice>
      ) : act.undecided.length === 0 ? (
        <Notice tone="ok" title={t('institution.steps.unregulated.none')} />
      ) : (
        <Rows>
          <ul className={classes.plain}>
            {act.undecided.map((key) => (
              <li key={key}>
                <Link to={`/acts/${act.id}`} hash={key}>
                  {parameters[key][language]}
                </Link>
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>{t('institution.steps.unregulated.how')}</p>
        </Rows>
      )}
    </Card>
  )
}
