import { sendHeldNotice } from "../../src/features/users/server/groups/send-held-notice";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onGroupHeldNotice: Handler<"group.held-notice"> = ({ tenantId, groupId }, services) =>
  sendHeldNotice(systemContext(services, { job: "group.held-notice" }, tenantId), { groupId });
