import type { ru } from './resources.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof ru }
    returnNull: false
  }
}
