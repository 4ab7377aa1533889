import { startEmbeddedEngine } from "../engine";

/** A whole engine for `crash.test.ts` to kill; writes where it can be reached as one line of JSON. */
const [dataDir = "", dnsServer = ""] = process.argv.slice(2);

const { baseUrl, smtpPort } = await startEmbeddedEngine({
  dataDir,
  hostname: "mail.acme.test",
  httpPort: 0,
  smtpPort: 0,
  submissionPort: 0,
  adminToken: "operator-token",
  dns: { servers: [dnsServer] },
});
await Bun.stdout.write(`${JSON.stringify({ baseUrl, smtpPort })}\n`);
