/** A request that is answered with `application/problem+json` (RFC 7807), the way Stalwart words its errors. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }

  toResponse(): Response {
    const { status, title, detail, extra, headers } = this;
    const body = { type: "about:blank", status, title, detail, ...extra };
    return Response.json(body, { status, headers: { ...headers, "Content-Type": "application/problem+json" } });
  }
}

const jmapError = (name: string) => ({ type: `urn:ietf:params:jmap:error:${name}` });

export const notJson = (detail: string) => new Problem(400, "Invalid JSON", detail, jmapError("notJSON"));
/** Bad requests and unknown capabilities alike. */
export const notRequest = (detail: string) => new Problem(400, "Invalid Request", detail, jmapError("notRequest"));
/** A limit of the core capability; the concurrency limits too are a 400. */
export const limitExceeded = (limit: string) =>
  new Problem(400, "Limit Exceeded", `The limit ${limit} was exceeded.`, { ...jmapError("limit"), limit });
export const notFound = () => new Problem(404, "Not Found", "The requested resource does not exist.");
export const forbidden = () => new Problem(403, "Forbidden", "You do not have permission to do this.");
export const unauthorized = () =>
  new Problem(
    401,
    "Unauthorized",
    "You have to authenticate first.",
    {},
    {
      "WWW-Authenticate": 'Bearer realm="DeftMail", Basic realm="DeftMail"',
    },
  );
export const mfaRequired = () =>
  new Problem(402, "TOTP code required", "A TOTP code is required to authenticate this account.");
