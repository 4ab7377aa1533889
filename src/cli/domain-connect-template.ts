import { domainConnectTemplate, publicKeyTexts } from "../features/domains/server/connect/domain-connect/template";
import { runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run domain-connect:template [--json]

Prints what DNS providers have to take in so that customers can set their DNS up on one press (Domain Connect): the
template, as its file for them, and the TXT records that publish the key for signed links. Needs DOMAIN_CONNECT_KEY
and DOMAIN_CONNECT_KEY_HOST.`,
  words: 0,
  async run({ services, print }) {
    const { platform } = services;
    const connect = platform.domainConnect;
    if (!connect) throw new UsageError("Set DOMAIN_CONNECT_KEY and DOMAIN_CONNECT_KEY_HOST first.");
    const template = domainConnectTemplate(platform, connect);
    const records = publicKeyTexts(connect).map((value) => ({ name: connect.keyHost, type: "TXT", value }));
    const lines = records.map(({ name, value }) => `${name}. 3600 IN TXT "${value}"`);
    const file = `${template.providerId}.${template.serviceId}.json`;
    print([`${file}:`, JSON.stringify(template, null, 2), "", ...lines].join("\n"), { file, template, records });
    return 0;
  },
});
