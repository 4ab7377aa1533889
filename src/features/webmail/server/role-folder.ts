import type { MoveTarget } from "../schema/bulk";

/** What a folder is called at the mail server that is made because nothing played its role; pages show it in their reader's language. */
const names = { inbox: "Inbox", archive: "Archive", trash: "Trash", junk: "Junk" } as const;

/** The engine's word for where messages go. */
export const roleFolder = (to: MoveTarget) =>
  "mailboxId" in to ? to.mailboxId : { role: to.role, name: names[to.role] };
