import { Button } from '@mantine/core'
import { type ConsentPersonView, takeCopy } from '@ochno/contract/consents'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useDay } from './day.ts'
import { saveFile } from './save-file.ts'

export function CopiesCard({ person }: { person: ConsentPersonView }) {
  const { t } = useTranslation()
  const day = useDay()
  const taking = useDo(takeCopy)
  const take = async (cid: string) => {
    const answer = await taking.run({ params: { cid } })
    if (answer.ok) saveFile('consent-copy.pdf', answer.body)
  }
  return (
    <Card title={t('consents.copies.title')} lead={t('consents.copies.lead')}>
      {taking.failure ? <FailureNotice failure={taking.failure} /> : null}
      <Table
        label={t('consents.copies.title')}
        rows={person.copies}
        rowKey={({ id }) => id}
        columns={[
          { name: t('consents.copies.kind'), cell: ({ kind }) => t(`consents.kinds.${kind}`) },
          {
            name: t('consents.copies.answer'),
            cell: ({ state }) =>
              t(state === 'declined' ? 'consents.copies.refused' : 'consents.copies.agreed'),
          },
          {
            name: t('consents.copies.when'),
            cell: ({ signedOn, endedOn }) =>
              signedOn === null
                ? '—'
                : endedOn === null
                  ? t('consents.copies.since', { day: day(signedOn) })
                  : t('consents.copies.till', { from: day(signedOn), to: day(endedOn) }),
          },
          { name: t('consents.copies.text'), cell: ({ version }) => <code>{version}</code> },
          {
            name: t('consents.copies.take'),
            quiet: true,
            cell: ({ id, kind }) => (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                aria-label={t('consents.copies.takeKind', { kind: t(`consents.kinds.${kind}`) })}
                onClick={() => void take(id)}
              >
                {t('consents.copies.take')}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  )
}
