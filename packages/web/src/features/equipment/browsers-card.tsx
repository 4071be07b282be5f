import { Button, NumberInput } from '@mantine/core'
import { changeBrowsers, readBrowsers } from '@ochno/contract/equipment'
import { type Brand, brands } from '@ochno/domain/equipment/minimums'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import shared from '../../machine/machine.module.css'
import classes from './equipment.module.css'
import { useEquipmentWords } from '../../machine/words.ts'

type Versions = ReplyOf<typeof readBrowsers>

/** The table that a check compares a browser with (001 7.3, 004 App. 1). */
export function BrowsersCard({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const versions = useLoad(readBrowsers, {})
  return (
    <Card title={t('equipment.browsers.title')} lead={t('equipment.browsers.lead')}>
      <LoadView load={versions} rows={2}>
        {(value) => <Form key={value.changedAt} value={value} zone={zone} />}
      </LoadView>
    </Card>
  )
}

function Form({ value, zone }: { value: Versions; zone: string }) {
  const { t } = useTranslation()
  const { browserName } = useEquipmentWords()
  const [newest, setNewest] = useState(value.newest)
  const [behind, setBehind] = useState(value.behind)
  const change = useDo(changeBrowsers, [readBrowsers])
  const put = (brand: Brand, typed: string | number) =>
    setNewest((before) => ({ ...before, [brand]: typed === '' ? null : Number(typed) }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void change.run({ body: { newest, behind } })
      }}
    >
      <Rows>
        <div className={classes.versions}>
          {brands.map((brand) => (
            <NumberInput
              key={brand}
              label={browserName(brand)}
              value={newest[brand] ?? ''}
              onChange={(typed) => put(brand, typed)}
              min={1}
              max={9999}
              allowDecimal={false}
              allowNegative={false}
              hideControls
            />
          ))}
        </div>
        <NumberInput
          label={t('equipment.browsers.behind')}
          description={
            value.actBehind === null
              ? t('equipment.browsers.behindHint')
              : t('equipment.browsers.actBehind', { count: value.actBehind })
          }
          value={behind}
          onChange={(typed) => setBehind(typed === '' ? 0 : Number(typed))}
          min={0}
          max={99}
          allowDecimal={false}
          allowNegative={false}
          className={classes.behind}
        />
        {change.failure ? <FailureNotice failure={change.failure} /> : null}
        <Bar>
          <Button type="submit" loading={change.busy}>
            {t('equipment.browsers.save')}
          </Button>
          {value.changedAt ? (
            <span className={shared.quiet} role="status">
              {t('equipment.browsers.changedAt', { at: '' })}
              <When at={value.changedAt} zone={zone} />
            </span>
          ) : null}
        </Bar>
      </Rows>
    </form>
  )
}
