import { revalidate } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { WarningIcon } from "~/ui/basic-icons";
import { MailIcon } from "~/ui/icons";
import { Skeleton } from "~/ui/skeleton";
import { pageFailureText } from "./failure-text";
import type { Failed } from "./page-data";
import { mailKeys } from "./queries";

/** The reader while no thread is chosen. */
export const NothingOpen = () => (
  <div data-slot="reader-rest">
    <EmptyState icon={<MailIcon />} title={t("webmail.nothingOpenTitle")}>
      {t("webmail.nothingOpenText")}
    </EmptyState>
  </div>
);

/** What stands where mail should be when it cannot be read, with a way to try again. */
export const MailProblem = (props: Failed) => (
  <div data-slot="reader-rest" role="alert">
    <EmptyState
      icon={<WarningIcon />}
      title={t("webmail.problemTitle")}
      action={
        <Button variant="primary" onClick={() => void revalidate(mailKeys)}>
          {t("common.retry")}
        </Button>
      }
    >
      {pageFailureText(props)}
    </EmptyState>
  </div>
);

/** The shape of a message while it is on its way. */
export const ReaderSkeleton = () => (
  <div data-slot="reader" aria-busy="true">
    <Skeleton class="h-6 w-64 max-w-full" />
    <div class="flex gap-3 mt-5">
      <Skeleton class="h-9 w-9" />
      <div class="grid gap-2 flex-1">
        <Skeleton class="h-4 w-40" />
        <Skeleton class="h-4 w-24" />
      </div>
    </div>
    <div class="grid gap-3 mt-5">
      <Skeleton class="h-4 w-full" />
      <Skeleton class="h-4 w-full" />
      <Skeleton class="h-4 w-60" />
    </div>
  </div>
);
