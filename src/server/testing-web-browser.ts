import { afterAll } from "bun:test";
import { createAnswer } from "./http/answer";
import type { Kv } from "./kv";
import type { Services } from "./services";

/** Serves `services` over HTTP on a free port of this machine, as the web process does, without pages. */
export function serve(services: Services, kv: Kv): Services & { url: string } {
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response(null, { status: 503 }) });
  const url = `http://127.0.0.1:${server.port}`;
  const served = { ...services, platform: { ...services.platform, appUrl: url }, url };
  const renderPage = async () => new Response("a page", { headers: { "content-type": "text/html" } });
  const floodLimit = { max: 100_000, windowSeconds: 60 };
  const answer = createAnswer({ services: served, kv, renderPage, staticFile: async () => null, floodLimit });
  server.reload({ fetch: (request) => answer(request, "127.0.0.1") });
  afterAll(() => server.stop(true));
  return served;
}

type Seen = { url: URL; status: number; text: string };

/** A browser that keeps the cookies of each origin and follows redirects, so that a visit to a provider and back can be made by HTTP. */
export function webBrowser(origin: string) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => jars.get(url.origin) ?? jars.set(url.origin, new Map()).get(url.origin)!;

  async function ask(address: string | URL, init: RequestInit = {}): Promise<Response & { at: URL }> {
    const url = new URL(address, origin);
    const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers({ ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) });
    if (init.method === "POST") headers.set("origin", url.origin);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const { name, value, maxAge, expires } = Bun.Cookie.parse(line);
      const isOver = maxAge === 0 || (expires !== undefined && new Date(expires).getTime() < Date.now());
      if (isOver) jarOf(url).delete(name);
      else jarOf(url).set(name, value);
    }
    return Object.assign(response, { at: url });
  }

  /** Goes where it is sent until a page is shown, or until `stop` says that this redirect is not to be followed. */
  async function follow(first: string | URL, init?: RequestInit, stop = (_: URL) => false): Promise<Seen> {
    let response = await ask(first, init);
    for (let hop = 0; hop < 12; hop++) {
      const location = response.headers.get("location");
      if (!location) return { url: response.at, status: response.status, text: await response.text() };
      const next = new URL(location, response.at);
      if (stop(next)) return { url: next, status: 0, text: "" };
      response = await ask(next);
    }
    throw new Error("sent in circles");
  }

  return {
    ask,
    follow,
    cookies: () => jarOf(new URL(origin)),
    /** The same browser as it is now. */
    copy() {
      const other = webBrowser(origin);
      for (const [name, value] of jarOf(new URL(origin))) other.cookies().set(name, value);
      return other;
    },
    async call(procedure: string, input?: object): Promise<{ status: number; data: unknown; failure?: string }> {
      const headers = { "content-type": "application/json" };
      const post = { method: "POST", headers, body: JSON.stringify(input ?? {}) };
      const response = await ask(`/api/trpc/${procedure}`, input ? post : undefined);
      const { result, error } = (await response.json()) as {
        result?: { data: unknown };
        error?: { data: { failure: { key: string } } };
      };
      return { status: response.status, data: result?.data, failure: error?.data.failure.key };
    },
    /** Sets out to a provider, signs in there as `login` and comes back; the last redirect is `stop`'s, or a page. */
    async visit(start: string, login: string, stop?: (url: URL) => boolean): Promise<Seen> {
      let page = await follow(start, undefined, stop);
      for (let step = 0; step < 4 && page.text.includes("</form>"); step++) {
        const action = /<form[^>]* action="([^"]+)"/.exec(page.text)![1]!;
        const prompt = /name="prompt" value="(\w+)"/.exec(page.text)![1]!;
        const body = new URLSearchParams({ prompt, login, password: "any" });
        page = await follow(new URL(action, page.url), { method: "POST", body }, stop);
      }
      return page;
    },
  };
}
