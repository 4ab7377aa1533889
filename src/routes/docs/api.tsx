import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { apiReference } from "~/features/auth/ui/api/queries";
import { ReferencePage } from "~/features/auth/ui/api/reference-page";
import "~/features/auth/ui/api/reference.css";

export default function ApiReferencePage() {
  const reference = createAsync(() => apiReference());
  return <Show when={reference()}>{(known) => <ReferencePage reference={known()} />}</Show>;
}
