import { Button, Text } from '@mantine/core'
import type { DoorView } from '@ochno/contract/door'
import { useTranslation } from 'react-i18next'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'

/** 004 5.4: past the learning platform there is only the way back to it. */
export function ComeFrom({ title, places }: { title: string; places: DoorView['comeFrom'] }) {
  const { t } = useTranslation()
  return (
    <Page title={title} width="narrow">
      {places.map(({ name, home }) => (
        <Card key={home} title={t('lms.door.title')}>
          <Rows>
            <Text>{t('lms.door.text', { name })}</Text>
            <Bar>
              <Button component="a" href={home}>
                {t('lms.door.go', { name })}
              </Button>
            </Bar>
            <Text>{t('lms.door.help')}</Text>
          </Rows>
        </Card>
      ))}
    </Page>
  )
}
