import { Button, TextInput } from '@mantine/core'
import { listForms } from '@ochno/contract/forms'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { FormsView } from './forms-view.tsx'
import { SettingDialog } from './setting-dialog.tsx'

export function FormsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const forms = useLoad(listForms, {})
  const [setting, setSetting] = useState(false)
  const manages = me.is === 'ready' && may(me.value, 'institution.manage')
  return (
    <Page
      title={t('forms.title')}
      lead={t('forms.lead')}
      actions={
        manages ? (
          <Button variant="default" onClick={() => setSetting(true)}>
            {t('forms.setting.open')}
          </Button>
        ) : null
      }
    >
      <LoadView load={forms} rows={8}>
        {(list) => <Forms list={list} />}
      </LoadView>
      {setting && forms.is === 'ready' ? (
        <SettingDialog setting={forms.value.setting} onClose={() => setSetting(false)} />
      ) : null}
    </Page>
  )
}

function Forms({ list }: { list: ReplyOf<typeof listForms> }) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLocaleLowerCase()
  const rows = list.rows.filter(({ id, name }) => `${id} ${name}`.toLocaleLowerCase().includes(wanted))
  return (
    <>
      {list.act ? <p>{t('forms.ofAct', { act: list.act })}</p> : <Unbound inForce={list.inForce} />}
      {list.setting.address === '' || list.setting.city === '' ? (
        <Notice tone="info" title={t('forms.setting.unfilled')}>
          {t('forms.setting.unfilledText')}
        </Notice>
      ) : null}
      <TextInput
        label={t('forms.find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
        maxLength={200}
      />
      <FormsView rows={rows} act={list.act} />
    </>
  )
}

function Unbound({ inForce }: { inForce: boolean }) {
  const { t } = useTranslation()
  return (
    <Notice tone="info" title={t(inForce ? 'forms.ownAct' : 'forms.noAct')}>
      {t(inForce ? 'forms.ownActText' : 'forms.noActText')}
    </Notice>
  )
}
