import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { icon } from "~/ui/icon";
import { IconButton } from "~/ui/icon-button";
import { ChevronDownIcon } from "~/ui/icons";

const GrowIcon = /* @__PURE__ */ icon("M14 4h6v6m0-6-7 7M10 20H4v-6m0 6 7-7");
const ShrinkIcon = /* @__PURE__ */ icon("M20 10h-6V4m0 6 6-6M4 14h6v6m0-6-6 6");

export type ComposerBarProps = {
  title: string;
  isFolded: boolean;
  isFull: boolean;
  onFold: () => void;
  onFull: () => void;
  onClose: () => void;
};

/** The title of a composer, and how it lies on the page. */
export function ComposerBar(props: ComposerBarProps) {
  return (
    <header>
      <button type="button" aria-expanded={!props.isFolded} onClick={() => props.onFold()}>
        <span>{props.title}</span>
        <ChevronDownIcon size={16} />
      </button>
      <IconButton
        size="sm"
        data-part="full"
        hidden={props.isFolded}
        label={t(props.isFull ? "composing.dock" : "composing.fullPage")}
        onClick={() => props.onFull()}
      >
        {props.isFull ? <ShrinkIcon size={16} /> : <GrowIcon size={16} />}
      </IconButton>
      <IconButton size="sm" label={t("composing.close")} onClick={() => props.onClose()}>
        <CloseIcon size={16} />
      </IconButton>
    </header>
  );
}
