import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { KeyAlgorithm, KeyMode } from "../../schema/dkim";
import { domainDetail } from "../queries";

/** The signing keys of a domain. */
export const signingKeys = query(
  (domainId: string) => pageData(() => trpc.domains.dkim.list.query({ domainId })),
  "domains.dkim",
);

const everything = [signingKeys.key, domainDetail.key];
type KeyRef = { domainId: string; algorithm: KeyAlgorithm };

export const rotateKey = action(async (key: KeyRef) => {
  await trpc.domains.dkim.rotate.mutate(key);
  return reload({ revalidate: everything });
}, "domains.dkim.rotate");

export const cancelRotation = action(async (key: KeyRef) => {
  await trpc.domains.dkim.cancelRotation.mutate(key);
  return reload({ revalidate: everything });
}, "domains.dkim.cancel");

export const replaceKey = action(async (key: KeyRef) => {
  await trpc.domains.dkim.replaceNow.mutate(key);
  return reload({ revalidate: everything });
}, "domains.dkim.replace");

export const addEd25519 = action(async (domainId: string) => {
  await trpc.domains.dkim.addEd25519.mutate({ domainId });
  return reload({ revalidate: everything });
}, "domains.dkim.add");

export const setKeyMode = action(async (input: { domainId: string; mode: KeyMode }) => {
  await trpc.domains.dkim.setMode.mutate(input);
  return reload({ revalidate: everything });
}, "domains.dkim.mode");
