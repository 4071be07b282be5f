/** SHA-256 of a secret as it is stored: the secret itself never lies in the database. */
export type Digest = (text: string) => Uint8Array
