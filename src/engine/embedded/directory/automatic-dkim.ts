import { encodeId } from "../ids";
import type { DirectoryContext } from "./directory-context";
import { generateDkimKey } from "./dkim-key";
import { DkimSignatureBody, insertDkimSignature } from "./dkim-signature-object";

const types = { Dkim1RsaSha256: "rsa", Dkim1Ed25519Sha256: "ed25519" } as const;

/**
 * Makes the two keys of a domain whose DKIM is managed by the server, some time after the domain itself, as Stalwart's task does.
 * With DNS managed by hand they are active at once. Domains that a stop left without keys get them at the next start.
 */
export function createAutomaticDkim(context: DirectoryContext, delay = 20) {
  const timers = new Set<Timer>();
  let isClosed = false;

  function generate(domain: number): void {
    const found = context.store.find("Domain", domain);
    if (isClosed || !found || context.store.listOfDomain("DkimSignature", domain).length > 0) return;
    const date = context.now().toISOString().slice(0, 10).replaceAll("-", "");
    for (const [type, name] of Object.entries(types)) {
      const secret = generateDkimKey(type as keyof typeof types);
      insertDkimSignature(
        context,
        DkimSignatureBody.parse({
          "@type": type,
          domainId: encodeId(domain),
          selector: `v1-${name}-${date}`,
          privateKey: { "@type": "Text", secret },
        }),
      );
    }
  }

  const schedule = (domain: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      generate(domain);
    }, delay);
    timers.add(timer);
  };

  for (const { id, body } of context.store.list("Domain"))
    if ((body.dkimManagement as { "@type": string })["@type"] === "Automatic") schedule(id);

  return {
    schedule,
    close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
