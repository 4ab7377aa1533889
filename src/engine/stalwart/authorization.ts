/** A Basic login is for tests and first set-up; everything else acts with an API key. */
export type ServiceAuth = { bearer: string } | { basic: { user: string; password: string } };

/** The value of an `Authorization` header. Never to be logged. */
export function authorizationOf(auth: ServiceAuth): string {
  if ("bearer" in auth) return `Bearer ${auth.bearer}`;
  const { user, password } = auth.basic;
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
