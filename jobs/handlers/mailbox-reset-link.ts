import { mailResetLink } from "../../src/features/users/server/access/mail-reset-link";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onMailboxResetLink: Handler<"mailbox.reset-link"> = ({ tenantId, userId, locale }, services) =>
  mailResetLink({ ...systemContext(services, { job: "mailbox.reset-link" }, tenantId), locale }, { userId });
