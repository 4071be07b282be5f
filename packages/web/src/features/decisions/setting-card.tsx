import { Checkbox, Select } from '@mantine/core'
import { changeDecisionSetting, listDecisions, posts } from '@ochno/contract/decisions'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'

type Post = (typeof posts)[number]

/** Where the act leaves it to the institution (001, 003), nobody decides until this is said (TR-06). */
export function SettingCard({ maker, annexed }: { maker: Post | null; annexed: boolean }) {
  const { t } = useTranslation()
  const changing = useDo(changeDecisionSetting, [listDecisions])
  const set = (body: { maker: Post | null; annexed: boolean }) => void changing.run({ body })
  return (
    <Card title={t('decisions.setting.title')} lead={t('decisions.setting.lead')}>
      <Rows>
        {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
        <Select
          label={t('decisions.setting.maker')}
          placeholder={t('decisions.setting.nobody')}
          value={maker}
          clearable
          onChange={(value) => set({ maker: value as Post | null, annexed })}
          data={posts.map((post) => ({ value: post, label: t(`decisions.posts.${post}`) }))}
        />
        <Checkbox
          label={t('decisions.setting.annexed')}
          checked={annexed}
          onChange={(event) => set({ maker, annexed: event.currentTarget.checked })}
        />
      </Rows>
    </Card>
  )
}
