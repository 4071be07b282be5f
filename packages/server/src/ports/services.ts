import type { AccountId, Id, TenantId } from '@ochno/domain/ids'
import type { ServiceState } from '@ochno/domain/lifecycle/service'
import type { FilePurpose, ServiceCard, ServiceFamily } from '@ochno/domain/services/card'
import type { Signer } from '@ochno/domain/services/order'
import type { Prohibited } from '@ochno/domain/services/prohibited'
import type { Instant } from '@ochno/domain/time'
import type { Scan, ScanId } from './consents.ts'

export type ServiceId = Id<'srv'>
export type ServiceOrderId = Id<'sod'>

export type StoredService = {
  readonly id: ServiceId
  /** Of a known service. */
  readonly code: string | null
  readonly card: ServiceCard
  readonly state: ServiceState
  readonly reason: string | null
  readonly order: ServiceOrderId | null
  readonly changedAt: Instant
}

export type RulesEdition = {
  readonly version: number
  readonly text: string
  readonly requirements: string
  readonly protection: string
  readonly at: Instant
  readonly by: { readonly id: AccountId; readonly name: string }
}

export type StoredServiceOrder = {
  readonly id: ServiceOrderId
  /** Null until it is signed. */
  readonly number: string | null
  readonly signedOn: string | null
  /** Names as they were signed; until then as they are. */
  readonly services: readonly { readonly id: ServiceId; readonly name: string }[]
  readonly technical: { readonly id: AccountId; readonly name: string }
  readonly organisational: { readonly id: AccountId; readonly name: string }
  readonly signer: Signer
  readonly authorised: boolean
}

export type ServiceFile = Omit<Scan, 'paper'> & {
  readonly purpose: FilePurpose | 'power'
  readonly owner: string
}

export type ServiceSetting = {
  readonly off: readonly ServiceFamily[]
  readonly prohibited: readonly Prohibited[]
  readonly accounts: { readonly text: string; readonly act: string; readonly address: string | null } | null
}

export type Acknowledged = {
  readonly person: { readonly id: AccountId; readonly name: string }
  readonly version: number
  readonly at: Instant
}

export type Services = {
  readonly list: () => Promise<readonly StoredService[]>
  readonly find: (id: ServiceId) => Promise<StoredService | null>
  /** The register as a whole, and nobody else changes it until this transaction ends. */
  readonly own: () => Promise<void>
  /** False when the name is taken. */
  readonly save: (service: StoredService) => Promise<boolean>
  readonly remove: (id: ServiceId) => Promise<void>
  /** Editions in force. */
  readonly rules: () => Promise<ReadonlyMap<ServiceId, RulesEdition>>
  readonly publishRules: (id: ServiceId, rules: RulesEdition) => Promise<void>
  readonly acknowledge: (id: ServiceId, version: number, by: AccountId, at: Instant) => Promise<void>
  /** The latest edition this person acknowledged, service by service. */
  readonly acknowledgedBy: (account: AccountId) => Promise<ReadonlyMap<ServiceId, number>>
  readonly acknowledgements: (id: ServiceId) => Promise<readonly Acknowledged[]>
  /** How many acknowledged the edition in force. */
  readonly acknowledgedCounts: () => Promise<ReadonlyMap<ServiceId, number>>
  readonly orders: () => Promise<readonly StoredServiceOrder[]>
  readonly saveOrder: (order: StoredServiceOrder, by: AccountId, at: Instant) => Promise<void>
  readonly removeOrder: (id: ServiceOrderId) => Promise<void>
  /** Of whatever still exists. */
  readonly files: () => Promise<readonly ServiceFile[]>
  /** With their keys; of one purpose, or all. Answers whose sealed bytes are to be removed. */
  readonly removeFiles: (owner: string, purpose?: ServiceFile['purpose']) => Promise<readonly ScanId[]>
  readonly setFile: (file: ServiceFile) => Promise<void>
  readonly setting: () => Promise<ServiceSetting>
  readonly setSetting: (setting: ServiceSetting, by: AccountId, at: Instant) => Promise<void>
}

/** Institutions that have services in use. */
export type InstitutionsWithServices = () => Promise<readonly TenantId[]>
