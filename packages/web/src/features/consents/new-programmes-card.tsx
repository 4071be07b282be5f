import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { answerNewProgramme, listNewProgrammes, type NewProgrammeView } from '@ochno/contract/new-programmes'
import { newProgrammeAnswers } from '@ochno/domain/consent/new-programme'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './consents.module.css'

/** TR-54: whose paper names another programme; the consent stands whatever is answered. */
export function NewProgrammesCard({ manages }: { manages: boolean }) {
  const { t } = useTranslation()
  const list = useLoad(listNewProgrammes, {})
  const [deciding, setDeciding] = useState<NewProgrammeView | null>(null)
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  return (
    <Card title={t('consents.programmes.title')} lead={t('consents.programmes.lead')}>
      <Table
        label={t('consents.programmes.title')}
        rows={list.value.rows}
        rowKey={({ account, programme }) => account + programme}
        columns={[
          {
            name: t('consents.programmes.who'),
            cell: ({ name }) => <span className={classes.name}>{name}</span>,
          },
          { name: t('consents.programmes.signed'), cell: ({ signed }) => signed },
          { name: t('consents.programmes.now'), cell: ({ programme }) => programme },
          {
            name: t('consents.programmes.state'),
            cell: ({ answer }) => (
              <StateMark
                quiet
                tone={answer?.is === 'asked' ? 'idle' : 'info'}
                word={t(`consents.programmes.${answer?.is === 'asked' ? 'asked' : 'undecided'}`)}
              />
            ),
          },
          ...(manages
            ? [
                {
                  name: t('consents.programmes.decide'),
                  quiet: true,
                  cell: (row: NewProgrammeView) => (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('consents.programmes.decideOf', { name: row.name })}
                      onClick={() => setDeciding(row)}
                    >
                      {t('consents.programmes.decide')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {deciding ? (
        <DecideSheet row={deciding} today={list.value.today} onClose={() => setDeciding(null)} />
      ) : null}
    </Card>
  )
}

function DecideSheet({ row, today, onClose }: { row: NewProgrammeView; today: string; onClose: () => void }) {
  const { t } = useTranslation()
  const answering = useDo(answerNewProgramme, [listNewProgrammes])
  const choices = newProgrammeAnswers.filter((one) => one !== row.answer?.is)
  const [is, setIs] = useState(choices[0] ?? 'kept')
  const [signedOn, setSignedOn] = useState(today)
  const save = async () => {
    const { programme } = row
    const answer = await answering.run({
      params: { id: row.account },
      body: is === 'signed' ? { is, programme, signedOn } : { is, programme },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.programmes.sheet')}
      failure={answering.failure}
      submit={t('consents.programmes.submit')}
      busy={answering.busy}
      disabled={is === 'signed' && !signedOn}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('consents.programmes.facts', { name: row.name, signed: row.signed, now: row.programme })}</p>
      <Radio.Group
        label={t('consents.programmes.choose')}
        value={is}
        onChange={(value) => setIs(choices.find((one) => one === value) ?? is)}
      >
        <Stack gap="sm" mt="xs">
          {choices.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`consents.programmes.choices.${one}`)}
              description={t(`consents.programmes.hints.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {is === 'signed' ? (
        <TextInput
          type="date"
          label={t('consents.receive.signedOn')}
          value={signedOn}
          max={today}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
      ) : null}
    </FormSheet>
  )
}
