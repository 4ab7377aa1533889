import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { MessageBody, type MessageBodyProps } from "~/features/webmail/ui/message-body";
import { provideCatalogue } from "~/lib/i18n/catalogue";
import webmail from "~/lib/i18n/en/webmail";

provideCatalogue({ locale: () => "en", messages: () => webmail });

const [props, setProps] = createSignal<MessageBodyProps>({});

declare global {
  interface Window {
    /** Shows one message on the test page; called again, it shows the next. */
    showMessage: (props: MessageBodyProps) => void;
    keysSeen: string[];
  }
}

window.showMessage = setProps;
window.keysSeen = [];
document.addEventListener("keydown", ({ key }) => window.keysSeen.push(key));
render(() => <MessageBody {...props()} />, document.getElementById("app") as HTMLElement);
