import { Button } from '@mantine/core'
import { listActs } from '@ochno/contract/acts'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ActsView } from './acts-view.tsx'
import { CreateActDialog } from './create-act-dialog.tsx'

export function ActsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const acts = useLoad(listActs, {})
  const [creating, setCreating] = useState(false)
  const manages = me.is === 'ready' && may(me.value, 'act.manage')
  return (
    <Page
      title={t('acts.list.title')}
      lead={t('acts.list.lead')}
      actions={
        manages ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('acts.create.title')}
          </Button>
        ) : null
      }
    >
      <Card>
        <LoadView load={acts} rows={5}>
          {({ rows }) => <ActsView rows={rows} />}
        </LoadView>
      </Card>
      {creating ? (
        <CreateActDialog
          rows={acts.is === 'ready' ? acts.value.rows : []}
          onClose={() => setCreating(false)}
          onMade={(act) => void navigate({ to: `/acts/${act}` })}
        />
      ) : null}
    </Page>
  )
}
