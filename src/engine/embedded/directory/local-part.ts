const atoms = /^[a-z0-9!#$%&'*/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*/=?^_`{|}~-]+)*$/;

/** A local part in the form that is stored (lower case); `null` when it is none. `+` is kept for sub-addresses. */
export function normaliseLocalPart(name: string): string | null {
  const local = name.trim().toLowerCase();
  return local.length <= 64 && atoms.test(local) ? local : null;
}

/** Splits at the last `@`; `null` when either half is missing. */
export function splitAddress(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf("@");
  if (at < 1 || at === address.length - 1) return null;
  return { local: address.slice(0, at).toLowerCase(), domain: address.slice(at + 1).toLowerCase() };
}
