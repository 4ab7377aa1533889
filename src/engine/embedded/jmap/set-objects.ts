import type { ChangeType, Mail, MailWrite } from "../mail/mail";
import { typeState } from "../mail/read-changes";
import { writeMail } from "../mail/write-mail";
import { MethodError, OverQuota, type MethodCall } from "../seams";
import { coreLimits } from "./jmap";
import { SetError } from "./set-error";

type SetArgs = {
  ifInState?: string | null;
  create?: Record<string, Record<string, unknown>> | null;
  update?: Record<string, Record<string, unknown>> | null;
  destroy?: string[] | null;
};

/** What a type does with one object. Each throws `SetError`, before it has written anything. */
export type SetHandlers = {
  /** Returns the server-set properties; `id` among them. */
  create(
    write: MailWrite,
    object: Record<string, unknown>,
    creationId: string,
  ): Record<string, unknown> & { id: string };
  /** Returns properties that the server changed beyond the request, or `null`. */
  update(write: MailWrite, id: string, patch: Record<string, unknown>): Record<string, unknown> | null;
  destroy(write: MailWrite, id: string): void;
};

function attempt<T>(failures: Record<string, unknown>, key: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof SetError) failures[key] = error.toJson();
    else if (error instanceof OverQuota) failures[key] = { type: "overQuota", description: error.message };
    else throw error;
    return undefined;
  }
}

const orNull = (map: Record<string, unknown>) => (Object.keys(map).length > 0 ? map : null);

/** Throws `stateMismatch` when the client's state is not the present one. */
export function checkState(
  mail: Mail,
  accountId: string,
  type: ChangeType,
  ifInState: string | null | undefined,
): void {
  if (ifInState != null && ifInState !== typeState(mail, accountId, type)) throw new MethodError("stateMismatch");
}

/** An id of the request, with `#creationId` replaced by what that object became. */
export const resolveId = (call: MethodCall, id: string): string =>
  id.startsWith("#") ? (call.createdIds.get(id.slice(1)) ?? id) : id;

/** Runs a /set (RFC 8620 section 5.3) in one transaction: refused objects are reported, the others stand. */
export function setObjects(
  mail: Mail,
  call: MethodCall,
  type: ChangeType,
  args: SetArgs,
  handlers: SetHandlers,
): Record<string, unknown> {
  const { accountId } = call;
  const { create = {}, update = {}, destroy } = args;
  const count = Object.keys(create ?? {}).length + Object.keys(update ?? {}).length + (destroy?.length ?? 0);
  if (count > coreLimits.maxObjectsInSet) throw new MethodError("requestTooLarge", "too many objects");
  const oldState = typeState(mail, accountId, type);
  if (args.ifInState != null && args.ifInState !== oldState) throw new MethodError("stateMismatch");
  const created: Record<string, unknown> = {};
  const notCreated: Record<string, unknown> = {};
  const updated: Record<string, unknown> = {};
  const notUpdated: Record<string, unknown> = {};
  const destroyed: string[] = [];
  const notDestroyed: Record<string, unknown> = {};
  const doomed = new Set((destroy ?? []).map((id) => resolveId(call, id)));
  if (count > 0) {
    writeMail(mail, accountId, (write) => {
      for (const [creationId, object] of Object.entries(create ?? {})) {
        const result = attempt(notCreated, creationId, () => handlers.create(write, object, creationId));
        if (!result) continue;
        created[creationId] = result;
        call.createdIds.set(creationId, result.id);
      }
      for (const [key, patch] of Object.entries(update ?? {})) {
        const id = resolveId(call, key);
        const result = attempt(notUpdated, id, () => {
          if (doomed.has(id)) throw new SetError("willDestroy");
          return handlers.update(write, id, patch);
        });
        if (result !== undefined) updated[id] = result;
      }
      for (const id of doomed) {
        attempt(notDestroyed, id, () => {
          handlers.destroy(write, id);
          destroyed.push(id);
        });
      }
    });
  }
  return {
    accountId,
    oldState,
    newState: typeState(mail, accountId, type),
    created: orNull(created),
    updated: orNull(updated),
    destroyed: destroyed.length > 0 ? destroyed : null,
    notCreated: orNull(notCreated),
    notUpdated: orNull(notUpdated),
    notDestroyed: orNull(notDestroyed),
  };
}
