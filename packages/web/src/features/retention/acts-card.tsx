import { Button } from '@mantine/core'
import {
  cancelDestruction,
  confirmDestruction,
  type DestructionView,
  extractDestruction,
  printDestruction,
  readRetention,
} from '@ochno/contract/retention'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { saveFile } from '../../ui/save-file.ts'

const tones = { prepared: 'info', confirmed: 'warn', destroyed: 'ok' } as const

type Props = {
  readonly acts: readonly DestructionView[]
  readonly me: string
  readonly may: boolean
  readonly zone: string
}

export function ActsCard({ acts, me, may, zone }: Props) {
  const { t, i18n } = useTranslation()
  const confirm = useDo(confirmDestruction, [readRetention])
  const cancel = useDo(cancelDestruction, [readRetention])
  const print = useDo(printDestruction)
  const extract = useDo(extractDestruction)
  const [asking, setAsking] = useState<DestructionView | null>(null)
  const failure = confirm.failure ?? cancel.failure ?? print.failure ?? extract.failure
  const at = (moment: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    }).format(new Date(moment))
  const paper = async ({ id, number }: DestructionView) => {
    const answer = await print.run({ params: { did: id }, query: { as: 'pdf' } })
    if (answer.ok) saveFile(t('retention.acts.file', { number }), answer.body)
  }
  const log = async ({ id, number }: DestructionView) => {
    const answer = await extract.run({ params: { did: id } })
    if (answer.ok) saveFile(t('retention.acts.extractFile', { number }), answer.body)
  }
  if (acts.length === 0)
    return (
      <Card title={t('retention.acts.title')}>
        <p>{t('retention.acts.empty')}</p>
        <p>{t('retention.acts.horizon')}</p>
      </Card>
    )
  return (
    <Card title={t('retention.acts.title')}>
      <Rows>
        <p>{t('retention.acts.horizon')}</p>
        {failure ? <FailureNotice failure={failure} /> : null}
        <Table
          label={t('retention.acts.title')}
          rows={acts}
          rowKey={({ id }) => id}
          columns={[
            {
              name: t('retention.acts.number'),
              cell: ({ number, recordings, ground }) => (
                <>
                  <strong>{t('retention.acts.name', { number })}</strong>,{' '}
                  {t('retention.acts.count', { count: recordings })}
                  <br />
                  {ground}
                </>
              ),
            },
            {
              name: t('retention.acts.people'),
              cell: ({ prepared, confirmed }) => (
                <>
                  {t('retention.acts.prepared', { name: prepared.name })}
                  {confirmed ? (
                    <>
                      <br />
                      {t('retention.acts.confirmed', { name: confirmed.name })}
                    </>
                  ) : null}
                </>
              ),
            },
            {
              name: t('retention.acts.state'),
              cell: ({ state, destroyedAt }) => (
                <StateMark
                  quiet
                  tone={tones[state]}
                  word={t(`retention.acts.states.${state}`, { at: destroyedAt ? at(destroyedAt) : '' })}
                />
              ),
            },
            {
              name: t('retention.acts.open'),
              quiet: true,
              cell: (act) =>
                act.state === 'destroyed' ? (
                  <Bar>
                    <Button
                      variant="default"
                      size="compact-md"
                      loading={print.busy}
                      aria-label={t('retention.acts.paperOf', { number: act.number })}
                      onClick={() => void paper(act)}
                    >
                      {t('retention.acts.paper')}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-md"
                      loading={extract.busy}
                      aria-label={t('retention.acts.extractOf', { number: act.number })}
                      onClick={() => void log(act)}
                    >
                      {t('retention.acts.extract')}
                    </Button>
                  </Bar>
                ) : act.state === 'prepared' && may ? (
                  <Bar>
                    {act.prepared.id === me ? (
                      <span>{t('retention.acts.own')}</span>
                    ) : (
                      <Button
                        color="danger.7"
                        size="compact-md"
                        aria-label={t('retention.acts.confirmOf', { number: act.number })}
                        onClick={() => setAsking(act)}
                      >
                        {t('retention.acts.confirm')}
                      </Button>
                    )}
                    <Button
                      variant="default"
                      size="compact-md"
                      loading={cancel.busy}
                      aria-label={t('retention.acts.cancelOf', { number: act.number })}
                      onClick={() => void cancel.run({ params: { did: act.id } })}
                    >
                      {t('retention.acts.cancel')}
                    </Button>
                  </Bar>
                ) : null,
            },
          ]}
        />
      </Rows>
      <Dialog
        opened={asking !== null}
        danger
        title={t('retention.acts.confirmTitle')}
        confirm={t('retention.acts.confirm')}
        busy={confirm.busy}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (asking) void confirm.run({ params: { did: asking.id } }).then(() => setAsking(null))
        }}
      >
        {t('retention.acts.confirmText', { number: asking?.number ?? 0, count: asking?.recordings ?? 0 })}
      </Dialog>
    </Card>
  )
}
