// WebAuthn by SimpleWebAuthn, loaded when first needed: the start does not wait for it.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Passkey, PasskeyCheck, Site } from '../../ports/second-factor.ts'

const library = () => import('@simplewebauthn/server')
const rpId = (site: Site): string => new URL(site.origin).hostname
const listed = (known: readonly Pick<Passkey, 'id' | 'transports'>[]) =>
  known.map(({ id, transports }) => ({ id, transports: [...transports] as never[] }))

/** Whatever a browser may send in the place of an answer is a passkey that does not hold, not a fault of ours. */
const orNull = <T>(checked: Promise<T | null>): Promise<T | null> => checked.catch(() => null)

export const passkeyCheck: PasskeyCheck = {
  makingOptions: async (site, person, known) =>
    (await library()).generateRegistrationOptions({
      rpName: site.name,
      rpID: rpId(site),
      userName: person.login,
      userDisplayName: person.fullName,
      attestationType: 'none',
      excludeCredentials: listed(known),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    }),
  made: (site, challenge, credential) =>
    orNull(
      library()
        .then(({ verifyRegistrationResponse }) =>
          verifyRegistrationResponse({
            response: credential as RegistrationResponseJSON,
            expectedChallenge: challenge,
            expectedOrigin: site.origin,
            expectedRPID: rpId(site),
            requireUserVerification: true,
          }),
        )
        .then(({ verified, registrationInfo }) => {
          if (!verified || !registrationInfo) return null
          const { id, publicKey, counter, transports } = registrationInfo.credential
          return { id, publicKey, counter, transports: transports ?? [] }
        }),
    ),
  showingOptions: async (site, known) =>
    (await library()).generateAuthenticationOptions({
      rpID: rpId(site),
      allowCredentials: listed(known),
      userVerification: 'required',
    }),
  shown: (site, challenge, credential, passkey) =>
    orNull(
      library()
        .then(({ verifyAuthenticationResponse }) =>
          verifyAuthenticationResponse({
            response: credential as AuthenticationResponseJSON,
            expectedChallenge: challenge,
            expectedOrigin: site.origin,
            expectedRPID: rpId(site),
            requireUserVerification: true,
            credential: {
              id: passkey.id,
              publicKey: new Uint8Array(passkey.publicKey),
              counter: passkey.counter,
            },
          }),
        )
        .then(({ verified, authenticationInfo }) => (verified ? authenticationInfo.newCounter : null)),
    ),
}
