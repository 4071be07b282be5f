import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { type AccountView, listAccounts } from '@ochno/contract/accounts'
import { applyPlan, type PlanView, planExam, readSchedule, rehearseExam } from '@ochno/contract/exam-schedule'
import { type ExamView, listExams, readExam } from '@ochno/contract/exams'
import { listSessions } from '@ochno/contract/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './exams.module.css'
import { GroupSelect } from './group-select.tsx'
import { PlanProposal } from './plan-proposal.tsx'
import { fromZoned, toZoned } from '../../api/zoned.ts'

type Someone = Pick<AccountView, 'id' | 'fullName' | 'login' | 'state'>

/** People into slots by themselves: choose, look at what comes out, then make it so. */
export function PlanDialog({ exam, zone, onClose }: { exam: ExamView; zone: string; onClose: () => void }) {
  const { t } = useTranslation()
  const people = useFoundAccounts('examinee', exam.id)
  const proctors = useLoad(listAccounts, { query: { role: 'proctor' } })
  const looking = useDo(planExam)
  const applying = useDo(applyPlan, [listSessions, readSchedule, listExams, readExam, rehearseExam])
  /** Kept while the list shows other people. */
  const [chosen, setChosen] = useState<readonly Someone[]>([])
  const [find, setFind] = useState('')
  const [watchers, setWatchers] = useState<readonly Someone[]>([])
  const [first, setFirst] = useState(toZoned(exam.opensAt, zone))
  const [windowMinutes, setWindow] = useState(15)
  const [betweenMinutes, setBetween] = useState(15)
  const [proposal, setProposal] = useState<PlanView | null>(null)

  const mark = (members: readonly Someone[]) =>
    setChosen((before) =>
      together(
        before,
        members.filter(({ state }) => state !== 'disabled'),
      ),
    )
  const given = {
    examinees: chosen.map(({ id }) => id),
    proctors: watchers.map(({ id }) => id),
    first: fromZoned(first, zone),
    windowMinutes,
    betweenMinutes,
  }
  const look = async () => {
    applying.forget()
    const answer = await looking.run({ params: { eid: exam.id }, body: given })
    setProposal(answer.ok ? answer.body : null)
  }
  const apply = async ({ digest }: PlanView) => {
    const answer = await applying.run({ params: { eid: exam.id }, body: { ...given, digest } })
    if (answer.ok) return onClose()
    if (answer.failure.code === 'plan_changed') await look()
  }

  return (
    <Sheet title={t('examCard.plan.title')} onClose={onClose} size="lg" outside={false}>
      <LoadView load={people.load} rows={5}>
        {({ more }) => {
          const staff =
            proctors.is === 'ready' ? proctors.value.rows.filter(({ state }) => state !== 'disabled') : []
          const failure = applying.failure ?? looking.failure
          if (proposal)
            return (
              <Rows>
                {failure ? <FailureNotice failure={failure} /> : null}
                <PlanProposal plan={proposal} zone={zone} />
                <Bar>
                  <Button
                    disabled={proposal.slots.length === 0}
                    loading={applying.busy || looking.busy}
                    onClick={() => void apply(proposal)}
                  >
                    {proposal.slots.length === 0
                      ? t('examCard.plan.none')
                      : t('examCard.plan.apply', {
                          count: proposal.slots.reduce((sum, { seats }) => sum + seats.length, 0),
                        })}
                  </Button>
                  <Button variant="default" onClick={() => setProposal(null)}>
                    {t('examCard.plan.again')}
                  </Button>
                </Bar>
              </Rows>
            )
          return (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void look()
              }}
            >
              <Rows>
                {failure ? <FailureNotice failure={failure} /> : null}
                <GroupSelect onMembers={mark} />
                <FindInput
                  label={t('examCard.plan.search')}
                  value={find}
                  onFind={(text) => {
                    setFind(text)
                    people.find(text)
                  }}
                />
                <PickPeople
                  label={t('examCard.plan.who')}
                  {...(more ? { hint: t('common.moreFound') } : {})}
                  people={people.people}
                  chosen={chosen}
                  onChoose={setChosen}
                />
                <PickPeople
                  label={t('examCard.plan.proctors')}
                  hint={t('examCard.plan.proctorsHint')}
                  people={staff}
                  chosen={watchers}
                  onChoose={setWatchers}
                />
                <div className={classes.fields}>
                  <TextInput
                    type="datetime-local"
                    label={t('examCard.plan.first')}
                    value={first}
                    onChange={(event) => setFirst(event.currentTarget.value)}
                    required
                    withAsterisk={false}
                  />
                  <Minutes
                    label={t('examCard.plan.window')}
                    value={windowMinutes}
                    min={1}
                    onChange={setWindow}
                  />
                  <Minutes
                    label={t('examCard.plan.between')}
                    value={betweenMinutes}
                    min={0}
                    onChange={setBetween}
                  />
                </div>
                <Bar>
                  <Button type="submit" disabled={chosen.length === 0} loading={looking.busy}>
                    {t('examCard.plan.look')}
                  </Button>
                  <Button variant="default" onClick={onClose}>
                    {t('common.cancel')}
                  </Button>
                </Bar>
              </Rows>
            </form>
          )
        }}
      </LoadView>
    </Sheet>
  )
}

function Minutes({
  label,
  value,
  min,
  onChange,
}: {
  label: string
  value: number
  min: number
  onChange: (minutes: number) => void
}) {
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? next : min)}
      min={min}
      max={600}
      allowDecimal={false}
      hideControls
    />
  )
}

const together = (before: readonly Someone[], more: readonly Someone[]): readonly Someone[] => [
  ...before,
  ...more.filter(({ id }) => !before.some((one) => one.id === id)),
]

function PickPeople({
  label,
  hint,
  people,
  chosen,
  onChoose,
}: {
  label: string
  hint?: string
  people: readonly Someone[]
  chosen: readonly Someone[]
  onChoose: (chosen: readonly Someone[]) => void
}) {
  const { t } = useTranslation()
  const every = people.length > 0 && people.every(({ id }) => chosen.some((one) => one.id === id))
  const hidden = chosen.filter(({ id }) => !people.some((one) => one.id === id))
  return (
    <Rows gap="sm">
      <Checkbox.Group
        label={label}
        description={hint}
        value={chosen.map(({ id }) => id)}
        onChange={(ids) => onChoose(together(chosen, people).filter(({ id }) => ids.includes(id)))}
      >
        <div className={classes.people}>
          {people.length ? null : <p>{t('common.nobodyFound')}</p>}
          {people.map(({ id, fullName, login }) => (
            <Checkbox key={id} value={id} label={`${fullName} (${login})`} />
          ))}
        </div>
      </Checkbox.Group>
      {hidden.length ? (
        <p className={classes.hint} role="status">
          {t('examCard.plan.alsoChosen', { count: hidden.length })}
        </p>
      ) : null}
      {people.length > 1 ? (
        <Bar>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              onChoose(
                every
                  ? chosen.filter(({ id }) => !people.some((one) => one.id === id))
                  : together(chosen, people),
              )
            }
          >
            {every ? t('examCard.plan.nobody') : t('examCard.plan.all', { count: people.length })}
          </Button>
        </Bar>
      ) : null}
    </Rows>
  )
}
