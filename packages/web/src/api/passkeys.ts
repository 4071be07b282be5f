// The browser's side of WebAuthn: options in, credential out; null when the person thought better of it or took too long.
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Credential = { readonly id: string; readonly type: 'public-key' }

export const canPasskeys = (): boolean => browserSupportsWebAuthn()

const orNull = (asked: Promise<object>): Promise<Credential | null> =>
  asked.then(
    (credential) => credential as Credential,
    () => null,
  )

export const makePasskey = (options: object): Promise<Credential | null> =>
  orNull(startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }))

export const showPasskey = (options: object): Promise<Credential | null> =>
  orNull(startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }))
