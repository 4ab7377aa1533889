import { type Accessor, createSignal } from "solid-js";
import type { DnsProviderId } from "../../schema/provider";
import { otherProvider, type ProviderForm, providerForms } from "./provider-form";

export type ProviderChoice = {
  id: Accessor<DnsProviderId | null>;
  form: Accessor<ProviderForm>;
  /** The name servers told it, and nobody chose another. */
  isRecognised: Accessor<boolean>;
  /** An id, or an empty text for none of them. */
  choose: (id: string) => void;
  isFullName: Accessor<boolean>;
  setFullName: (isFull: boolean) => void;
};

/** The provider that the name servers tell, until somebody says that it is another one. Keeps while the page is open. */
export function createProviderChoice(recognised: Accessor<DnsProviderId | null>): ProviderChoice {
  const [chosen, setChosen] = createSignal<DnsProviderId | null>();
  const [isFullName, setFullName] = createSignal(false);
  const id = () => {
    const own = chosen();
    return own === undefined ? recognised() : own;
  };
  const form = () => {
    const known = id();
    return known ? providerForms[known] : otherProvider;
  };
  return {
    ...{ id, form, isFullName, setFullName: (isFull) => void setFullName(isFull) },
    isRecognised: () => chosen() === undefined && recognised() !== null,
    choose: (id) => void setChosen(id === "" ? null : (id as DnsProviderId)),
  };
}
