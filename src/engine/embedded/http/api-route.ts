import { z } from "zod";
import { knownCapabilities } from "../jmap/capabilities";
import { coreLimits } from "../jmap/jmap";
import { processCalls } from "../jmap/process-calls";
import { requirePrincipal } from "./authenticate-request";
import type { HttpContext } from "./http-context";
import { limitExceeded, notJson, notRequest } from "./problem";
import { readBody } from "./read-body";
import { buildSession } from "./session";

const JmapRequest = z.object({
  using: z.array(z.string().max(255)).max(100),
  methodCalls: z.array(z.tuple([z.string().max(100), z.record(z.string(), z.unknown()), z.string().max(255)])),
  createdIds: z.record(z.string(), z.string()).nullish(),
});

function parseRequest(body: Uint8Array): z.infer<typeof JmapRequest> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw notRequest("The body is not valid JSON.");
  }
  const parsed = JmapRequest.safeParse(json);
  if (!parsed.success) throw notRequest("The body is not a valid JMAP request.");
  if (parsed.data.methodCalls.length > coreLimits.maxCallsInRequest) throw limitExceeded("maxCallsInRequest");
  const unknown = parsed.data.using.find((urn) => !knownCapabilities.has(urn));
  if (unknown !== undefined) throw notRequest(`Unknown capability ${unknown.slice(0, 100)}.`);
  return parsed.data;
}

/** POST /jmap/ (RFC 8620 section 3). */
export async function apiRoute(context: HttpContext, request: Request, ip: string): Promise<Response> {
  const { directory } = context.jmap;
  const principal = await requirePrincipal(directory, request, ip);
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw notJson("The content type must be application/json.");
  return context.requests.run(principal.accountId, async () => {
    const body = parseRequest(await readBody(request, coreLimits.maxSizeRequest, "maxSizeRequest"));
    const createdIds = new Map(Object.entries(body.createdIds ?? {}));
    const using = new Set(body.using);
    const methodResponses = await processCalls(context, { principal, using, createdIds, ip }, body.methodCalls);
    return Response.json({
      methodResponses,
      ...(body.createdIds ? { createdIds: Object.fromEntries(createdIds) } : {}),
      sessionState: buildSession(directory, principal, context.publicUrl()).state,
    });
  });
}
