import { Button, NativeSelect } from '@mantine/core'
import { readExamRules } from '@ochno/contract/exams'
import { type ExamPlaceView, placeExam, readExamPlace } from '@ochno/contract/institution'
import type { ExamId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card } from '../../ui/page.tsx'
import { PersonSelect } from '../../ui/person-select.tsx'
import classes from './exams.module.css'

/** The programme and the branch of an exam, and who answers for the technology in it. */
export function PlaceCard({ exam, manages }: { exam: ExamId; manages: boolean }) {
  const { t } = useTranslation()
  const place = useLoad(readExamPlace, { params: { eid: exam } })
  const [open, setOpen] = useState(false)
  if (place.is !== 'ready') return null
  const { programmeName, branchName, responsible, onlyRemote } = place.value
  return (
    <Card
      title={t('institution.exam.title')}
      actions={
        manages ? (
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t('institution.exam.change')}
          </Button>
        ) : null
      }
    >
      {onlyRemote ? (
        <Notice tone="warn" title={t('institution.onlyRemote.title')}>
          {t('institution.onlyRemote.text', { names: `«${programmeName}»` })}
        </Notice>
      ) : null}
      <dl className={classes.facts}>
        {(
          [
            ['programme', programmeName],
            ['branch', branchName],
            ['responsible', responsible?.name],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`institution.exam.${name}`)}</dt>
            <dd>{value ?? t('institution.exam.notSet')}</dd>
          </div>
        ))}
      </dl>
      {open ? <PlaceDialog exam={exam} place={place.value} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}

function PlaceDialog({ exam, place, onClose }: { exam: ExamId; place: ExamPlaceView; onClose: () => void }) {
  const { t } = useTranslation()
  const placing = useDo(placeExam, [readExamPlace, readExamRules])
  const staff = useFoundAccounts('staff')
  const [programme, setProgramme] = useState(place.programme ?? '')
  const [branch, setBranch] = useState(place.branch ?? '')
  const [responsible, setResponsible] = useState(place.responsible)
  const submit = async () => {
    const answer = await placing.run({
      params: { eid: exam },
      body: {
        programme: programme || null,
        branch: branch || null,
        responsible: responsible?.id ?? null,
      },
    })
    if (answer.ok) onClose()
  }
  const none = { value: '', label: t('institution.exam.notSet') }
  const named = (all: ExamPlaceView['branches']) => [
    none,
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <FormSheet
      title={t('institution.exam.title')}
      failure={placing.failure}
      submit={t('institution.save')}
      busy={placing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('institution.exam.programme')}
        value={programme}
        onChange={(event) => setProgramme(event.currentTarget.value)}
        data={named(place.programmes)}
      />
      <NativeSelect
        label={t('institution.exam.branch')}
        value={branch}
        onChange={(event) => setBranch(event.currentTarget.value)}
        data={named(place.branches)}
      />
      <PersonSelect
        label={t('institution.exam.responsible')}
        hint={t('institution.exam.responsibleHint')}
        chosen={responsible}
        people={staff.people.map(({ id, fullName }) => ({ id, name: fullName }))}
        more={staff.more}
        clears
        onFind={staff.find}
        onChoose={setResponsible}
      />
    </FormSheet>
  )
}
