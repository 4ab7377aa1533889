import { settleOutbox } from "../../src/features/webmail/server/outbox/settle-outbox";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onOutboxSettle: Handler<"outbox.settle"> = ({ tenantId, userId }, services) =>
  settleOutbox(systemContext(services, { job: "outbox.settle" }, tenantId), { userId });
