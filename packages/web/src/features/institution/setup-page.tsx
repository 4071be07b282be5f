import { Button } from '@mantine/core'
import { type InstitutionView, readInstitution } from '@ochno/contract/institution'
import { nextStep, type SetupStep, setupSteps } from '@ochno/domain/institution/setup'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './institution.module.css'
import { SetupStepForm } from './setup-steps.tsx'
import { useMissingWords } from './missing-words.ts'

type Place = SetupStep | 'checklist'

/** From an empty installation to an institution that may hold exams; each step is kept by itself and may be left. */
export function SetupPage() {
  const { t } = useTranslation()
  const found = useLoad(readInstitution, {})
  return (
    <Page title={t('institution.setup.title')} lead={t('institution.setup.lead')}>
      <LoadView load={found} rows={8}>
        {(view) => <Setup view={view} />}
      </LoadView>
    </Page>
  )
}

function Setup({ view }: { view: InstitutionView }) {
  const { t } = useTranslation()
  const [at, setAt] = useState<Place>(() => nextStep(view.steps) ?? 'checklist')
  const heading = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to the step that was opened
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [at])
  const go = (to: Place) => {
    moved.current = true
    setAt(to)
  }
  const after = at === 'checklist' ? null : (setupSteps[setupSteps.indexOf(at) + 1] ?? 'checklist')
  return (
    <div className={classes.setup}>
      <nav aria-label={t('institution.setup.steps')}>
        <ol className={classes.steps}>
          {view.steps.map(({ step, done }, no) => (
            <li key={step}>
              <button
                type="button"
                className={classes.step}
                aria-current={step === at ? 'step' : undefined}
                onClick={() => go(step)}
              >
                <span>
                  {no + 1}. {t(`institution.steps.${step}.title`)}
                </span>
                <StateMark
                  quiet
                  tone={done ? 'ok' : 'idle'}
                  word={t(done ? 'institution.setup.done' : 'institution.setup.todo')}
                />
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={classes.step}
              aria-current={at === 'checklist' ? 'step' : undefined}
              onClick={() => go('checklist')}
            >
              {t('institution.setup.checklist')}
            </button>
          </li>
        </ol>
      </nav>
      <div ref={heading} tabIndex={-1} className={classes.panel}>
        {at === 'checklist' ? (
          <Checklist view={view} onOpen={go} />
        ) : (
          <Rows>
            <SetupStepForm step={at} view={view} />
            <Bar>
              <Button onClick={() => go(after ?? 'checklist')}>
                {t(after === 'checklist' ? 'institution.setup.toChecklist' : 'institution.setup.next')}
              </Button>
            </Bar>
          </Rows>
        )}
      </div>
    </div>
  )
}

function Checklist({ view, onOpen }: { view: InstitutionView; onOpen: (step: SetupStep) => void }) {
  const { t } = useTranslation()
  const missingWords = useMissingWords()
  const whole = view.steps.every(({ done }) => done)
  return (
    <Card title={t('institution.setup.checklist')}>
      <Rows>
        <Notice
          tone={whole ? 'ok' : 'info'}
          title={t(whole ? 'institution.setup.ready' : 'institution.setup.notReady')}
        >
          {t(whole ? 'institution.setup.readyText' : 'institution.setup.notReadyText')}
        </Notice>
        <ul className={classes.list}>
          {view.steps.map(({ step, done, missing }) => (
            <li key={step} className={classes.item}>
              <div className={classes.what}>
                <p className={classes.name}>{t(`institution.steps.${step}.title`)}</p>
                {done ? null : <p className={classes.quiet}>{missingWords(step, missing)}</p>}
              </div>
              <StateMark
                tone={done ? 'ok' : 'info'}
                word={t(done ? 'institution.setup.done' : 'institution.setup.todo')}
              />
              {done ? null : (
                <Button
                  size="xs"
                  aria-label={t('institution.setup.openOf', {
                    step: t(`institution.steps.${step}.title`),
                  })}
                  onClick={() => onOpen(step)}
                >
                  {t('institution.setup.goTo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <Bar>
          {(['people', 'responsible', 'proctors'] as const).map((to) => (
            <Button key={to} component={Link} to={`/${to}`} variant="default">
              {t(`institution.setup.after.${to}`)}
            </Button>
          ))}
        </Bar>
      </Rows>
    </Card>
  )
}
