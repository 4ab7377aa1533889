import { createSignal, splitProps } from "solid-js";
import { ConfirmDialog, type ConfirmDialogProps } from "~/ui/confirm-dialog";
import { toast } from "~/ui/toast-store";
import { failureText } from "./failure-text";

type ActDialogProps = Omit<ConfirmDialogProps, "open" | "busy" | "onConfirm"> & {
  act: () => Promise<unknown>;
  /** Said when it is done; the dialog closes then. Without it whoever asked goes on from there. */
  done?: string;
  /** What is said of a failure; in the words of the whole panel unless told. */
  wording?: (error: unknown) => string;
};

/** Asks before an act, runs it, and says how it went; when it fails, the dialog stays. */
export function ActDialog(props: ActDialogProps) {
  const [own, rest] = splitProps(props, ["act", "done", "wording"]);
  const [isBusy, setBusy] = createSignal(false);
  const run = async () => {
    const { act, done, wording = failureText } = own;
    const { onClose } = rest;
    setBusy(true);
    try {
      await act();
      if (done) {
        onClose();
        toast(done, { tone: "success" });
      }
    } catch (error) {
      toast(wording(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return <ConfirmDialog {...rest} open busy={isBusy()} onConfirm={() => void run()} />;
}
