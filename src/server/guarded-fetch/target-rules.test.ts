import { expect, test } from "bun:test";
import type { Platform } from "../services";
import { targetRulesOf } from "./target-rules";

const platform: Platform = {
  ...{ appUrl: "https://panel.example.org:8443", mailHost: "mail.example.org", spfHost: "spf.example.org" },
  ...{ dmarcReportAddress: "dmarc@example.org", dnsServers: ["192.0.2.1"], trialZone: null },
  ...{ publicResolvers: [], dnsZoneRate: 1000, dkimZone: null, mtaStsMode: "testing", domainConnect: null },
  engineHookKey: null,
  ...{ refreshSeconds: 1, secureCookies: true, corsOrigins: [] },
};

test("in production only https to public addresses is spoken, and never with ourselves", () => {
  const { allowsHttp, allowsLoopback, ownHosts } = targetRulesOf(platform);
  expect([allowsHttp, allowsLoopback]).toEqual([false, false]);
  expect(ownHosts).toEqual(["panel.example.org", "mail.example.org", "spf.example.org"]);
});

test("a trial may also speak http, and with this machine only when that was asked for", () => {
  const trial = { ...platform, trialZone: { server: "127.0.0.1:5354", dataDir: "zones" } };
  const rules = [trial, { ...trial, allowsLoopbackTargets: true }].map(targetRulesOf);
  expect(rules.map(({ allowsHttp, allowsLoopback }) => [allowsHttp, allowsLoopback])).toEqual([
    [true, false],
    [true, true],
  ]);
});
