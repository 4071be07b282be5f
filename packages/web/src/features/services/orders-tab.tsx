import { Button, FileButton } from '@mantine/core'
import {
  printServiceOrder,
  readOrderPower,
  removeServiceOrder,
  sendOrderPower,
} from '@ochno/contract/service-orders'
import type { ServiceOrderView } from '@ochno/contract/service-parts'
import { readServiceRegister, type RegisterView } from '@ochno/contract/services'
import { IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useDay } from './day.ts'
import { PAPERS } from './files-card.tsx'
import { OrderDialog } from './order-dialog.tsx'
import classes from './services.module.css'
import { SignDialog } from './sign-dialog.tsx'

/** 002 п. 12: orders that are prepared, printed, signed and entered. */
export function OrdersTab({ view, manages }: { view: RegisterView; manages: boolean }) {
  const { t } = useTranslation()
  const [preparing, setPreparing] = useState(false)
  const ready = view.services.filter(({ state }) => state === 'contract')
  return (
    <>
      {manages ? (
        <Bar>
          <Button disabled={ready.length === 0} onClick={() => setPreparing(true)}>
            {t('services.orders.prepare')}
          </Button>
          {ready.length === 0 ? <span className={classes.quiet}>{t('services.orders.none')}</span> : null}
        </Bar>
      ) : null}
      {view.orders.length === 0 ? (
        <Empty icon={IconCertificate} title={t('services.orders.empty')}>
          {t('services.orders.emptyText')}
        </Empty>
      ) : (
        view.orders.map((order) => (
          <Order key={order.id} order={order} today={view.today} manages={manages} />
        ))
      )}
      {preparing ? <OrderDialog ready={ready} onClose={() => setPreparing(false)} /> : null}
    </>
  )
}

function Order({ order, today, manages }: { order: ServiceOrderView; today: string; manages: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const printing = useDo(printServiceOrder)
  const removing = useDo(removeServiceOrder, [readServiceRegister])
  const [signing, setSigning] = useState(false)
  const { number, signedOn, signer } = order
  const services = order.services.map(({ name }) => name).join(', ')
  const title =
    number && signedOn ? t('services.orders.of', { number, day: day(signedOn) }) : t('services.orders.draft')
  const params = { sod: order.id }
  const print = async () => {
    const answer = await printing.run({ params, query: { as: 'pdf' } })
    if (answer.ok) saveFile(`${title}.pdf`, answer.body)
  }
  const failure = printing.failure ?? removing.failure
  return (
    <Card title={title}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        <p className={classes.told}>
          {t('services.orders.services')}: {services}
        </p>
        <p className={classes.told}>
          {t('services.orders.technical')}: {order.technical.name}
        </p>
        <p className={classes.told}>
          {t('services.orders.organisational')}: {order.organisational.name}
        </p>
        <p className={classes.told}>
          {t('services.orders.signer')}: {signer.post}, {signer.name}
        </p>
        {order.authorised ? <PowerLine order={order} editable={manages && number === null} /> : null}
        <Bar>
          {manages && number === null ? (
            <Button aria-label={t('services.orders.signOf', { services })} onClick={() => setSigning(true)}>
              {t('services.orders.sign')}
            </Button>
          ) : null}
          <Button
            variant="default"
            loading={printing.busy}
            aria-label={t('services.orders.printOf', { services })}
            onClick={() => void print()}
          >
            {t('services.orders.print')}
          </Button>
          {manages && number === null ? (
            <Button variant="default" loading={removing.busy} onClick={() => void removing.run({ params })}>
              {t('services.orders.remove')}
            </Button>
          ) : null}
        </Bar>
      </Rows>
      {signing ? <SignDialog id={order.id} today={today} onClose={() => setSigning(false)} /> : null}
    </Card>
  )
}

/** The document by which somebody signs for the head. */
function PowerLine({ order, editable }: { order: ServiceOrderView; editable: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const sending = useDo(sendOrderPower, [readServiceRegister])
  const reading = useDo(readOrderPower)
  const params = { sod: order.id }
  const { power } = order.signer
  const send = async (file: File | null) => {
    if (file) await sending.run({ params, body: new Uint8Array(await file.arrayBuffer()) })
  }
  const open = async () => {
    const answer = await reading.run({ params })
    if (answer.ok) saveFile(power?.document ?? t('services.orders.document'), answer.body)
  }
  const failure = sending.failure ?? reading.failure
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : null}
      <div className={classes.item}>
        <div className={classes.what}>
          {power ? t('services.orders.power', { ...power, day: day(power.on) }) : null}
          {order.powerFile ? null : <p className={classes.quiet}>{t('services.orders.powerMissing')}</p>}
        </div>
        {order.powerFile ? (
          <Button variant="default" size="xs" onClick={() => void open()}>
            {t('services.files.open')}
          </Button>
        ) : null}
        {editable ? (
          <FileButton accept={PAPERS} onChange={(file) => void send(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={sending.busy}>
                {t('services.orders.attach')}
              </Button>
            )}
          </FileButton>
        ) : null}
      </div>
    </>
  )
}
