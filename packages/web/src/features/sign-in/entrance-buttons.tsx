import { Button } from '@mantine/core'
import { listEntrances, openEntrance } from '@ochno/contract/federation'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'

const TENANT = /^ten_[a-z2-7]{26}$/

/** Signing in by the server of the institution: of the one in the address, or of the only one here. */
export function EntranceButtons() {
  const { t } = useTranslation()
  const { searchStr } = useLocation()
  const named = new URLSearchParams(searchStr).get('at') ?? ''
  const load = useLoad(listEntrances, { query: TENANT.test(named) ? { at: named } : {} })
  const opening = useDo(openEntrance)
  if (load.is !== 'ready' || load.value.rows.length === 0) return null
  const open = async (at: string) => {
    const answer = await opening.run({ body: { at } })
    if (answer.ok) location.assign(answer.body.url)
  }
  return (
    <div className={classes.others}>
      <Rows>
        {opening.failure ? <FailureNotice failure={opening.failure} /> : null}
        {load.value.rows.map(({ institution, name }) => (
          <Button
            key={institution}
            variant="default"
            size="md"
            fullWidth
            loading={opening.busy}
            onClick={() => void open(institution)}
          >
            {t('federation.enterBy', { name })}
          </Button>
        ))}
      </Rows>
    </div>
  )
}
