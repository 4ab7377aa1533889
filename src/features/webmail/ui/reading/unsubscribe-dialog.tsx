import { createSignal, useContext } from "solid-js";
import { announce } from "~/ui/announce";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { toast } from "~/ui/toast-store";
import type { Message } from "../../schema";
import { failureText } from "../failure-text";
import { WriteLetter } from "./write-letter";

const said = {
  done: ["reading.unsubscribed", "success"],
  refused: ["reading.unsubscribeRefused", "danger"],
  unreachable: ["reading.unsubscribeUnreachable", "danger"],
} as const;

/** Asks before a list is left: by one call that the server makes, or by a message that the reader sends. */
export default function UnsubscribeDialog(props: { message: Message; onClose: () => void }) {
  const write = useContext(WriteLetter);
  const [isBusy, setBusy] = createSignal(false);
  const way = () => props.message.unsubscribe!;
  const target = () => {
    const chosen = way();
    return chosen.kind === "mail" ? chosen.to : chosen.host;
  };
  const call = async () => {
    setBusy(true);
    try {
      const { outcome } = await trpc.webmail.reading.unsubscribe.mutate({ messageId: props.message.id });
      const [key, tone] = said[outcome];
      toast(t(key, { host: target() }), { tone });
      props.onClose();
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  const leave = () => {
    const chosen = way();
    if (chosen.kind === "one_click") return void call();
    props.onClose();
    write({ to: chosen.to, subject: chosen.subject || "unsubscribe", text: chosen.body });
    announce(t("reading.letterReady"));
  };
  return (
    <ConfirmDialog
      open
      busy={isBusy()}
      title={t("reading.unsubscribeTitle")}
      confirmLabel={t(way().kind === "mail" ? "reading.writeLetter" : "reading.unsubscribe")}
      onConfirm={leave}
      onClose={() => props.onClose()}
    >
      {t(way().kind === "mail" ? "reading.unsubscribeByMail" : "reading.unsubscribeByCall", { target: target() })}
    </ConfirmDialog>
  );
}
