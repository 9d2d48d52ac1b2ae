const MAX_LENGTH = 56;

/** A local id that tells the name: "jan-ek"; letters that ids cannot have are left out. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/gu, '');
  return words === '' ? 'entity' : words;
}
