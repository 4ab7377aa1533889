import { createClient } from "@hey-api/openapi-ts";
import { join } from "node:path";

/** What a function of the generated client takes and gives. */
type Call = (options?: {
  client?: unknown;
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
}) => Promise<{ data?: unknown; error?: { error: { key: string } }; response: Response }>;

type ClientModule = { createClient(config: Record<string, unknown>): unknown };

/**
 * A client made by a public generator from the document that the running application serves, with nothing of ours in it. `fetch` and
 * `token` are what its user adds.
 */
export async function generateSdk(url: string, folder: string) {
  await createClient({
    input: `${url}/api/v1/openapi.json`,
    output: { path: folder },
    logs: { level: "silent" },
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
  });
  const calls = (await import(join(folder, "sdk.gen.ts"))) as Record<string, Call>;
  const { createClient: open } = (await import(join(folder, "client/client.gen.ts"))) as ClientModule;
  return function sdk(config: { fetch?: typeof fetch; auth?: string }) {
    const client = open({ baseUrl: `${url}/api/v1`, ...config });
    /** Calls an operation by its id and gives its answer; throws with the key of the failure. */
    async function ask<Answer>(operation: string, options: Parameters<Call>[0] = {}): Promise<Answer> {
      const { data, error, response } = await calls[operation]!({ ...options, client });
      if (!response.ok) throw new Error(`${operation}: ${response.status} ${error?.error.key}`);
      return data as Answer;
    }
    return ask;
  };
}

/** `fetch` as a program with a cookie jar does it: a session needs an `Origin`, as the document says. */
export function cookieFetch(url: string): typeof fetch {
  const jar = new Map<string, string>();
  const withCookies = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    request.headers.set("origin", url);
    request.headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const { name, value } = Bun.Cookie.parse(line);
      jar.set(name, value);
    }
    return response;
  };
  return withCookies as typeof fetch;
}
