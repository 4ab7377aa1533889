import { applyDomain } from "../../src/features/domains/server/apply-domain";
import { applyGroup } from "../../src/features/users/server/groups/apply-group";
import { applyMailUser } from "../../src/features/users/server/apply-mail-user";
import { type Ctx, systemContext } from "../../src/server/context";
import type { JobPayload } from "../definitions";
import type { Handler } from "../handler";

const apply = {
  domain: (ctx, domainId) => applyDomain(ctx, { domainId }),
  group: (ctx, groupId) => applyGroup(ctx, { groupId }),
  mail_user: (ctx, userId) => applyMailUser(ctx, { userId }),
} satisfies Record<JobPayload<"engine.apply">["kind"], (ctx: Ctx, id: string) => Promise<void>>;

export const onEngineApply: Handler<"engine.apply"> = async ({ tenantId, kind, id }, services) =>
  apply[kind](systemContext(services, { job: "engine.apply" }, tenantId), id);
