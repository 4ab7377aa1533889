import { type Ctx, systemContext } from "~/server/context";
import { namesAbove } from "./names-above";
import { noteEvent } from "./note-event";
import { raiseAlert } from "./raise-alert";

/** Tells whoever holds a name above `name`, in the history of theirs and by mail, that somebody else has proven it; not who. */
export async function tellNamesAbove(ctx: Ctx, name: string): Promise<void> {
  for (const { domainId, tenantId } of await namesAbove(ctx, name)) {
    const theirs = systemContext(ctx, { job: "dns-verification" }, tenantId);
    await theirs.tx(async (tx) => {
      await noteEvent(tx, theirs, { domainId, kind: "proof", subject: name, after: "name_below", evidence: { name } });
      await raiseAlert(tx, theirs, { domainId, kind: "name_below", vars: { name } });
    });
    ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
  }
}
