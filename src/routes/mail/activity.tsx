import { createAsync, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { Show } from "solid-js";
import { Activity } from "~/features/webmail/ui/activity";
import { activityPage } from "~/features/webmail/ui/queries";

export default function ActivityRoute() {
  const [params] = useSearchParams();
  const after = () => cursorOf(params.after);
  const page = createAsync(() => activityPage(after()));
  return <Show when={page()}>{(read) => <Activity page={read()} after={after()} />}</Show>;
}
