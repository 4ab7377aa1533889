import { providerVisits } from "../../features/auth/server/oauth/provider-visits";
import { auditFile } from "../../features/auth/server/audit/audit-file";
import { tenantFile } from "../../features/auth/server/tenant/tenant-file";
import { importFile } from "../../features/users/server/imports/import-file";
import { bulkFile } from "../../features/users/server/bulk/bulk-file";
import { usersFile } from "../../features/users/server/users-file";
import { createClientSetup } from "../../features/domains/server/client-setup/answer-client-setup";
import { createTlsAsk } from "../../features/domains/server/client-setup/answer-tls-ask";
import { answerUpload } from "../../features/webmail/server/files/answer-upload";
import { webmailFiles } from "../../features/webmail/server/files";
import { pictureFiles } from "../../features/webmail/server/reading/picture-files";
import type { Context } from "../context";
import { createRequestContext } from "../create-context";
import { createEngineHook } from "../engine-events/answer-engine-hook";
import type { Kv } from "../kv";
import { createOperator } from "../operator/answer-operator";
import { answerRest } from "../rest/answer-rest";
import { restPrefix } from "../rest/rest-routes";
import { errorBody } from "../rest/error-body";
import type { Services } from "../services";
import { answerFailure } from "./answer-failure";
import { answerPage } from "./answer-page";
import { answerTrpc } from "./answer-trpc";
import { createCors } from "./cors";
import type { Exchange, KnownStep, Step } from "./exchange";
import { createFloodGate, type FloodLimit } from "./flood-gate";
import { createHealth } from "./health";
import { refusalOf } from "./request-guard";
import { addSecurityHeaders } from "./security-headers";

export type AnswerOptions = {
  services: Services;
  kv: Kv;
  /** SolidStart's built handler. */
  renderPage: (request: Request) => Promise<Response>;
  staticFile: (request: Request, pathname: string) => Promise<Response | null>;
  floodLimit: FloodLimit;
  /** Addresses of the proxies in front. */
  trustedProxies?: string[];
};

type FileAnswer = (request: Request, pathname: string, context: Context) => Promise<Response | null>;
const files: FileAnswer[] = [
  webmailFiles,
  answerUpload,
  pictureFiles,
  providerVisits,
  auditFile,
  usersFile,
  bulkFile,
  importFile,
  tenantFile,
];

const answerFiles: KnownStep = async ({ request, url, context }) => {
  for (const file of files) {
    const found = await file(request, url.pathname, context);
    if (found) return found;
  }
  return null;
};

const answerApi: KnownStep = ({ request, url, context }) =>
  url.pathname.startsWith(`${restPrefix}/`) ? answerRest(request, url, context) : null;

/** Answers every request of the web process; `ip` is who asks. */
export function createAnswer({ services, kv, renderPage, staticFile, floodLimit, trustedProxies = [] }: AnswerOptions) {
  const { platform, log } = services;
  const health = createHealth(services, kv);
  const floodGate = createFloodGate(services, kv, floodLimit);

  /** What each request passes, in this order; the first step that answers, or throws, ends it. */
  const steps: Step[] = [
    // Probes ask by address, not by name.
    ({ url }) => health(url.pathname),
    // By customers' host names, hence before a foreign name is refused.
    createTlsAsk(services, trustedProxies),
    createClientSetup(services, floodGate),
    // By the name that the mail server has for us; however much there is to tell.
    createEngineHook(services),
    createCors(platform),
    ({ request, url, isAllowedOrigin }) => refusalOf(request, url, platform, isAllowedOrigin),
    ({ request, url }) => staticFile(request, url.pathname),
    floodGate,
    createOperator(services),
  ];
  /** Then who asks, and so which tenant, is found out; from here on that is known. The last one always answers. */
  const knownSteps: KnownStep[] = [
    // Schemas, roles and limits of single acts stand in front of each procedure's verb.
    answerApi,
    answerTrpc,
    answerFiles,
    answerPage(renderPage),
  ];

  async function pass(exchange: Exchange): Promise<Response> {
    for (const step of steps) {
      const response = await step(exchange);
      if (response) return response;
    }
    const { context, cookieHeaders } = await createRequestContext(services, exchange);
    try {
      for (const step of knownSteps) {
        const response = await step({ ...exchange, context });
        if (response) return response;
      }
    } finally {
      for (const cookie of cookieHeaders) exchange.headers.append("set-cookie", cookie);
    }
    throw new Error("no step answered");
  }

  return async (request: Request, ip: string): Promise<Response> => {
    const requestId = Bun.randomUUIDv7();
    const url = URL.parse(request.url);
    const headers = new Headers({ "x-request-id": requestId });
    const exchange: Exchange | null = url && { request, url, ip, requestId, headers, isAllowedOrigin: false };
    const response = await (
      exchange ? pass(exchange) : Promise.resolve(Response.json(errorBody({ key: "request.invalid" }), { status: 400 }))
    ).catch((error: unknown) => {
      const failed = answerFailure(error, url?.pathname ?? "");
      if (failed.response.status >= 500)
        log.error("a request failed", { error, request_id: requestId, ip, action: url?.pathname, result: failed.key });
      return failed.response;
    });
    return finish(response, headers, platform.secureCookies && !exchange?.isCustomerHost);
  };
}

/** Adds to whatever answer what every answer has. */
function finish(response: Response, more: Headers, secure: boolean): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of more) if (name !== "set-cookie") headers.append(name, value);
  for (const cookie of more.getSetCookie()) headers.append("set-cookie", cookie);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  addSecurityHeaders(headers, { secure });
  return new Response(response.body, { status: response.status, headers });
}
