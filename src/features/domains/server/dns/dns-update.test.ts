import { afterAll, describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { createDnsClient } from "./dns-client";
import { makeDkimKey, dkimText } from "./dkim-key";
import { replaceTexts, type UpdateTarget } from "./dns-update";
import { DnsUpdateError } from "./dns-update-error";
import { hasKnot, startKnot } from "./testing-knot";
import { startUpdateServer } from "./testing-update-server";

const zone = "keys.example.net";
const keyOf = (algorithm: string) => ({ keyName: "panel", algorithm, secret: randomBytes(32).toString("base64") });
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "none",
    (error: unknown) => (error instanceof DnsUpdateError ? error.reason : Promise.reject(error)),
  );
const change = (value: string | null, name = `dm1-a.${zone}`) => ({ zone, texts: [{ name, value }], ttlSeconds: 60 });

describe("a zone that a server of ours keeps", async () => {
  const key = keyOf("hmac-sha256");
  const primary = await startUpdateServer(key, zone);
  afterAll(primary.stop);
  const target: UpdateTarget = { ...key, server: primary.server };

  test("a long text is published, exchanged and taken away", async () => {
    const long = dkimText({ algorithm: "rsa-sha256", ...(await makeDkimKey()) });
    await replaceTexts(target, change(long));
    await replaceTexts(target, change("v=DKIM1; p=second"));
    expect([...primary.texts]).toEqual([[`dm1-a.${zone}`, "v=DKIM1; p=second"]]);
    await replaceTexts(target, change(null));
    await replaceTexts(target, change(null));
    expect(primary.texts.size).toBe(0);
  });

  test("what a server says without its signature is not believed", async () => {
    primary.mood.now = "unsigned";
    expect(await reasonOf(replaceTexts(target, change("x")))).toBe("UNSIGNED");
    primary.mood.now = "failing";
    expect(await reasonOf(replaceTexts(target, change("x")))).toBe("SERVFAIL");
    primary.mood.now = "well";
  });

  test("a server that is not there, another secret and another zone are told apart", async () => {
    expect(await reasonOf(replaceTexts({ ...target, server: "127.0.0.1:1" }, change("x")))).toBe("ECONNREFUSED");
    expect(await reasonOf(replaceTexts({ ...target, secret: "AAAA" }, change("x")))).toBe("NOTAUTH");
    expect(await reasonOf(replaceTexts(target, { ...change("x"), zone: "other.example.net" }))).toBe("REFUSED");
  });
});

describe.skipIf(!hasKnot)("a zone that Knot DNS keeps", async () => {
  if (!hasKnot) return;
  for (const algorithm of ["hmac-sha256", "hmac-sha384", "hmac-sha512"]) {
    const key = keyOf(algorithm);
    const knot = await startKnot(key, zone);
    afterAll(knot.stop);
    const target: UpdateTarget = { ...key, server: knot.server };
    const ask = createDnsClient({ servers: [{ host: "127.0.0.1", port: knot.port }], isRecursive: false });
    const shown = async (name = `dm1-a.${zone}`) => {
      const { answer } = await ask(name, "TXT");
      return answer.status === "found" ? answer.records : answer.status;
    };

    test(`a key is published, exchanged and taken away under ${algorithm}`, async () => {
      while ((await ask(zone, "SOA")).answer.status !== "found") await Bun.sleep(20);
      const [first, second] = await Promise.all([makeDkimKey(), makeDkimKey()]);
      const textOf = ({ publicKey }: { publicKey: string }) => dkimText({ algorithm: "rsa-sha256", publicKey });
      await replaceTexts(target, change(textOf(first)));
      expect(await shown()).toEqual([textOf(first)]);
      await replaceTexts(target, change(textOf(second)));
      await replaceTexts(target, change(textOf(second)));
      expect(await shown()).toEqual([textOf(second)]);
      await replaceTexts(target, change(null));
      expect(await shown()).toBe("absent");
    });

    test(`all or nothing of a change is done under ${algorithm}`, async () => {
      const texts = ["dm1-b", "taken"].map((label) => ({ name: `${label}.${zone}`, value: "v=DKIM1; p=x" }));
      expect(await reasonOf(replaceTexts(target, { zone, texts, ttlSeconds: 60 }))).toBe("YXRRSET");
      expect(await shown(`dm1-b.${zone}`)).toBe("absent");
    });

    test(`another secret, key, clock or zone is refused in words under ${algorithm}`, async () => {
      const wrong = (more: Partial<UpdateTarget>) => reasonOf(replaceTexts({ ...target, ...more }, change("x")));
      expect(await wrong({ secret: randomBytes(32).toString("base64") })).toBe("BADSIG");
      expect(await wrong({ keyName: "stranger" })).toBe("BADKEY");
      const late = new Date(Date.now() - 3_600_000);
      expect(await reasonOf(replaceTexts(target, change("x"), late))).toBe("BADTIME");
      expect(await reasonOf(replaceTexts(target, { ...change("x"), zone: "other.example.net" }))).toBe("NOTAUTH");
      expect(await shown()).toBe("absent");
    });
  }
});
