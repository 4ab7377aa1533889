import type { Directory, Principal } from "../seams";
import { mfaRequired, unauthorized } from "./problem";

/** Who sent a request; `null` when it carries no credentials. Throws a 401 or 402 problem when they are refused. */
export async function findPrincipal(directory: Directory, request: Request, ip: string): Promise<Principal | null> {
  const result = await directory.authenticateHeader(request.headers.get("authorization"), ip);
  if (result === "invalid") throw unauthorized();
  if (result === "mfaRequired") throw mfaRequired();
  return result;
}

/** Like `findPrincipal`, but a stranger gets a 401. */
export async function requirePrincipal(directory: Directory, request: Request, ip: string): Promise<Principal> {
  const principal = await findPrincipal(directory, request, ip);
  if (!principal) throw unauthorized();
  return principal;
}
