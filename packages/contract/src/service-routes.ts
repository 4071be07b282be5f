// Every route of the services but the papers, as the server mounts them.
import {
  addServiceOrder,
  readOrderPower,
  removeServiceOrder,
  sendOrderPower,
  signServiceOrder,
} from './service-orders.ts'
import { acknowledgeRules, readCatalogue, readProctoringSoftware } from './service-catalogue.ts'
import {
  addService,
  changeService,
  fillServiceRegister,
  listAcknowledgements,
  moveService,
  publishServiceRules,
  readServiceFile,
  readServiceRegister,
  removeService,
  saveServiceSettings,
  sendServiceFile,
} from './services.ts'

export const serviceRoutes = {
  readServiceRegister,
  fillServiceRegister,
  addService,
  changeService,
  removeService,
  moveService,
  sendServiceFile,
  readServiceFile,
  publishServiceRules,
  listAcknowledgements,
  saveServiceSettings,
  addServiceOrder,
  sendOrderPower,
  readOrderPower,
  signServiceOrder,
  removeServiceOrder,
  readCatalogue,
  acknowledgeRules,
  readProctoringSoftware,
} as const
