import { afterAll } from "bun:test";

type Raw = { id: string; type: string; name: string; content: string; ttl: number } & Record<string, unknown>;
type Body = Record<string, unknown>;
type Failure = { status: number; code?: number; headers?: Record<string, string> };

const reply = (result: unknown, more: object = {}) =>
  Response.json({ success: true, errors: [], messages: [], result, ...more });
const refusal = ({ status, code = 0, headers }: Failure) =>
  Response.json(
    { success: false, errors: [{ code, message: "no" }], messages: [], result: null },
    { status, headers: headers ?? {} },
  );

/** What Cloudflare does with a record on its way in: names and values as it keeps them, and what it does not take beside what is there. */
function store(id: string, body: Body, others: Raw[]): Raw | Failure {
  const { type, data } = body as {
    type: string;
    data?: { weight: number; port: number; target: string; priority: number };
  };
  const name = String(body.name).toLowerCase();
  const content = data ? `${data.weight}\t${data.port}\t${data.target}` : String(body.content);
  const beside = others.filter((other) => other.id !== id && other.name === name);
  const isAlias = (one: { type: string }) => one.type === "CNAME";
  const isHost = (one: { type: string }) => ["A", "AAAA", "CNAME"].includes(one.type);
  if (beside.some((other) => other.type === type && other.content === content)) return { status: 400, code: 81_058 };
  if (isHost({ type }) && beside.some((other) => isAlias(other) || (isAlias({ type }) && isHost(other))))
    return { status: 400, code: 81_053 };
  if (Number(body.ttl) !== 1 && Number(body.ttl) < 60) return { status: 400, code: 9021 };
  const kept = { ...body, ...(data ? { priority: data.priority } : {}) };
  return { ...kept, id, type, name, content, ttl: Number(body.ttl), proxied: body.proxied === true };
}

/**
 * A server with Cloudflare's contract as far as it is used here, over real HTTP: tokens that reach certain zones, pages of records, its refusals. `next`
 * is what it says to the next call instead of an answer; `before` sees each call, and what it throws cuts the line.
 */
export function testCloudflare() {
  const zones = new Map<string, { id: string; name: string; status: string; records: Raw[] }>();
  const tokens = new Map<string, { zones: string[]; canEdit: boolean }>();
  const calls: string[] = [];
  const seen: string[] = [];
  const state = { next: [] as Failure[], pageSize: 100, before: (_call: string) => {}, after: (_call: string) => {} };
  let ids = 0;

  const server = Bun.serve({
    ...{ hostname: "127.0.0.1", port: 0 },
    async fetch(request) {
      const url = new URL(request.url);
      const path = url.pathname.replace(/^\/client\/v4/, "");
      const name = `${request.method} ${path}`;
      calls.push(name);
      const token = tokens.get(request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "");
      seen.push(url.href);
      state.before(name);
      const failure = state.next.shift();
      if (failure) return refusal(failure);
      if (!token) return refusal({ status: 403, code: 9109 });
      const response = await answer(request, path, url, token);
      state.after(name);
      return response;
    },
    error: () => new Response("the line is cut", { status: 502 }),
  });
  afterAll(() => server.stop(true));

  async function answer(request: Request, path: string, url: URL, token: { zones: string[]; canEdit: boolean }) {
    if (path === "/zones") {
      const zone = zones.get(url.searchParams.get("name") ?? "");
      const permissions = ["#zone:read", ...(token.canEdit ? ["#dns_records:edit"] : [])];
      return reply(
        zone && token.zones.includes(zone.name)
          ? [{ id: zone.id, name: zone.name, status: zone.status, permissions }]
          : [],
      );
    }
    const [, zoneId, recordId] = /^\/zones\/([^/]+)\/dns_records(?:\/([^/]+))?$/.exec(path) ?? [];
    const zone = [...zones.values()].find(({ id }) => id === zoneId);
    if (!zone || !token.zones.includes(zone.name)) return refusal({ status: 403, code: 10_000 });
    if (request.method === "GET") {
      const page = Number(url.searchParams.get("page") ?? 1);
      const part = zone.records.slice((page - 1) * state.pageSize, page * state.pageSize);
      const pages = Math.max(1, Math.ceil(zone.records.length / state.pageSize));
      return reply(part, { result_info: { page, per_page: state.pageSize, total_pages: pages } });
    }
    if (!token.canEdit) return refusal({ status: 403, code: 10_000 });
    const at = zone.records.findIndex(({ id }) => id === recordId);
    if (recordId && at < 0) return refusal({ status: 404, code: 81_044 });
    if (request.method === "DELETE") {
      zone.records.splice(at, 1);
      return reply({ id: recordId });
    }
    const body = { ...zone.records[at], ...((await request.json()) as Body) };
    const kept = store(recordId ?? `rec${++ids}`, body, zone.records);
    if (!("id" in kept)) return refusal(kept as Failure);
    if (recordId) zone.records[at] = kept;
    else zone.records.push(kept);
    return reply(kept);
  }

  return {
    ...{ url: `http://127.0.0.1:${server.port}/client/v4`, state, calls, seen },
    /** A zone with records, and a token for it. */
    addZone(name: string, records: (Body & { type: string; name: string })[] = [], canEdit = true) {
      const zone = { id: `zone-${name}`, name, status: "active", records: [] as Raw[] };
      for (const body of records) zone.records.push(store(`rec${++ids}`, { ttl: 300, ...body }, []) as Raw);
      zones.set(name, zone);
      const token = `token-${Bun.randomUUIDv7()}`;
      tokens.set(token, { zones: [name], canEdit });
      return { token, zone };
    },
    revoke: (token: string) => void tokens.delete(token),
  };
}
