import { Show } from "solid-js";
import { lazyPart } from "~/ui/lazy-part";
import type { Overview } from "../../schema";
import type { Handling } from "./handling";

type Props = { handling: Handling; view: Overview };

const HandlingDialogs = lazyPart<Props>(
  () => import("./handling-dialogs"),
  ({ handling }) => handling.close(),
);

/** Where that opens which has to be asked before something is done. */
export const HandlingDesk = (props: Props) => (
  <Show when={props.handling.asked()}>
    <HandlingDialogs {...props} />
  </Show>
);
