// 002 п. 12: «Руководитель Колледжа или уполномоченное им лицо издает приказ».
export type Power = { readonly document: string; readonly number: string; readonly on: string }

export type Signer = {
  readonly name: string
  readonly post: string
  /** Null: the head signs. Otherwise the document that authorises this person. */
  readonly power: Power | null
}

export type ServiceOrder = {
  readonly services: readonly string[]
  readonly signer: Signer
  readonly authorised: boolean
  readonly technical: string | null
  readonly organisational: string | null
}

export type OrderRefusal =
  | 'nothing_to_order'
  | 'no_responsible'
  | 'signer_no_power'
  | 'power_later'
  | 'order_in_future'

export function refuseOrder(order: ServiceOrder): OrderRefusal | null {
  if (order.services.length === 0) return 'nothing_to_order'
  if (order.technical === null || order.organisational === null) return 'no_responsible'
  return order.authorised && order.signer.power === null ? 'signer_no_power' : null
}

/** Signed by somebody authorised only from the day of the document on; an order of tomorrow binds nobody today. */
export function refuseSigning(
  order: ServiceOrder,
  powerFile: boolean,
  signedOn: string,
  today: string,
): OrderRefusal | null {
  const refused = refuseOrder(order)
  if (refused) return refused
  if (signedOn > today) return 'order_in_future'
  const { power } = order.signer
  if (!order.authorised || power === null) return null
  if (!powerFile) return 'signer_no_power'
  return power.on > signedOn ? 'power_later' : null
}
