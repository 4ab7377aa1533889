import { action, query, reload } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import { userDetail } from "../queries";

/** When a mailbox was stopped from sending, newest first. */
export const guardCases = query(
  (userId: string) => pageData(() => trpc.users.guard.list.query({ userId, limit: 5 })),
  "users.guard.list",
);

const refreshed = () => reload({ revalidate: [guardCases.key, userDetail.key] });

export const releaseCase = action(async (caseId: string) => {
  await trpc.users.guard.release.mutate({ caseId });
  return refreshed();
}, "users.guard.release");

export const confirmCase = action(async (caseId: string) => {
  await trpc.users.guard.confirm.mutate({ caseId });
  return refreshed();
}, "users.guard.confirm");
