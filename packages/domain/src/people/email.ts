/** What a mail server takes; quoted local parts and bare host names are left out on purpose. */
export const EMAIL = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u
const LONGEST = 254

export const isEmail = (text: string): boolean => text.length <= LONGEST && EMAIL.test(text)
