import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type AccountView, listAccounts } from '@ochno/contract/accounts'
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { Route } from '@ochno/contract/route'
import { createSession } from '@ochno/contract/sessions'
import type { ExamId } from '@ochno/domain/ids'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './exams.module.css'
import { useSlotWords } from './slot-words.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** Puts several people on an exam at once, with one proctor for them if wished. */
export function AdmitDialog({
  exam,
  slots,
  zone,
  refresh,
  onClose,
}: {
  exam: ExamId
  slots: ScheduleView['slots']
  zone: string
  refresh: readonly Route[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  const people = useFoundAccounts('examinee', exam)
  const proctors = useLoad(listAccounts, { query: { role: 'proctor' } })
  const admitting = useDo(createSession, refresh)
  const ask = useDebouncedCallback(people.find, 250)
  const [find, setFind] = useState('')
  /** Kept while the list shows other people. */
  const [chosen, setChosen] = useState<readonly AccountView[]>([])
  const [proctor, setProctor] = useState('')
  const [slot, setSlot] = useState<string>(slots[0]?.id ?? '')
  const [why, setWhy] = useState(t('exams.admit.whyUsual'))
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly AccountView[]>([])

  const choose = (ids: readonly string[], free: readonly AccountView[]) =>
    setChosen(ids.flatMap((id) => [...chosen, ...free].find((one) => one.id === id) ?? []))

  const submit = async (watchers: readonly AccountView[]) => {
    setBusy(true)
    const with_ = watchers.filter((one) => one.id === proctor).map((one) => one.id)
    const into = slots.find((one) => one.id === slot)
    const failed: AccountView[] = []
    for (const person of chosen) {
      const answer = await admitting.run({
        params: { eid: exam },
        body: { examinee: person.id, proctors: with_, why: why.trim(), ...(into ? { slot: into.id } : {}) },
      })
      if (!answer.ok) failed.push(person)
    }
    setBusy(false)
    setRefused(failed)
    setChosen(failed)
    if (!failed.length) onClose()
  }

  return (
    <Sheet title={t('exams.admit.title')} onClose={onClose} size="lg" outside={false}>
      <LoadView load={people.load} rows={5}>
        {({ more }) => {
          const free = people.people
          const watchers =
            proctors.is === 'ready' ? proctors.value.rows.filter((one) => one.state !== 'disabled') : []
          if (!free.length && !find && !more) return <Notice tone="info" title={t('exams.admit.nobody')} />
          return (
            <Rows>
              {refused.length ? (
                <Notice
                  tone="warn"
                  live="alert"
                  title={t('exams.admit.partly', { names: refused.map((one) => one.fullName).join(', ') })}
                />
              ) : null}
              {admitting.failure ? <FailureNotice failure={admitting.failure} /> : null}
              <TextInput
                type="search"
                aria-label={t('exams.admit.search')}
                placeholder={t('exams.admit.search')}
                leftSection={<IconSearch size={18} aria-hidden />}
                value={find}
                onChange={(event) => {
                  setFind(event.currentTarget.value)
                  ask(event.currentTarget.value)
                }}
                data-autofocus
              />
              <Checkbox.Group
                label={t('exams.admit.people')}
                {...(more ? { description: t('common.moreFound') } : {})}
                value={chosen.map(({ id }) => id)}
                onChange={(ids) => choose(ids, free)}
              >
                <div className={classes.people}>
                  {free.length ? null : <p>{t('common.nobodyFound')}</p>}
                  {free.map((person) => (
                    <Checkbox
                      key={person.id}
                      value={person.id}
                      label={`${person.fullName} (${person.login})`}
                    />
                  ))}
                </div>
              </Checkbox.Group>
              {slots.length ? (
                <NativeSelect
                  label={t('examCard.schedule.choose')}
                  value={slot}
                  onChange={(event) => setSlot(event.currentTarget.value)}
                  data={slots.map((one) => ({
                    value: one.id,
                    label: words(one),
                  }))}
                />
              ) : null}
              <NativeSelect
                label={t('exams.admit.proctor')}
                value={proctor}
                onChange={(event) => setProctor(event.currentTarget.value)}
                data={[
                  { value: '', label: t('exams.admit.noProctor') },
                  ...watchers.map((one) => ({ value: one.id, label: one.fullName })),
                ]}
              />
              <TextInput
                label={t('amendments.form.why')}
                description={t('exams.admit.whyHint')}
                value={why}
                onChange={(event) => setWhy(event.currentTarget.value)}
                maxLength={500}
              />
              <Bar>
                <Button
                  disabled={!chosen.length || !why.trim()}
                  loading={busy}
                  onClick={() => void submit(watchers)}
                >
                  {chosen.length ? t('exams.admit.submit', { count: chosen.length }) : t('exams.admit.none')}
                </Button>
                <Button variant="default" onClick={onClose}>
                  {t('common.cancel')}
                </Button>
              </Bar>
            </Rows>
          )
        }}
      </LoadView>
    </Sheet>
  )
}
