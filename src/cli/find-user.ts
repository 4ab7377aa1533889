import { eq } from "drizzle-orm";
import { mailUsers } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { AppError } from "../lib/errors";
import { type Ctx, systemContext } from "../server/context";
import type { Services } from "../server/services";
import { UsageError } from "./script";

/** The mailbox user of that address, deleted ones too. Throws `user.not_found`, `UsageError` when no address was given. */
export async function findUser(
  services: Services,
  script: string,
  address: string | undefined,
): Promise<{ ctx: Ctx; userId: string; address: string; state: string }> {
  if (!address?.includes("@")) throw new UsageError("Say whose mailbox: an address, such as ana@example.org");
  const [user] = await inScope(services.db, { sweep: true }, (tx) =>
    tx.select().from(mailUsers).where(eq(mailUsers.address, address.trim().toLowerCase())),
  );
  if (!user) throw new AppError("user.not_found");
  const { id, tenantId, state } = user;
  return { ctx: systemContext(services, { script }, tenantId), userId: id, address: user.address, state };
}
