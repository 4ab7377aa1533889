import type { MailServices } from "./mail-services";
import { xml } from "./xml-text";

/**
 * The set-up file of Thunderbird and others (Mozilla's autoconfig format 1.1). The program puts in the address that it was asked for, so nothing of
 * the request comes back.
 */
export const mozillaConfig = (domain: string, { incoming, outgoing, webmail }: MailServices): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${domain}">
    <domain>${domain}</domain>
    <displayName>${domain}</displayName>
    <displayShortName>${domain}</displayShortName>
    <incomingServer type="imap">
      <hostname>${incoming.host}</hostname>
      <port>${incoming.port}</port>
      <socketType>SSL</socketType>
      <authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>${outgoing.host}</hostname>
      <port>${outgoing.port}</port>
      <socketType>SSL</socketType>
      <authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username>
    </outgoingServer>
  </emailProvider>
  <webMail>
    <loginPage url="${webmail}"/>
  </webMail>
</clientConfig>
`.text;
