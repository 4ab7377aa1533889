import { afterAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corpusRows } from "../../../lib/testing-corpora";
import { parseMessage } from "./parse-message";
import { openTestMail } from "./testing";

type Row = {
  file: string;
  consensus?: { subject?: string; from?: string; to?: string[]; messageId?: string; date?: number | null };
};

const rows = corpusRows<Row>("mime/manifest.jsonl");
const folder = process.env.CORPORA_DIR ?? join(import.meta.dir, "../../../../../shared/corpora");
const read = (row: Row) => new Uint8Array(readFileSync(join(folder, row.file)));

const { store, mail, close } = openTestMail();
afterAll(close);

/** Fields in which we differ from what other parsers agree on, and why. */
const knownDifferences: Record<string, string> = {
  "mikel_mail/error_emails-invalid_subject_characters.eml subject":
    "8-bit text is read as windows-1252 instead of replaced",
  "jstedfast_MimeKit/messages-delivery-status.txt.eml to": "an empty address is no address",
  "authored/nul-in-header.eml subject": "NULs are removed",
};

describe("ordinary and broken messages of many senders", () => {
  test("each is filed within two seconds, whatever it does", async () => {
    expect(rows.length).toBeGreaterThan(400);
    for (const row of rows) {
      const start = performance.now();
      await store.deliver({ accountId: "f", raw: read(row) });
      expect([row.file, performance.now() - start < 2000]).toEqual([row.file, true]);
    }
    expect(mail.db.query("select total_emails from mailboxes where id = 0").get()).toEqual({
      total_emails: rows.length,
    });
  }, 60_000);

  test("sender, recipients, subject, date and Message-ID are those that other parsers read", () => {
    const fold = (text: string) => text.replace(/\s+/g, " ").trim();
    const differences: string[] = [];
    for (const row of rows) {
      const { envelope, sentAt } = parseMessage(read(row));
      const ours: Record<string, unknown> = {
        subject: fold(envelope.subject ?? ""),
        from: envelope.from?.[0]?.email.toLowerCase() ?? "",
        to: (envelope.to ?? []).map(({ email }) => email.toLowerCase()),
        messageId: envelope.messageId?.[0] ?? "",
        date: sentAt === null ? null : sentAt / 1000,
      };
      for (const [field, theirs] of Object.entries(row.consensus ?? {})) {
        const name = `${row.file.replace("mime/", "")} ${field}`;
        if (field in ours && !knownDifferences[name] && !Bun.deepEquals(ours[field], theirs)) {
          differences.push(`${name}: ${JSON.stringify(ours[field])} instead of ${JSON.stringify(theirs)}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });
});
