import { AppError } from "~/lib/errors";

/** What PostgreSQL calls it when an address has a holder already: the space of all addresses, and each table by itself. */
const constraints = new Set(["addresses_pkey", "mail_users_address", "aliases_address", "groups_address"]);

type Refusal = { code?: unknown; constraint_name?: unknown; cause?: unknown };

/** Whether a query failed because somebody else holds the address: another mailbox user, an alias or a group, of whatever tenant. */
export function isAddressTaken(error: unknown): boolean {
  for (let at = error as Refusal | undefined; at && typeof at === "object"; at = at.cause as Refusal | undefined)
    if (at.code === "23505" && constraints.has(String(at.constraint_name))) return true;
  return false;
}

/** The failure `user.address_taken`, with an issue for the field that the address was typed into. */
export const addressTaken = (path: string, message = "users.issue_address_taken"): AppError =>
  new AppError("user.address_taken", { issues: [{ path, message }] });

/**
 * What `work` resolves to. Throws `user.address_taken`, with an issue for the field `path`, when an address that it writes has a holder already. The
 * transaction has failed by then: let it end, or do the work in one of its own within (`tx.transaction`).
 */
export async function orAddressTaken<T>(work: Promise<T>, path = "localPart"): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isAddressTaken(error) ? addressTaken(path) : error;
  }
}
