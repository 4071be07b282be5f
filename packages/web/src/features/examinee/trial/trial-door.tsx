import type { Loudness } from '../../../ui/loudness.ts'
import { Button } from '@mantine/core'
import type { DoorView } from '@ochno/contract/door'
import type { TrialPlan } from '@ochno/contract/trial'
import type { StepId } from '@ochno/domain/identity/steps'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, Page, Rows } from '../../../ui/page.tsx'
import { DoorStepList } from '../door-step-list.tsx'
import classes from '../door-steps.module.css'
import { PictureStep } from '../picture-step.tsx'
import { SoundStep } from '../sound-step.tsx'
import { WordsStep } from '../words-step.tsx'
import type { LocalRecorder } from './local-recorder.ts'

type Props = {
  readonly plan: TrialPlan
  readonly title: string
  readonly name: string
  readonly done: readonly StepId[]
  readonly recorder: LocalRecorder | null
  readonly stream: MediaStream | null
  readonly level: Loudness
  /** A step was made; `clear` is false where its picture could hardly be read. */
  readonly onDone: (id: StepId, clear: boolean) => void
  readonly onPass: () => void
}

/** The door of the exam, step by step; pictures and sounds are looked at and dropped. */
export function TrialDoor({ plan, title, name, done, recorder, stream, level, onDone, onPass }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<StepId | null>(null)
  const [skipped, setSkipped] = useState<readonly StepId[]>([])
  const [taken, setTaken] = useState<Readonly<Partial<Record<StepId, number>>>>({})
  const door: DoorView = {
    now: plan.now,
    state: 'preparing',
    steps: plan.steps.map((step) => ({ ...step, done: done.includes(step.id), taken: taken[step.id] ?? 0 })),
    documents: plan.documents,
    document: null,
    by: null,
    held: null,
    helpers: [],
    comeFrom: [],
    place: null,
    cameAt: null,
    proctors: [],
    said: null,
  }
  const open = door.steps.filter((step) => !step.done && !skipped.includes(step.id))
  const current = door.steps.find(({ id }) => id === chosen) ?? open[0] ?? null
  const turnOn = () => void recorder?.replaceCamera()
  const made = (id: StepId, clear = true) => {
    setChosen(null)
    onDone(id, clear)
  }
  return (
    <Page title={title} lead={t('door.lead')}>
      <div className={classes.way}>
        <DoorStepList door={door} current={current?.id ?? null} onChoose={setChosen} />
        {current ? (
          <Card
            title={t(`door.steps.${current.id}.name`)}
            actions={
              <Button
                variant="subtle"
                onClick={() => {
                  setChosen(null)
                  setSkipped((before) => [...before, current.id])
                }}
              >
                {t('trial.skip')}
              </Button>
            }
          >
            <Rows>
              <p>{t(`door.steps.${current.id}.text`)}</p>
              {current.kind === 'picture' ? (
                <PictureStep
                  key={current.id}
                  step={current}
                  documents={door.documents}
                  stream={stream}
                  busy={false}
                  least={null}
                  onTurnOn={turnOn}
                  onSend={(_bytes, part, _document, clarity) => {
                    setTaken((before) => ({ ...before, [current.id]: part + 1 }))
                    if (part + 1 >= current.pictures)
                      made(
                        current.id,
                        clarity === 'clear' || (clarity !== 'dark' && current.id !== 'document'),
                      )
                  }}
                />
              ) : null}
              {current.kind === 'sound' ? (
                <SoundStep
                  stream={stream}
                  level={level}
                  name={name}
                  busy={false}
                  onTurnOn={turnOn}
                  onSend={() => made(current.id)}
                />
              ) : null}
              {current.kind === 'words' ? (
                <WordsStep step={current} busy={false} onAccept={() => made(current.id)} />
              ) : null}
            </Rows>
          </Card>
        ) : (
          <Card title={t('trial.doorDone')} takesFocus>
            <Rows>
              <p>{t('trial.doorDoneText')}</p>
              <div>
                <Button size="lg" onClick={onPass}>
                  {t('trial.toRoom')}
                </Button>
              </div>
            </Rows>
          </Card>
        )}
      </div>
    </Page>
  )
}
