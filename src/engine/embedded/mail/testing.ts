import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMailStore } from "./mail-store";

/** A mail store on disk with the account `f`; `quota` bytes, 0 for none. `close` removes it. */
export function openTestMail(options: { historyLimit?: number; quota?: number; dataDir?: string } = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "mail-store-"));
  const account = { emailAddress: "ana@acme.test", displayName: "Ana", addresses: ["ana@acme.test"] };
  const opened = createMailStore({
    dataDir,
    historyLimit: options.historyLimit,
    directory: { findAccount: (accountId) => ({ accountId, ...account, maxDiskQuota: options.quota ?? 0 }) },
  });
  opened.store.openAccount("f");
  return {
    ...opened,
    dataDir,
    close() {
      opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Letter = { id?: string; subject?: string; references?: string; from?: string; body?: string };

/** A plain message as bytes. */
export function letter({
  id = crypto.randomUUID(),
  subject = "Hello",
  references,
  from,
  body = "Text.",
}: Letter = {}): Uint8Array {
  const lines = [
    `From: ${from ?? "Bo <bo@ext.test>"}`,
    "To: ana@acme.test",
    `Subject: ${subject}`,
    `Message-ID: <${id}@ext.test>`,
    ...(references ? [`References: ${references}`] : []),
    "Date: Tue, 01 Sep 2026 10:00:00 +0200",
    "",
    body,
  ];
  return Buffer.from(lines.join("\r\n"));
}
