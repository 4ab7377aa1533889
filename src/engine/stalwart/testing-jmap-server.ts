type Args = Record<string, unknown>;
type Answer = Args | { error: string } | [name: string, response: Args][];

/**
 * A JMAP server on loopback that answers each method call with what `answer` says, for what no real server does when asked to.
 * Result references are left to `answer`.
 */
export function serveJmap(answer: (method: string, args: Args) => Answer, accounts: Args = { a: {} }) {
  const asked: [method: string, args: Args][] = [];
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      if (request.method === "GET") return Response.json(session(accounts));
      const { methodCalls } = (await request.json()) as { methodCalls: [string, Args, string][] };
      const methodResponses = methodCalls.flatMap(([method, args, id]) => {
        asked.push([method, args]);
        const given = answer(method, args);
        if (Array.isArray(given)) return given.map(([name, response]) => [name, response, id]);
        return [typeof given.error === "string" ? ["error", { type: given.error }, id] : [method, given, id]];
      });
      return Response.json({ methodResponses, sessionState: "1" });
    },
  });
  return { baseUrl: `http://127.0.0.1:${server.port}`, asked, stop: () => server.stop(true) };
}

function session(accounts: Args) {
  const names = ["core", "mail", "submission"].map((name) => `urn:ietf:params:jmap:${name}`);
  const [account] = Object.keys(accounts);
  return {
    capabilities: Object.fromEntries(names.map((name) => [name, {}])),
    accounts,
    primaryAccounts: account ? Object.fromEntries([...names, "urn:stalwart:jmap"].map((name) => [name, account])) : {},
    apiUrl: "https://elsewhere.test/jmap/",
    downloadUrl: "https://elsewhere.test/download/{accountId}/{blobId}/{name}?accept={type}",
    uploadUrl: "https://elsewhere.test/upload/{accountId}/",
    eventSourceUrl: "https://elsewhere.test/events/?types={types}&closeafter={closeafter}&ping={ping}",
  };
}
