import { mailAddress } from "~/lib/mail-address";
import type { Platform } from "~/server/services";
import { ourMtaStsPolicy, writeMtaStsPolicy } from "../dns/mta-sts-policy";
import { platformNames } from "../platform-names";
import { appleProfile } from "./apple-profile";
import { mailServices } from "./mail-services";
import { mozillaConfig } from "./mozilla-config";
import { outlookConfig, readOutlookRequest } from "./outlook-config";
import { readBody } from "./read-body";
import type { SetupRole } from "./setup-host";

/** One file that mail programs and servers fetch. `domain` is whom it is for; where the host does not tell, the request does. */
export type SetupFile = {
  path: RegExp;
  method: "GET" | "POST";
  /** Host names below, or of, a customer's domain at which it is served; `own`: also at our own. */
  roles: (SetupRole | "own")[];
  write(asked: Asked, platform: Platform): Promise<Written | undefined>;
};
export type Asked = { request: Request; url: URL; /** Undefined at our own host. */ domain?: string };
export type Written = {
  body: string;
  type: string;
  /** For whom, when the host did not tell. */ domain: string;
  headers?: Record<string, string>;
};

const xmlType = "application/xml; charset=utf-8";
/** A request of Outlook has some hundred octets. */
const longestRequest = 16_384;

/** The address, if it is one of the domain that the host stands for. */
function addressWithin(
  address: string | undefined,
  domain: string | undefined,
): { address: string; domain: string } | undefined {
  const lower = address?.toLowerCase() ?? "";
  const own = lower.slice(lower.lastIndexOf("@") + 1);
  return mailAddress.test(lower) && (domain === undefined || own === domain)
    ? { address: lower, domain: own }
    : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

const mozilla: SetupFile["write"] = async ({ domain = "" }, platform) => ({
  ...{ body: mozillaConfig(domain, mailServices(platform)), type: xmlType, domain },
});

const outlook: SetupFile["write"] = async ({ request, domain }, platform) => {
  const body = await readBody(request, longestRequest);
  const found = addressWithin(body === undefined ? undefined : readOutlookRequest(body), domain);
  return found && { body: outlookConfig(found.address, mailServices(platform)), type: xmlType, domain: found.domain };
};

/** Newer programs ask first where Autodiscover is. */
const outlookJson: SetupFile["write"] = async ({ url, domain }) => {
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const inPath = /\/v1\.0\/([^/]+)$/i.exec(url.pathname)?.[1];
  const found = addressWithin(inPath ? decoded(inPath) : query.get("email"), domain);
  if (!found || query.get("protocol")?.toLowerCase() !== "autodiscoverv1") return undefined;
  const where = `https://${url.hostname}/autodiscover/autodiscover.xml`;
  return {
    body: JSON.stringify({ Protocol: "AutodiscoverV1", Url: where }),
    type: "application/json",
    domain: found.domain,
  };
};

const apple: SetupFile["write"] = async ({ url, domain }, platform) => {
  const found = addressWithin(decoded(/\/apple\/(.+)\.mobileconfig$/i.exec(url.pathname)?.[1] ?? ""), domain);
  return (
    found && {
      ...{ body: appleProfile(found.address, mailServices(platform)), domain: found.domain },
      type: "application/x-apple-aspen-config",
      headers: { "content-disposition": 'attachment; filename="mail.mobileconfig"' },
    }
  );
};

const mtaSts: SetupFile["write"] = async ({ domain = "" }, platform) => ({
  ...{ body: writeMtaStsPolicy(ourMtaStsPolicy(platformNames(platform).mxHosts, platform.mtaStsMode)), domain },
  type: "text/plain; charset=utf-8",
});

export const setupFiles: SetupFile[] = [
  { path: /^\/mail\/config-v1\.1\.xml$/, method: "GET", roles: ["autoconfig"], write: mozilla },
  {
    path: /^\/\.well-known\/autoconfig\/mail\/config-v1\.1\.xml$/,
    method: "GET",
    roles: ["autoconfig", "domain"],
    write: mozilla,
  },
  {
    path: /^\/autodiscover\/autodiscover\.xml$/i,
    method: "POST",
    roles: ["autodiscover", "domain", "own"],
    write: outlook,
  },
  {
    path: /^\/autodiscover\/autodiscover\.json(?:\/v1\.0\/[^/]+)?$/i,
    method: "GET",
    roles: ["autodiscover", "domain", "own"],
    write: outlookJson,
  },
  { path: /^\/apple\/[^/]{3,400}\.mobileconfig$/i, method: "GET", roles: ["autoconfig", "own"], write: apple },
  { path: /^\/\.well-known\/mta-sts\.txt$/, method: "GET", roles: ["mta-sts"], write: mtaSts },
];
