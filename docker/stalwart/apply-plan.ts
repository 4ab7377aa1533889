/**
 * Applies `plan.ndjson` (the format of `stalwart-cli apply`: upsert, update, create; one operation a line) to a mail server and mints the
 * control panel's key. The CLI cannot stand in for it: it neither fills in settings nor shows the secret of a key that it creates.
 */
export type Target = {
  baseUrl: string;
  user: string;
  password: string;
  /** What `${NAME}` in the plan stands for. A line that needs a name which is not here is left out. */
  variables: Record<string, string | undefined>;
  /** Leaves out objects that the server does not have, as the embedded engine has no listeners; otherwise that is an error. */
  skipsUnknownObjects?: boolean;
  say: (line: string) => void;
};

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = Record<string, Json>;
type Operation = {
  "@type": "upsert" | "update" | "create";
  object: string;
  id?: string;
  matchOn?: string[];
  value: Fields;
};
type SetReply = { created?: Record<string, { id: string; secret?: string }>; [refusals: string]: unknown };

class UnknownObject extends Error {}

async function call(target: Target, method: string, args: Fields): Promise<unknown> {
  const response = await fetch(new URL("/jmap/", target.baseUrl), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${target.user}:${target.password}`).toString("base64")}`,
    },
    body: JSON.stringify({
      using: ["urn:ietf:params:jmap:core", "urn:stalwart:jmap"],
      methodCalls: [[method, args, "0"]],
    }),
  });
  if (!response.ok) throw new Error(`${method}: HTTP ${response.status} ${await response.text()}`);
  const reply = (await response.json()) as { methodResponses: [string, { type?: string; description?: string }][] };
  const [name, result] = reply.methodResponses[0] ?? ["error", { type: "no response" }];
  if (name !== "error") return result;
  const reason = `${method}: ${result.type} ${result.description ?? ""}`.trim();
  throw result.type === "unknownMethod" ? new UnknownObject(reason) : new Error(reason);
}

async function set(target: Target, object: string, args: Fields): Promise<SetReply> {
  const reply = (await call(target, `x:${object}/set`, args)) as SetReply;
  for (const refusals of ["notCreated", "notUpdated", "notDestroyed"])
    if (Object.keys((reply[refusals] as object | undefined) ?? {}).length > 0)
      throw new Error(`x:${object}/set: ${JSON.stringify(reply[refusals])}`);
  return reply;
}

/** Objects that a filter narrows down; of the others a new server has a handful. */
const filterBy: Record<string, string> = { Domain: "name", Account: "name" };

async function findExisting(target: Target, object: string, body: Fields, matchOn: string[]): Promise<string | null> {
  const filter = filterBy[object];
  const query: Fields = filter ? { filter: { [filter]: body[filter] ?? null } } : {};
  const { ids } = (await call(target, `x:${object}/query`, query)) as { ids: string[] };
  if (ids.length === 0) return null;
  const { list } = (await call(target, `x:${object}/get`, { ids })) as { list: (Fields & { id: string })[] };
  const found = list.filter((one) => matchOn.every((name) => one[name] === body[name]));
  if (found.length > 1) throw new Error(`x:${object}: more than one has this ${matchOn.join(" and ")}`);
  return found[0]?.id ?? null;
}

/** Replaces `#name`, as a value or as a key, by the id that an earlier line gave that name. */
function resolve(value: Json, ids: Map<string, string>): Json {
  const one = (text: string) => {
    if (!text.startsWith("#")) return text;
    const id = ids.get(text.slice(1));
    if (id === undefined) throw new Error(`the plan names ${text} before it exists`);
    return id;
  };
  if (typeof value === "string") return one(value);
  if (Array.isArray(value)) return value.map((item) => resolve(item, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [one(key), resolve(inner, ids)]));
}

async function upsert(target: Target, { object, matchOn = [] }: Operation, body: Fields): Promise<string> {
  const existing = await findExisting(target, object, body, matchOn);
  if (existing !== null) {
    const fixed = new Set(["@type", ...matchOn]);
    const patch = Object.fromEntries(Object.entries(body).filter(([name]) => !fixed.has(name)));
    await set(target, object, { update: { [existing]: patch } });
    return existing;
  }
  // A role that is not there would be made beside the one that accounts have, and lock nothing.
  if (object === "Role") throw new Error(`the server has no role "${String(body.description)}"`);
  const { created } = await set(target, object, { create: { it: body } });
  return created?.it?.id ?? "";
}

async function applyLine(target: Target, operation: Operation, ids: Map<string, string>): Promise<void> {
  const { object, id = "singleton" } = operation;
  if (operation["@type"] === "update") {
    await set(target, object, { update: { [id]: resolve(operation.value, ids) } });
    return;
  }
  for (const [name, raw] of Object.entries(operation.value)) {
    const body = resolve(raw, ids) as Fields;
    if (operation["@type"] === "upsert") ids.set(name, await upsert(target, operation, body));
    else await set(target, object, { create: { it: body } });
  }
}

/** Applies each line in order and stops at the first that is refused. May run again. Returns the ids behind the plan's names. */
export async function applyPlan(plan: string, target: Target): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const line of plan.split("\n").filter((text) => text.trim() !== "")) {
    const missing = [...line.matchAll(/\$\{(\w+)\}/g)]
      .map(([, name]) => name as string)
      .filter((name) => !target.variables[name]);
    const filled = line.replace(/\$\{(\w+)\}/g, (_, name: string) =>
      JSON.stringify(target.variables[name] ?? "").slice(1, -1),
    );
    const operation = JSON.parse(filled) as Operation;
    const title = `${operation["@type"]} ${operation.object}`;
    if (missing.length > 0) {
      target.say(`left out: ${title} needs ${missing.join(", ")}`);
      continue;
    }
    try {
      await applyLine(target, operation, ids);
      target.say(`done: ${title}`);
    } catch (error) {
      if (!(error instanceof UnknownObject) || !target.skipsUnknownObjects) throw error;
      for (const name of Object.keys(operation.value)) ids.set(name, "a");
      target.say(`left out: ${title} is not known to this server`);
    }
  }
  return ids;
}

/**
 * A key for the service account with exactly the account's own rights, usable from the panel's network only. `null` when it has one
 * already. The secret is shown once.
 */
export async function mintServiceKey(
  target: Target,
  ids: Map<string, string>,
  network: string,
): Promise<string | null> {
  const accountId = ids.get("service-account") ?? "";
  const { ids: keys } = (await call(target, "x:ApiKey/query", { accountId })) as { ids: string[] };
  if (keys.length > 0) return null;
  type Rights = { enabledPermissions: Record<string, boolean>; disabledPermissions: Record<string, boolean> };
  const read = async <T>(object: string, id: string) =>
    ((await call(target, `x:${object}/get`, { ids: [id] })) as { list: T[] }).list[0] as T;
  const role = await read<Rights>("Role", ids.get("role-user") ?? "");
  const account = await read<{ permissions: Rights }>("Account", accountId);
  // `Replace`, because the other kinds are measured against the rights of whoever mints.
  const permissions = Object.fromEntries(
    [...Object.keys(role.enabledPermissions), ...Object.keys(account.permissions.enabledPermissions)]
      .filter((name) => !role.disabledPermissions[name])
      .map((name) => [name, true]),
  );
  const key = {
    description: "control panel",
    expiresAt: null,
    allowedIps: { [network]: true },
    permissions: { "@type": "Replace", permissions },
  };
  const { created } = await set(target, "ApiKey", { accountId, create: { it: key } });
  return created?.it?.secret ?? null;
}
