import type { TenantState } from "../../../../db/schema/enums";
import type { AccountBlock } from "~/engine/engine-directory";
import type { MailUserRow } from "./mail-user-view";

type Facts = Pick<MailUserRow, "state" | "maySignIn" | "maySend" | "mayReceive" | "sendingPausedAt"> & {
  tenantState: TenantState;
  /** The proof of the domain is lost: its mailboxes stand aside. */
  isFrozen: boolean;
};

/**
 * What the engine shall keep a mailbox user from. A deleted one does nothing and gets nothing: senders hear of it at once, and nothing gathers that nobody
 * will read. Mail to a tenant that is suspended still arrives.
 */
export function blocksOf(user: Facts): AccountBlock[] {
  if (user.state === "deleted") return ["signIn", "send", "receive"];
  const isOpen = user.tenantState === "active" && !user.isFrozen;
  const may = {
    signIn: isOpen && user.maySignIn,
    send: isOpen && user.maySend && user.sendingPausedAt === null,
    receive: user.mayReceive,
  } satisfies Record<AccountBlock, boolean>;
  return (["signIn", "send", "receive"] as const).filter((block) => !may[block]);
}
