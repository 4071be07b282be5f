/** RFC 4515: what was typed stays a value and can not become a part of the question. */
export const escaped = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((octet) =>
      octet >= 0x80 || octet === 0 || [0x28, 0x29, 0x2a, 0x5c].includes(octet)
        ? `\\${octet.toString(16).padStart(2, '0')}`
        : String.fromCharCode(octet),
    )
    .join('')

export const filled = (filter: string, login: string): string =>
  filter.replaceAll('{login}', () => escaped(login))
