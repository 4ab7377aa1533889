import { createSignal } from "solid-js";
import { Button } from "~/ui/button";
import { DownloadIcon } from "~/ui/icons";
import { toast } from "~/ui/toast-store";
import { failureKeyOf } from "../failure-key";
import { failureText } from "../failure-text";
import { requireFresh } from "./queries";

/** Downloads a file for which one has to have proven who one is: asks for that first, and only when it is long ago. */
export function ExportButton(props: { href: string; label: string }) {
  const [isBusy, setBusy] = createSignal(false);
  const download = async () => {
    if (isBusy()) return;
    setBusy(true);
    try {
      await requireFresh();
      window.location.assign(props.href);
    } catch (error) {
      if (failureKeyOf(error) !== "auth.reauth_required") toast(failureText(error), { tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={isBusy()} icon={<DownloadIcon size={16} />} onClick={() => void download()}>
      {props.label}
    </Button>
  );
}
