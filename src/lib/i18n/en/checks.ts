export default {
  finding_wildcard: "Every name below {name} answers with {found}, also those that were never published.",
  finding_apex_alias:
    "{name} is an alias (CNAME) for {alias}. Nothing may stand beside an alias, so the domain's mail records vanish. Replace it with address records.",
  finding_caa_blocks:
    "The CAA records at {name} allow only {found} to issue certificates, so we get none for the names that mail programs look for. Add the record {add}.",
  finding_caa_restricts:
    "The CAA record {found} at {name} holds {ca} to one account or method that is not ours. Add the record {add}.",
  finding_dnssec_broken:
    "The signatures of {name} (DNSSEC) do not hold: careful servers get no answer and send no mail. Correct them where the domain is registered, or turn them off.",
  finding_dnssec_off:
    "{name} is not signed (DNSSEC), so senders cannot be sure of its MX records. Your registrar may offer to turn signing on.",
  finding_dnssec_on: "{name} is signed (DNSSEC).",
  finding_dane_on:
    "{name} is signed (DNSSEC), and {host} publishes its key (TLSA): senders that check it deliver only over an encrypted line.",
  finding_bimi_not_enforced:
    "A logo (BIMI) is published, but the DMARC policy of {name} is “{policy}”. Receivers show it only with “quarantine” or “reject”.",
  finding_bimi_malformed:
    "The BIMI record at {name} names no logo that receivers can fetch: l= has to be an https address of an SVG file.",
  finding_bimi_ready:
    "A logo (BIMI) is published and the DMARC policy allows to show it. Large receivers also ask for a mark certificate (a=).",
  finding_old_autodiscover: "{name} leads to {found}, so Outlook looks for the mailbox there and not here. Delete it.",
  finding_old_service: "{name} sends mail programs to {found}, perhaps your provider before. Delete it.",
  finding_old_dkim:
    "{name} is a signing key of {provider}, who could still sign in your name. Delete it when nothing is sent from there any more.",
  finding_sts_enforced_elsewhere:
    "The policy at {host} (MTA-STS, enforce) does not name our servers: senders that keep it refuse to deliver here for up to {days} days. Before you switch the MX records, have it say “mode: testing” with a new id, or point {host} to {want}.",
  finding_null_mx_sends:
    "{name} says that it takes no mail at all (null MX). Some receivers then refuse mail from it too. Delete the record, or have answers delivered somewhere.",

  advice_none_match: "Found as it should be.",
  advice_none: "Not looked at yet.",
  advice_add: "Nothing is published under this name. Add the record as shown.",
  advice_name_doubled:
    "The record stands at {found}: your provider adds the domain by itself. Type only {short} as the name, so that it becomes {want}.",
  advice_domain_not_found: "DNS knows no domain {domain}. Is it registered, and are its name servers set?",
  advice_could_not_ask:
    "The DNS servers gave no usable answer just now ({reason}). Nothing is lost by that; we ask again.",
  advice_could_not_ask_why:
    "The DNS servers gave no usable answer just now ({reason}) and say why: {why}. Nothing is lost by that; we ask again.",
  advice_servers_disagree:
    "The domain's name servers do not agree yet: {servers} still answers otherwise. That settles by itself; we ask again.",
  advice_dnssec_broken:
    "The signatures of the domain (DNSSEC) do not hold, so careful servers get no answer at all. Correct them where the domain is registered, or turn them off.",
  advice_value_quoted: "The value is there, but with quotation marks around it. Remove the quotation marks.",
  advice_value_escaped: "The value is there, but with backslashes in it. Remove the backslashes.",
  advice_value_odd_space:
    "The value is there, but with an odd blank in it, as copying from a web page leaves. Paste the value anew.",
  advice_proof_other: "Found the token of another attempt or account. Replace it with the value shown.",
  advice_proof_taken:
    "Your proof is right, but another account has proven this domain before. Ask them to release it, or ask whoever runs this server.",
  advice_mx_not_switched: "Mail still goes to {found}. When you are ready, replace that with {want}.",
  advice_mx_lost: "Mail came here before and now goes to: {found}. Put the record shown back.",
  advice_mx_split:
    "{others} has the same or a better priority, so part of your mail goes there. Remove it, or give it a higher number.",
  advice_mx_backup: "Mail comes here. When we cannot be reached, it goes to {others}: fine if you mean it.",
  advice_mx_null: "The MX record says that this domain takes no mail at all (null MX). Replace it with {want}.",
  advice_mx_target_is_ip: "Found {target}, an address; an MX record needs a host name. Replace it with {want}.",
  advice_mx_target_is_alias: "{target} is an alias for our server, which MX does not allow. Write {want} instead.",
  advice_mx_target_doubled: "Found {target}: your provider added the domain. Write {want} with a dot at the end.",
  advice_spf_several:
    "There are {count} SPF records; receivers then ignore all of them. Replace them with the one shown, which keeps every sender that still leads somewhere.",
  advice_spf_add_ours:
    "There is an SPF record, but it does not name us. Replace it with the one shown, which keeps what is there.",
  advice_spf_add_ours_full:
    "There is an SPF record, but it does not name us. With us, checking it takes {lookups} look-ups, and receivers stop at 10: use the line shown, and remove what you can spare of {costly}.",
  advice_spf_ptr: "Works, but “ptr” is slow and many receivers skip it. Name the servers instead, or remove it.",
  advice_spf_syntax: "Receivers stumble over “{term}” and ignore the whole record. Correct it.",
  advice_spf_after_all: "We are named after “all”, where nobody reads on. Use the line shown.",
  advice_spf_loop: "The record includes itself by way of {name}. Remove that include.",
  advice_spf_too_many:
    "Checking this record takes {count} look-ups; receivers stop at 10 and call it an error. The most is spent on {costly}: remove senders that you no longer use.",
  advice_spf_void: "Works, but these names lead nowhere and receivers allow two of them: {names}. Remove them.",
  advice_spf_broken_include: "The record includes {name}, which has no SPF record of its own. Remove that include.",
  advice_spf_plus_all: "Works, but “+all” lets everybody send in your name. Use “~all”.",
  advice_spf_at_alias: "Works, but the domain is an alias for {alias}, so its mail records are those of that name.",
  advice_spf_add_ours_dead:
    "There is an SPF record, but it does not name us. Replace it with the one shown, which keeps what is there except {dropped}: that leads nowhere, and receivers ignore the whole record for it.",
  advice_spf_partly_ours:
    "The record names some of our servers, but not {missing}. Replace it with the one shown, which follows when our servers change.",
  advice_spf_ours_refused:
    "We are named, but receivers stop before that: at “{term}” they answer “{result}” for our servers. Replace the record with the one shown.",
  advice_dkim_several: "There are {count} TXT records under this name; there must be one. Keep the one shown.",
  advice_dkim_revoked: "The record says that the key is withdrawn: nothing stands behind p=. Paste the value shown.",
  advice_dkim_malformed:
    "Found a record that receivers cannot read as a DKIM key. Replace it with the value shown, by copying it whole.",
  advice_dkim_truncated:
    "The key is cut off: {found} of {want} characters are there. Paste the whole value, in several strings if your provider asks for it.",
  advice_dkim_other_key: "Found another key under this name. Replace it with the value shown.",
  advice_dkim_wrong_use: "The key there is not allowed to sign mail. Replace it with the value shown.",
  advice_dkim_key_pending:
    "The alias is right. The key behind it is not visible yet: we publish it, there is nothing left to do for you.",
  advice_dkim_text_works:
    "Works, but the key stands here as text, so that somebody has to exchange it by hand. Replace the TXT record by the alias shown.",
  advice_dkim_text_in_the_way:
    "A TXT record stands under this name, and an alias cannot stand beside it. Delete it, then create the alias shown.",
  advice_dmarc_several: "There are {count} DMARC records; receivers then ignore all of them. Keep one.",
  advice_dmarc_malformed: "The record has no policy that receivers understand. Replace it with the value shown.",
  advice_dmarc_unread:
    "Receivers skip “{found}”: a DMARC record starts with exactly v=DMARC1 and parts its tags by semicolons. Replace it with the one shown.",
  advice_dmarc_inherited: "{parent} sets the policy “{policy}” for this domain too. You need no record of your own.",
  advice_dmarc_report_not_mailto: "Works, but reports can only go to a mail address, not to {uri}.",
  advice_dmarc_report_unconfirmed:
    "Works, but {host} has not agreed to take reports on this domain, so none are sent there.",
  advice_alias_other: "The name leads to {found}, perhaps your provider before. Change it to {want}.",
  advice_alias_is_address:
    "Found the address {found} where an alias (CNAME) belongs. Delete it and make the name an alias for {want}.",
  advice_service_other:
    "Mail programs are sent to {found}, perhaps your provider before. Replace it with the value shown.",
  advice_sts_several: "There are {count} such records; senders then ignore all of them. Keep one.",
  advice_sts_malformed:
    "Found a record whose id is missing or has other characters than letters and digits. Replace it with the value shown.",
  advice_sts_other:
    "Found the id of another policy, perhaps of your provider before. Replace the record with the value shown; until then senders may refuse to deliver here.",
  advice_tls_rpt_malformed: "Found a record that names no place reports can go to. Replace it with the value shown.",
  advice_add_beside:
    "The name {name} exists, but has no {type} record. Add the one shown and leave what else stands there.",
  advice_alias_in_the_way:
    "{name} is an alias (CNAME) for {alias}, and nothing else can stand beside an alias. Delete the alias, then add the record shown.",
  advice_apex_alias:
    "The domain itself is an alias (CNAME) for {alias}, so none of its own mail records are seen. Replace the alias with address records (A, AAAA), then add the record shown.",
  advice_wildcard_answers:
    "What answers here is the wildcard {wildcard} with {found}, not a record of this name. Add the record shown: it takes precedence over the wildcard.",
  advice_wildcard_match:
    "Works, but only because the wildcard {wildcard} answers for every name. Add the record shown, so that it stays when the wildcard goes.",
  advice_value_zone_line:
    "Found a whole line of a zone file as the value. Enter only what is shown as the value, without name, type and quotation marks.",
  advice_mx_implicit: "There is no MX record, so senders try the domain's own address {found}. Add the record shown.",
  advice_mx_priority_in_name:
    "Found {target}: the priority was typed into the name of the server. Enter {priority} in the field for the priority and only {want} as the server.",
  advice_mx_parked:
    "Mail goes to {target}, where registrars park domains: nobody reads it there. Replace it with {want}.",
  advice_mx_dead: "Mail goes to {target}, which has no address, so it arrives nowhere. Replace it with {want}.",
  advice_alias_doubled:
    "Found {found}: your provider added the domain to the target. Write {want} with a dot at the end.",
  advice_alias_proxied:
    "Found {found}, an address of {network}, in place of the alias. Turn the proxy off for this name (“DNS only”); the alias for {want} can stay.",
  advice_alias_is_our_address:
    "Works: found our address {found} in place of an alias. If that address changes, this breaks; an alias for {want} does not.",
  advice_service_doubled:
    "Mail programs are sent to {found}: your provider added the domain to the target. Write {want} with a dot at the end.",
  advice_service_fields_in_name:
    "Found {found}: the numbers were typed into the name of the server. Priority, weight and port have fields of their own; the target is only {want}.",
  advice_service_port: "Found our server, but at port {found}. Change the port to {want}.",
  advice_service_refused: "The record says that there is no such service here. Replace it with the value shown.",
  advice_service_target_is_alias:
    "{found} is an alias for our server, which such a record does not allow. Write {want} instead.",
  advice_dkim_testing: "The key is right, but t=y tells receivers to treat your mail as unsigned. Remove t=y.",
  advice_dkim_split:
    "The key is spread over {count} TXT records, which receivers cannot put together. Replace them with one record that has the whole value.",
  advice_dkim_case:
    "The key has the right letters, but capitals became small letters or the reverse. Paste the value shown, by copying it.",
  advice_dkim_wrong_type:
    "The key is right, but k={found} says that it is of another kind. Replace the record with the value shown (k={want}).",
  advice_tls_rpt_several: "There are {count} such records; senders then ignore all of them. Keep one.",
  advice_mx_at_alias:
    "Works, but the domain is an alias (CNAME) for {alias}, so its mail records are those of that name. Replace the alias with address records.",
};
