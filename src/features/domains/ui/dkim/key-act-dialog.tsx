import { useAction } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { ActDialog } from "~/features/auth/ui/act-dialog";
import { t } from "~/lib/i18n/t";
import type { KeyAlgorithm, KeyMode } from "../../schema/dkim";
import { keyFailureText } from "./key-failure";
import { addEd25519, cancelRotation, replaceKey, rotateKey, setKeyMode } from "./queries";

export type KeyAct = "rotate" | "replace" | "cancel" | "add" | "mode";

type KeyActDialogProps = {
  domainId: string;
  algorithm: KeyAlgorithm;
  /** Where the keys stand now. */
  mode: KeyMode;
  act: KeyAct;
  onClose: () => void;
};

/** Asks before anything happens to a key, and says what it means for mail under way. */
export default function KeyActDialog(props: KeyActDialogProps) {
  const [rotate, replace, cancel, add, setMode] = [
    ...([useAction(rotateKey), useAction(replaceKey), useAction(cancelRotation)] as const),
    ...([useAction(addEd25519), useAction(setKeyMode)] as const),
  ];
  const key = () => ({ domainId: props.domainId, algorithm: props.algorithm });
  const other = (): KeyMode => (props.mode === "txt" ? "cname" : "txt");
  return (
    <Switch>
      <Match when={props.act === "rotate"}>
        <ActDialog
          onClose={props.onClose}
          wording={keyFailureText}
          act={() => rotate(key())}
          done={t("dkim.rotated")}
          title={t("dkim.rotateTitle")}
          confirmLabel={t("dkim.rotate")}
        >
          {t(props.mode === "cname" ? "dkim.rotateTextAlone" : "dkim.rotateText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "replace"}>
        <ActDialog
          onClose={props.onClose}
          wording={keyFailureText}
          act={() => replace(key())}
          done={t("dkim.replaced")}
          title={t("dkim.replaceTitle")}
          confirmLabel={t("dkim.replace")}
          tone="danger"
        >
          {t("dkim.replaceText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "cancel"}>
        <ActDialog
          onClose={props.onClose}
          wording={keyFailureText}
          act={() => cancel(key())}
          done={t("dkim.cancelled")}
          title={t("dkim.cancelTitle")}
          confirmLabel={t("dkim.cancel")}
        >
          {t("dkim.cancelText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "add"}>
        <ActDialog
          onClose={props.onClose}
          wording={keyFailureText}
          act={() => add(props.domainId)}
          done={t("dkim.added")}
          title={t("dkim.addTitle")}
          confirmLabel={t("dkim.add")}
        >
          {t("dkim.addText")}
        </ActDialog>
      </Match>
      <Match when={props.act === "mode"}>
        <ActDialog
          onClose={props.onClose}
          wording={keyFailureText}
          act={() => setMode({ domainId: props.domainId, mode: other() })}
          done={t("dkim.modeSet")}
          title={t(`dkim.modeTitle_${other()}`)}
          confirmLabel={t(`dkim.modeSet_${other()}`)}
        >
          {t(`dkim.modeText_${other()}`)}
        </ActDialog>
      </Match>
    </Switch>
  );
}
