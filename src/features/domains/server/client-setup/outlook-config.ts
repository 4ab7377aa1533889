import { mailAddress, withoutSpacesAround } from "~/lib/mail-address";
import type { MailServices } from "./mail-services";
import { type Xml, xml } from "./xml-text";

const outlookSchema = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

/**
 * The address in a request of Outlook's Autodiscover; `undefined` when there is none that could have a mailbox, or when something other than plain
 * settings is asked for. Looked for as text: no document of a stranger is taken apart, and entities mean nothing.
 */
export function readOutlookRequest(body: string): string | undefined {
  const schema = /<AcceptableResponseSchema>\s*([^<\s]{1,200})\s*<\/AcceptableResponseSchema>/i.exec(body)?.[1];
  if (schema && schema.toLowerCase() !== outlookSchema) return undefined;
  const typed = /<EMailAddress>([^<&]{3,330})<\/EMailAddress>/i.exec(body)?.[1] ?? "";
  const address = withoutSpacesAround(typed.trim()).toLowerCase();
  return mailAddress.test(address) ? address : undefined;
}

const protocol = (type: string, { host, port }: { host: string; port: number }, address: string, more: Xml): Xml => xml`
      <Protocol>
        <Type>${type}</Type>
        <Server>${host}</Server>
        <Port>${port}</Port>
        <DomainRequired>off</DomainRequired>
        <LoginName>${address}</LoginName>
        <SPA>off</SPA>
        <SSL>on</SSL>
        <Encryption>SSL</Encryption>
        <AuthRequired>on</AuthRequired>${more}
      </Protocol>`;

/** Answers Outlook's Autodiscover for one address with the settings for IMAP and SMTP (MS-OXDSCLI section 2.2.4). */
export const outlookConfig = (address: string, { incoming, outgoing }: MailServices): string =>
  xml`<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
  <Response xmlns="${outlookSchema}">
    <User>
      <DisplayName>${address}</DisplayName>
    </User>
    <Account>
      <AccountType>email</AccountType>
      <Action>settings</Action>${protocol("IMAP", incoming, address, xml``)}${protocol(
        "SMTP",
        outgoing,
        address,
        xml`
        <UsePOPAuth>on</UsePOPAuth>
        <SMTPLast>off</SMTPLast>`,
      )}
    </Account>
  </Response>
</Autodiscover>
`.text;
