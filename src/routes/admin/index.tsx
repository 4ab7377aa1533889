import { createAsync } from "@solidjs/router";
import { attention } from "~/features/users/ui/analytics/queries";
import { Overview } from "~/features/users/ui/overview";

export default function OverviewPage() {
  const read = createAsync(() => attention());
  return <Overview read={read()} />;
}
