import { createSign } from "node:crypto";
import { type ConnectKey, pemOf, splitKeyHost, templateId } from "./template";

export type LinkTo = {
  /** Address of the provider's page, without a slash at its end. */
  urlSyncUX: string;
  zone: string;
  /** The domain within its zone; empty for the zone itself. */
  host: string;
  groups: string[];
  values: Record<string, string>;
  redirectUri: string;
};

/** RFC 3986 section 2.3: more is left as it is by `encodeURIComponent` than may be. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A link to the provider's page that shows the records and asks for consent, signed (section 8.3.2.1, RS256): nobody else can fill in our template. */
export function applyLink(connect: ConnectKey, { urlSyncUX, zone, host, groups, values, redirectUri }: LinkTo): string {
  const { providerId, serviceId } = templateId(connect);
  const parameters = {
    ...{ domain: zone, ...(host ? { host } : {}), groupId: groups.join(","), redirect_uri: redirectUri },
    ...values,
  };
  const query = Object.entries(parameters)
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map((pair) => pair.join("="))
    .join("&");
  const sig = createSign("RSA-SHA256").update(query).sign(pemOf(connect.privateKey), "base64");
  const path = `v2/domainTemplates/providers/${encoded(providerId)}/services/${encoded(serviceId)}/apply`;
  return `${urlSyncUX}/${path}?${query}&key=${encoded(splitKeyHost(connect).key)}&sig=${encoded(sig)}`;
}
