import { MethodError, type MethodCall, type MethodHandler, type Principal } from "../seams";
import { canAccess } from "./account-access";
import type { Jmap } from "./jmap";
import type { Method } from "./methods";
import { resolveReferences, type Invocation } from "./result-references";

export type CallContext = {
  jmap: Jmap;
  methods: ReadonlyMap<string, Method>;
  /** The `x:` methods of the directory. */
  managementMethods: ReadonlyMap<string, MethodHandler>;
  onError(method: string, error: unknown): void;
  /** Called after a management method may have changed accounts or credentials. */
  onManaged(): void;
};

type Request = { principal: Principal; using: ReadonlySet<string>; createdIds: Map<string, string>; ip: string };

const accountless = /^(Core|PushSubscription)\//;

function requirePermission({ permissions }: Principal, name: string, args: Record<string, unknown>): void {
  const [type = "", verb = ""] = name.split("/");
  const need = (act: string) => {
    const permission = `jmap${type}${act.charAt(0).toUpperCase()}${act.slice(1)}`;
    if (!permissions.has(permission)) throw new MethodError("forbidden", `permission ${permission} is missing`);
  };
  if (verb !== "set") return need(verb);
  const acts = ["create", "update", "destroy"].filter((act) => args[act] != null);
  for (const act of acts.length > 0 ? acts : ["update"])
    need(type === "VacationResponse" && act === "create" ? "update" : act);
}

function accountOf(context: CallContext, request: Request, name: string, given: unknown): string {
  const { principal } = request;
  if (accountless.test(name)) return principal.accountId;
  if (given === undefined && name.startsWith("x:")) return principal.accountId;
  if (typeof given !== "string") throw new MethodError("invalidArguments", "accountId is missing");
  if (!canAccess(context.jmap.directory, principal, given)) throw new MethodError("accountNotFound");
  return given;
}

/** A /get may name what the same request has just created. */
function withCreatedIds(
  { createdIds }: MethodCall,
  name: string,
  args: Record<string, unknown>,
): Record<string, unknown> {
  if (!name.endsWith("/get") || !Array.isArray(args.ids)) return args;
  const resolve = (id: unknown) =>
    typeof id === "string" && id.startsWith("#") ? (createdIds.get(id.slice(1)) ?? id) : id;
  return { ...args, ids: args.ids.map(resolve) };
}

async function answer(
  context: CallContext,
  request: Request,
  name: string,
  args: Record<string, unknown>,
): Promise<[string, Record<string, unknown>][]> {
  const method = context.methods.get(name);
  const handler = method?.handler ?? context.managementMethods.get(name);
  if (!handler || (method && !request.using.has(method.capability))) throw new MethodError("unknownMethod");
  if (method) requirePermission(request.principal, name, args);
  const accountId = accountOf(context, request, name, args.accountId);
  if (method && !accountless.test(name)) context.jmap.store.openAccount(accountId);
  const call: MethodCall = { ...request, accountId };
  const result = await handler(call, withCreatedIds(call, name, args));
  if (!method && name.endsWith("/set")) context.onManaged();
  return Array.isArray(result) ? result : [[name, result]];
}

/** Runs the method calls of one request in order (RFC 8620 section 3.3). A failed call answers `error` and the next ones go on. */
export async function processCalls(
  context: CallContext,
  request: Request,
  calls: readonly [string, Record<string, unknown>, string][],
): Promise<Invocation[]> {
  const answered: Invocation[] = [];
  for (const [name, rawArgs, callId] of calls) {
    try {
      const args = resolveReferences(rawArgs, answered);
      for (const [responseName, result] of await answer(context, request, name, args)) {
        answered.push([responseName, result, callId]);
      }
    } catch (error) {
      const known = error instanceof MethodError;
      if (!known) context.onError(name, error);
      const failure = known ? error : new MethodError("serverUnavailable", "The server failed. Try again later.");
      answered.push(["error", { type: failure.type, description: failure.message, ...failure.extra }, callId]);
    }
  }
  return answered;
}
