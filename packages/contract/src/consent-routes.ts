// Every route of the consents, as the server mounts them.
import {
  listRegister,
  receiveOriginal,
  registerWithdrawal,
  expelPerson,
  listExamConsents,
} from './consent-register.ts'
import { readConsentSettings, changeConsentSettings } from './consent-settings.ts'
import {
  listMyConsents,
  markShown,
  answerConsent,
  makePaper,
  uploadScan,
  readScan,
  takeCopy,
  withdrawConsent,
  takeWithdrawalForm,
} from './consents.ts'

export const consentRoutes = {
  listMyConsents,
  markShown,
  answerConsent,
  makePaper,
  uploadScan,
  readScan,
  takeCopy,
  withdrawConsent,
  takeWithdrawalForm,
  listRegister,
  receiveOriginal,
  registerWithdrawal,
  expelPerson,
  readConsentSettings,
  changeConsentSettings,
  listExamConsents,
} as const
