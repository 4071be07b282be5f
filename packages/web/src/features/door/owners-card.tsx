import { Button, Textarea } from '@mantine/core'
import { listOwners, unbindOwner } from '@ochno/contract/door'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import classes from './door.module.css'

type Owner = { readonly id: AccountId; readonly name: string }

/** The references of first sign-ins; only an administrator takes one away, and says why. */
export function OwnersCard({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const owners = useLoad(listOwners, { query: {} })
  const [chosen, setChosen] = useState<Owner | null>(null)
  return (
    <Card title={t('door.staff.owners')} lead={t('door.staff.ownersLead')}>
      <LoadView load={owners} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('door.staff.ownersEmpty')}</p>
          ) : (
            <Table
              label={t('door.staff.owners')}
              rows={rows}
              rowKey={(row) => row.account.id}
              columns={[
                { name: t('door.staff.who'), cell: (row) => <strong>{row.account.name}</strong> },
                { name: t('door.staff.taken'), cell: (row) => <When at={row.takenAt} zone={zone} /> },
                {
                  name: t('door.staff.actions'),
                  quiet: true,
                  cell: (row) => (
                    <Button variant="default" size="compact-md" onClick={() => setChosen(row.account)}>
                      {t('door.staff.unbind')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </LoadView>
      {chosen ? <UnbindSheet owner={chosen} onClose={() => setChosen(null)} /> : null}
    </Card>
  )
}

function UnbindSheet({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const { t } = useTranslation()
  const [ground, setGround] = useState('')
  const unbinding = useDo(unbindOwner, [listOwners])
  const send = async () => {
    const answer = await unbinding.run({ params: { id: owner.id }, body: { ground } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      size="md"
      title={t('door.staff.unbindTitle', { name: owner.name })}
      submit={t('door.staff.unbind').replace('…', '')}
      busy={unbinding.busy}
      failure={unbinding.failure}
      disabled={ground.trim() === ''}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('door.staff.unbindText')}</p>
      <Textarea
        label={t('door.staff.ground')}
        description={t('door.staff.groundHint')}
        value={ground}
        maxLength={500}
        autosize
        minRows={2}
        required
        onChange={(event) => setGround(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
